import type { RunNews } from '../../../shared/ipc/shapes.ts';
import { PUBLIC_MESSAGES } from '../../../shared/lab/run-plan.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { CANCELLED, type RunControl, type StageEnd } from '../migrate/control.ts';
import { importNews } from '../migrate/import/import-news.ts';
import type { ImportRun, SetFolder } from '../migrate/import/import-run.ts';
import type { NewAccount } from '../migrate/import/run-account.ts';
import { linesOf, writeLine } from '../migrate/journal.ts';
import { passTime } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { writeAccountPasswords } from './account-passwords.ts';
import { beginImport } from './begin-import.ts';
import { logRecovery, logSetFault } from './fault-events.ts';
import { noCounts, SetImporter } from './import-batch.ts';
import type { FailedLines, ImportContext } from './import-context.ts';
import { faultSentence, openSet } from './migration-set.ts';
import { recoveryName, writeRecoveryFile } from './recovery-file.ts';
import { SET_START, type SetItem, setItems, type SetPosition } from './set-position.ts';
import { MOST_USERS, surveySet } from './survey.ts';

/** Lines and bytes of one batch, about 50 ms of work. */
const BATCH_LINES = 150;
const BATCH_BYTES = 524_288;
/** Lab time that one line takes, ms (modelled: no figure is published). */
const LINE_MS = 20;

/**
 * What the line 'imported' of a batch holds. `position`: where the next one begins; null: behind the end. `unowned`: faults
 * that no account carries, for which the run ends with warnings.
 */
interface ImportedLine {
  readonly position: SetPosition | null;
  readonly failed: readonly FailedLines[];
  readonly accounts: readonly string[];
  readonly events: number;
  readonly unowned?: number;
  /** Name of the recovery file that is about to be written, so that a resumed run writes the same one. */
  readonly naming?: string;
  /** All is done; the recovery file, null for none. */
  readonly recovery?: string | null;
}

function lastLine(lab: Lab, runId: number): ImportedLine | null {
  const row = lab.get<{ detail: string }>(
    "SELECT detail FROM journal WHERE run_id = ? AND kind = 'imported' ORDER BY seq DESC LIMIT 1",
    runId,
  );
  return row === undefined ? null : (JSON.parse(row.detail) as ImportedLine);
}

function* failedOf(lab: Lab, runId: number): Generator<FailedLines> {
  for (const line of linesOf<ImportedLine>(lab, runId, 'imported')) yield* line.detail.failed;
}

/** One batch, inside its transaction: lines up to a limit, and its own line of the journal. */
function runBatch(
  context: ImportContext,
  importer: SetImporter,
  items: Iterator<SetItem>,
  from: SetPosition,
  setFaults: number,
): SetPosition | null {
  const { lab, run, batch } = context;
  importer.counts = noCounts();
  importer.counts.unowned = setFaults;
  importer.resume(from);
  const limit = run.asked.batchRows ?? BATCH_LINES;
  let lines = 0;
  let position: SetPosition | null = from;
  while ((lines < limit && importer.counts.bytes < BATCH_BYTES) || !importer.canPause()) {
    const step = items.next();
    if (step.done === true) {
      importer.finish();
      position = null;
      break;
    }
    importer.take(step.value);
    position = step.value.next;
    lines += 1;
  }
  passTime(lab, lines * LINE_MS);
  const { keys, ...counts } = importer.counts;
  const line: ImportedLine & typeof counts = {
    ...counts,
    position,
    failed: batch.failed,
    accounts: batch.accounts,
    events: batch.events,
  };
  writeLine(lab, run.id, 'imported', null, line);
  batch.failed = [];
  batch.accounts = [];
  return position;
}

function write(context: ImportContext, more: Pick<ImportedLine, 'naming' | 'recovery'>): void {
  const line: ImportedLine = { position: null, failed: [], accounts: [], events: 0, ...more };
  writeLine(context.lab, context.run.id, 'imported', null, line);
}

/** The recovery file of a run; its name is in the journal before the file is on the disk. Null: nothing was refused. */
function recover(context: ImportContext, named: string | undefined): string | null {
  const { lab, run } = context;
  const [first] = failedOf(lab, run.id);
  if (first === undefined) return null;
  const name = named ?? recoveryName(lab);
  if (named === undefined) lab.transact(() => write(context, { naming: name }));
  return writeRecoveryFile(context, name, failedOf(lab, run.id));
}

/** What is left when all lines are behind: the recovery file with its event, and the passwords of new accounts. */
function finishImport(context: ImportContext, named: string | undefined): void {
  const { lab, run } = context;
  const accounts: string[] = [];
  for (const line of linesOf<ImportedLine>(lab, run.id, 'imported')) accounts.push(...line.detail.accounts);
  const recovery = recover(context, named);
  writeAccountPasswords(context, accounts);
  lab.transact(() => {
    if (recovery !== null) logRecovery(context, recovery);
    write(context, { recovery });
  });
}

function tellSetFaults(context: ImportContext): number {
  for (const one of context.set.faults) logSetFault(context, faultSentence(context.set.folder, one));
  return context.set.faults.length;
}

/** Batch by batch through the set; what was told before it was stopped is where it goes on. */
function* batches(
  context: ImportContext,
  begun: ImportedLine | null,
): Generator<RunNews, StageEnd, RunControl> {
  const { lab, run } = context;
  const importer = new SetImporter(context);
  let position = begun === null ? SET_START : begun.position;
  const items = position === null ? null : setItems(context.set, position);
  try {
    for (let first = begun === null; position !== null && items !== null; first = false) {
      const from: SetPosition = position;
      position = lab.transact(() => {
        const setFaults = first ? tellSetFaults(context) : 0;
        return runBatch(context, importer, items, from, setFaults);
      });
      const told: RunControl = yield importNews(lab, run, 2, [...importer.counts.keys]);
      if (told === 'cancel') {
        finishImport(context, undefined);
        return CANCELLED;
      }
    }
  } finally {
    items?.return(undefined);
  }
  finishImport(context, begun?.naming);
  return null;
}

/**
 * Imports a set of migration files, in the order that is documented (SDK dsignapp_7m5v): the packing list, then each
 * primary file from its first line to its last. Every batch is one transaction with its line in the journal, and a resumed
 * run goes on behind the last one. What cannot be taken is told in the log, counted as skipped, and kept in a recovery file.
 * @returns null when everything is behind, else how the run ends
 */
export function* importAll(
  lab: Lab,
  run: ImportRun,
  folder: SetFolder,
): Generator<RunNews, StageEnd, RunControl> {
  const begun = lastLine(lab, run.id);
  if (begun?.recovery !== undefined) return null;
  const context = beginImport(lab, run, folder, begun?.events ?? 0);
  if (!context.ok) return { end: 'failed', why: [context.failure] };
  try {
    return yield* batches(context.value, begun);
  } finally {
    context.value.secondaries.close();
  }
}

/**
 * The accounts of a set that is imported from files: one for every address that a DIRECTORY line or a section names, and
 * one for public folders. Failure codes: those of `openSet`, and files-too-many.
 */
export function accountsOf(_lab: Lab, folder: SetFolder): Result<readonly NewAccount[]> {
  const set = openSet(folder);
  if (!set.ok) return set;
  const survey = surveySet(set.value, false);
  if (survey.tooMany) {
    return fail(
      'files-too-many',
      `${folder.simulated} names more than ${MOST_USERS} addresses, more than a lab takes: divide the set by its packing list.`,
    );
  }
  const accounts: NewAccount[] = survey.users.map((user) => ({
    key: user.address,
    displayName: user.displayName,
    address: user.address,
    total: user.messages,
  }));
  if (survey.publicSections > 0) {
    accounts.push({
      key: PUBLIC_MESSAGES,
      displayName: 'Public folders',
      address: '',
      total: survey.publicMessages,
    });
  }
  return ok(accounts);
}
