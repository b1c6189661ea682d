import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { predictionDifferences } from '../report/prediction-check.ts';
import type { Lab } from '../store/lab.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkRun } from './check-run.ts';
import { checkImport } from './import/check-import.ts';
import { isImportRun } from './import/import-run.ts';
import { anyRun, isExchangeRun } from './run-row.ts';

type Found = LabOutput<'check'>['violations'][number];

function ofFile(invariant: string, text: string): Found {
  return { run: null, alias: null, invariant, text };
}

/** The file itself: SQLite's own check, and references between tables. */
function checkFile(lab: Lab): Found[] {
  const integrity = lab
    .all<{ result: string }>('SELECT integrity_check AS result FROM pragma_integrity_check')
    .filter((row) => row.result !== 'ok')
    .map((row) => ofFile('integrity', `The file is damaged: ${row.result}.`));
  const references = lab
    .all<{ child: string; rows: number }>(
      'SELECT "table" AS child, count(*) AS rows FROM pragma_foreign_key_check GROUP BY "table" ORDER BY "table"',
    )
    .map((row) => ofFile('references', `${row.rows} rows of ${row.child} refer to rows that are not there.`));
  return [...integrity, ...references];
}

/** Ids that belong to messages or folders of no mailbox folder: every message stands in a folder of its mailbox. */
function checkPlaces(lab: Lab): Found[] {
  const lost = lab.get<{ count: number }>(
    `SELECT count(*) AS count FROM message m WHERE NOT EXISTS
       (SELECT 1 FROM folder f WHERE f.mailbox_id = m.mailbox_id AND f.repl = m.folder_repl AND f.gc = m.folder_gc)`,
  );
  const count = lost?.count ?? 0;
  return count === 0
    ? []
    : [ofFile('places', `${count} messages stand in folders that their mailboxes do not have.`)];
}

interface Checked {
  readonly violations: Found[];
  readonly later: string[];
}

function checkOneRun(lab: Lab, runId: number, into: Checked): void {
  const run = anyRun(lab, runId);
  const found = (alias: string | null, invariant: string, text: string): void => {
    into.violations.push({ run: runId, alias, invariant, text });
  };
  const checks = isImportRun(run)
    ? checkImport(lab, run)
    : isExchangeRun(run)
      ? checkRun(lab, runId, run.plan)
      : [];
  for (const mailbox of checks) {
    for (const { invariant, text } of mailbox.violations)
      found(mailbox.alias === '' ? null : mailbox.alias, invariant, text);
    into.later.push(...mailbox.later);
  }
  // Nothing is predicted of runs from foreign sources.
  if (run.state === 'running' || isImportRun(run)) return;
  for (const { alias, text } of predictionDifferences(lab, runId)) found(alias, 'prediction', text);
}

/**
 * `lab check`: every invariant over every run, every difference between prediction and outcome, the directories' X500
 * addresses, and the file itself.
 * Later changes are told apart from violations: they have later change numbers, or their mailbox is gone.
 */
export function checkLab(lab: Lab, _input?: LabInput<'check'>): Result<LabOutput<'check'>> {
  const checked: Checked = {
    violations: [...checkFile(lab), ...checkPlaces(lab), ...checkAddresses(lab)],
    later: [],
  };
  for (const { id } of lab.all<{ id: number }>('SELECT id FROM run ORDER BY id'))
    checkOneRun(lab, id, checked);
  return ok({ ok: checked.violations.length === 0, ...checked });
}
