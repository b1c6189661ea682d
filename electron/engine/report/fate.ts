import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import type { Mode } from '../../../shared/lab/run-plan.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { text } from '../../../shared/text/text.ts';
import { isImportRun } from '../migrate/import/import-run.ts';
import { runAccounts } from '../migrate/import/run-account.ts';
import { anyRun } from '../migrate/run-row.ts';
import type { Lab } from '../store/lab.ts';
import { clientFates } from './fate-client.ts';
import { directoryResolver, fateContext, type ResolveDn } from './fate-context.ts';
import { observeClient } from './fate-ost.ts';
import { permissionFates } from './fate-permissions.ts';
import { entryIdFates } from './fate-references.ts';
import { ruleFates } from './fate-rules.ts';
import { receiveFolderFates, searchFates } from './fate-tables.ts';

export type MailboxFates = LabOutput<'fate'>['mailboxes'][number];

export interface RunMailbox {
  readonly alias: string;
  readonly requestedMode: Mode;
  readonly effectiveMode: Mode | null;
  readonly state: string;
  readonly source: number;
  /** Key of the target mailbox that got data; null: there is none, or nothing was copied into it. */
  readonly target: number | null;
}

/** Number of the run to be judged: the one asked for, or the last one that started. Failure codes: no-run, unknown-run. */
export function judgedRun(lab: Lab, asked: number | undefined): Result<number> {
  if (asked === undefined) {
    const last = lab.get<{ id: number | null }>("SELECT max(id) AS id FROM run WHERE state <> 'refused'");
    return last?.id
      ? ok(last.id)
      : fail('no-run', `Nothing has been migrated in ${lab.path} yet: run the wizard first.`);
  }
  return lab.get('SELECT id FROM run WHERE id = ?', asked) === undefined
    ? fail('unknown-run', `There is no run ${asked} in ${lab.path}: see "lab runs" for those there are.`)
    : ok(asked);
}

export function runMailboxes(lab: Lab, run: number): RunMailbox[] {
  return lab.all<RunMailbox>(
    `SELECT o.alias AS alias, rm.requested_mode AS requestedMode, rm.effective_mode AS effectiveMode,
        rm.state AS state, rm.source_mailbox AS source,
        CASE WHEN t.initialized = 1 AND rm.effective_mode IS NOT NULL AND rm.state NOT IN ('waiting', 'objects-created', 'not-reached')
          THEN t.id END AS target
      FROM run_mailbox rm JOIN mailbox s ON s.id = rm.source_mailbox JOIN directory_object o ON o.id = s.object_id
        LEFT JOIN mailbox t ON t.id = rm.target_mailbox
      WHERE rm.run_id = ? ORDER BY rm.ord`,
    run,
  );
}

/** Everything that became of one mailbox, read from the target and from a synchronization that is taken back. */
export function mailboxFates(lab: Lab, row: RunMailbox, resolvesDn: ResolveDn): MailboxFates {
  const { alias, requestedMode, effectiveMode } = row;
  if (row.target === null)
    return { alias, requestedMode, effectiveMode, ost: null, rules: [], references: [], permissions: [] };
  const context = fateContext(lab, row.source, row.target, resolvesDn);
  const client = observeClient(lab, alias, context.target, effectiveMode === 'clone');
  return {
    alias,
    requestedMode,
    effectiveMode,
    ost: client.ost,
    rules: ruleFates(context),
    references: [
      ...entryIdFates(context),
      ...searchFates(context),
      ...receiveFolderFates(context),
      ...clientFates(context, client.profile),
    ],
    permissions: permissionFates(context),
  };
}

/** Accounts of a foreign source have nothing whose fate could be told: no .ost, no rules, no references to folders. */
function foreignFates(lab: Lab, run: number): LabOutput<'fate'> {
  return {
    run,
    note: text('fate.foreign'),
    mailboxes: runAccounts(lab, run).map((row) => ({
      alias: row.key,
      requestedMode: 'default',
      effectiveMode: row.stage === 0 ? null : 'default',
      ost: null,
      rules: [],
      references: [],
      permissions: [],
    })),
  };
}

/**
 * `lab fate`: what became of everything that a run touched, as the lab stands now. Observed, never told from the mode.
 * Failure codes: no-run, unknown-run.
 */
export function fateReport(lab: Lab, input: LabInput<'fate'>): Result<LabOutput<'fate'>> {
  const run = judgedRun(lab, input.run);
  if (!run.ok) return run;
  if (isImportRun(anyRun(lab, run.value))) return ok(foreignFates(lab, run.value));
  const resolvesDn = directoryResolver(lab);
  return ok({
    run: run.value,
    mailboxes: runMailboxes(lab, run.value).map((row) => mailboxFates(lab, row, resolvesDn)),
  });
}
