import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import type { ComparedRun } from '../../../../shared/ipc/comparison-commands.ts';
import { csvHead, csvRow } from '../../../../shared/outcome/comparison-csv.ts';
import {
  htmlEnd,
  htmlHead,
  htmlLoss,
  htmlLossesHead,
  htmlRow,
  type ReportHead,
  type ReportLab,
} from '../../../../shared/outcome/comparison-html.ts';
import type { ComparisonRow, Loss } from '../../../../shared/outcome/comparison-row.ts';
import { addRows, NO_TOTALS } from '../../../../shared/outcome/comparison-totals.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { text } from '../../../../shared/text/text.ts';
import type { Lab } from '../../store/lab.ts';
import { type Comparison, comparison } from './comparison.ts';

export interface ExportWish {
  readonly format: 'html' | 'csv';
  readonly file: string;
  readonly linkKbit: number;
  /** A person has been asked whether a file there may be replaced. */
  readonly mayReplace: boolean;
}

export interface Exported {
  readonly mailboxes: number;
  readonly bytes: number;
}

/** Pieces of text gathered before they are written. */
const PIECE = 1 << 16;

function reportLab(lab: Lab, about: ComparedRun): ReportLab {
  const { seed, run, mode, state, fixes } = about;
  return { title: basename(lab.path).replace(/\.mwlab$/i, ''), seed, run, mode, state, fixes };
}

function* htmlText(
  head: ReportHead,
  rows: readonly ComparisonRow[],
  losses: readonly Loss[],
): Generator<string, void, void> {
  const labs = { a: head.a.title, b: head.b.title };
  yield htmlHead(head);
  for (const row of rows) yield htmlRow(row, labs);
  yield htmlLossesHead(losses.length > 0);
  for (const loss of losses) yield htmlLoss(loss, labs);
  yield htmlEnd();
}

function* csvText(head: ReportHead, rows: readonly ComparisonRow[]): Generator<string, void, void> {
  const labs = { a: head.a.title, b: head.b.title };
  yield csvHead();
  for (const row of rows) yield csvRow(row, labs, head.linkKbit);
}

/** Writes text to a new file that gets its name when it is whole. */
function* writeWhole(file: string, pieces: Iterable<string>): Generator<null, Result<number>, void> {
  const temporary = `${file}.unfinished-${process.pid}`;
  let bytes = 0;
  let handle: number | null = null;
  try {
    handle = openSync(temporary, 'w');
    let waiting = '';
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < PIECE) continue;
      bytes += writeSync(handle, waiting);
      waiting = '';
      yield null;
    }
    bytes += writeSync(handle, waiting);
    fsyncSync(handle);
    closeSync(handle);
    handle = null;
    renameSync(temporary, file);
    return ok(bytes);
  } catch (error) {
    return fail('export-write', text('failure.export-write', { file, what: (error as Error).message }));
  } finally {
    if (handle !== null) closeSync(handle);
    rmSync(temporary, { force: true });
  }
}

/** Every row of a comparison, one step each. */
function* allRows(compared: Comparison): Generator<null, { rows: ComparisonRow[]; losses: Loss[] }, void> {
  const rows: ComparisonRow[] = [];
  const losses: Loss[] = [];
  for (let index = 0; ; index += 1) {
    const judged = compared.row(index);
    if (judged === undefined) return { rows, losses };
    rows.push(judged.row);
    losses.push(...judged.losses);
    yield null;
  }
}

/**
 * Writes the comparison of two labs into one file: HTML that needs nothing beside it, or CSV (RFC 4180, UTF-8). It
 * yields between pieces of work. Failure codes: no-run, export-exists, export-write; a file that was there stays then.
 */
export function* exportComparison(a: Lab, b: Lab, wish: ExportWish): Generator<null, Result<Exported>, void> {
  if (!wish.mayReplace && existsSync(wish.file))
    return fail('export-exists', text('failure.export-exists', { file: wish.file }));
  const compared = comparison(a, b);
  if (!compared.ok) return compared;
  const { rows, losses } = yield* allRows(compared.value);
  const head: ReportHead = {
    a: reportLab(a, compared.value.a),
    b: reportLab(b, compared.value.b),
    totals: addRows(NO_TOTALS, rows),
    linkKbit: wish.linkKbit,
  };
  const written = yield* writeWhole(
    wish.file,
    wish.format === 'html' ? htmlText(head, rows, losses) : csvText(head, rows),
  );
  return written.ok ? ok({ mailboxes: rows.length, bytes: written.value }) : written;
}

/** How long one piece of work may keep others waiting, milliseconds. */
const TURN_MS = 40;

/** Works through steps and lets go of the thread between turns. */
export async function inTurns<T>(steps: Generator<unknown, T, void>): Promise<T> {
  for (;;) {
    const until = performance.now() + TURN_MS;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < until);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
