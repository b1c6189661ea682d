import { documented, type Evidence, modelled } from '../../../../shared/evidence.ts';
import type { Lab } from '../../store/lab.ts';
import { labNow } from '../../store/clock.ts';

/** The wizard's event source, that of directory import (Q221122), and Dr. Watson, who sees it crash (Q268496). */
export type EventSource = 'MSExchangeMig' | 'MSExchangeMigDS' | 'DrWatson';

export interface ImportEvent extends Evidence {
  readonly log?: EventSource;
  /** Null: no number is documented for it; none is invented. */
  readonly id: number | null;
  readonly type: 'Information' | 'Warning' | 'Error';
  readonly text: string;
}

/** Writes an event of a run into the application log; it belongs into the transaction of what it tells of. */
export function logImport(lab: Lab, runId: number, event: ImportEvent): void {
  lab.run(
    'INSERT INTO event(at, source, event_id, type, text, run_id, evidence, evidence_source, evidence_reason) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)',
    labNow(lab),
    event.log ?? 'MSExchangeMig',
    event.id,
    event.type,
    event.text,
    runId,
    event.evidence,
    event.source,
    event.reason,
  );
}

export function logImportBegin(lab: Lab, runId: number): void {
  logImport(lab, runId, {
    id: 10002,
    type: 'Information',
    text: 'Migration begins.',
    ...documented('Q166612'),
  });
}

/** What a run came to, for the events at its end. Times in lab milliseconds. */
export interface ImportTotals {
  /** Post office, or packing list. */
  readonly from: string;
  readonly started: number;
  /** When the files were all written and the import began; of an import alone when it started. */
  readonly packed: number;
  readonly ended: number;
  readonly accounts: number;
  readonly failed: number;
  readonly warned: number;
  /** Faults of the migration files that no account carries; `warned` counts them too. */
  readonly unowned: number;
  readonly extracted: number;
  readonly copied: number;
  readonly skipped: number;
  /** Messages of bulletin boards that were extracted, and that arrived in public folders. */
  readonly boardsExtracted: number;
  readonly boardsCopied: number;
  /** Personal address books that were extracted, and that arrived. */
  readonly booksExtracted: number;
  readonly personalAddressBooks: number;
}

function clock(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}

function elapsed(from: number, to: number): string {
  const seconds = Math.max(0, Math.round((to - from) / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function lines(...rows: readonly (readonly [string, string | number])[]): string {
  return rows.map(([name, value]) => `${name}: ${value}`).join('; ');
}

function times(from: number, to: number): readonly (readonly [string, string])[] {
  return [
    ['Start Time', clock(from)],
    ['Elapsed Time', elapsed(from, to)],
  ];
}

function extraction(totals: ImportTotals): string {
  return lines(
    ...times(totals.started, totals.packed),
    ['Accounts', totals.accounts],
    ['Shared Folders', totals.boardsExtracted === 0 ? 0 : 1],
    ['Messages', totals.extracted],
    ['Personal Address Books', totals.booksExtracted],
    ['Warnings', totals.warned],
    ['Errors', totals.failed],
  );
}

function imported(totals: ImportTotals): string {
  return lines(
    ...times(totals.packed, totals.ended),
    ['Accounts', totals.accounts - totals.failed],
    ['Public Folders', totals.boardsCopied === 0 ? 0 : 1],
    ['Messages', totals.copied],
    ['Warnings', totals.warned],
    ['Errors', totals.failed],
  );
}

/** 10003 at the end of an extraction: number, first words and the two times are documented, the other totals modelled. */
export function logExtracted(lab: Lab, runId: number, totals: ImportTotals): void {
  logImport(lab, runId, {
    id: 10003,
    type: 'Information',
    text: `The 'Extract' of mail from '${totals.from}' completed with the following results: ${extraction(totals)}`,
    ...modelled(
      'Number, first words, Start Time and Elapsed Time are documented; the other totals are not',
      'Q166612',
    ),
  });
}

/** 10068 at the end of a migration: which totals it holds is documented, their layout in part. */
export function logMigrated(lab: Lab, runId: number, totals: ImportTotals, extracts: boolean): void {
  const first = extracts ? `Extraction: ${extraction(totals)}. ` : '';
  logImport(lab, runId, {
    id: 10068,
    type: 'Information',
    text: `'Migration ' of mail from '${totals.from}' completed with the following results: ${first}Import: ${imported(totals)}`,
    ...modelled('Number and kinds of totals are documented, the layout of the text only in part', 'Q169130'),
  });
}

/** 8001, the importer's own summary. */
export function logImportSummary(lab: Lab, runId: number, totals: ImportTotals): void {
  const of = (errors: number, success: number): string => `${errors} errors, ${success} successful`;
  logImport(lab, runId, {
    id: 8001,
    type: 'Information',
    text: `Message-Operations: ${of(totals.skipped, totals.copied + totals.boardsCopied)}; Account-Creation: ${of(
      totals.failed,
      totals.accounts - totals.failed,
    )}; Pab-Creation: ${of(0, totals.personalAddressBooks)}`,
    ...modelled(
      'Number and the three kinds of counts are documented, the layout of the text is not',
      'Q166612',
    ),
  });
}
