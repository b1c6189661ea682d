import { addressKey, type ProxyAddress } from '../../../shared/formats/migration-files/address.ts';
import type { ImportPlaces } from '../migrate/import/destination.ts';
import { type ImportEvent, logImport } from '../migrate/import/import-events.ts';
import type { ImportRun } from '../migrate/import/import-run.ts';
import type { Lab } from '../store/lab.ts';
import type { MigrationSet } from './migration-set.ts';
import type { SecondaryFiles } from './secondary-files.ts';
import type { SetSurvey } from './survey.ts';

/** What every part of an import needs to know. */
export interface ImportContext {
  readonly lab: Lab;
  readonly run: ImportRun;
  readonly set: MigrationSet;
  readonly secondaries: SecondaryFiles;
  readonly survey: SetSurvey;
  readonly places: ImportPlaces;
  readonly seed: number;
  /** The target is Exchange Server 5.5: directory names of its own, custom recipients, NT accounts apart from mailboxes. */
  readonly is55: boolean;
  /** Recipients of the target by the address that mail for them goes to, in the form of `addressKey`. */
  readonly forwarded: ReadonlyMap<string, number>;
  /** What the current batch has to tell in its journal line. */
  readonly batch: BatchNotes;
}

/** Collected while a batch goes on, emptied when its line is written. */
export interface BatchNotes {
  /** Lines that go into the recovery file. */
  failed: FailedLines[];
  /** NT accounts that were made: their names; the password stands nowhere. */
  accounts: string[];
  /** Errors in lines that the run has told or left untold so far; see fault-events.ts. */
  events: number;
}

/** Lines of a section that were refused: byte ranges of a primary file. `head`: the section's own lines, null where it has none. */
export interface FailedLines {
  readonly file: number;
  readonly head: readonly [offset: number, length: number] | null;
  readonly lines: [offset: number, length: number][];
}

/** `C:\MIGRATE\HARBOR.001\00000001.PRI`, as events name files. */
export function simulatedFile(set: MigrationSet, name: string): string {
  return `${set.folder.simulated}\\${name}`;
}

export function primaryName(set: MigrationSet, file: number): string {
  return set.primaries[file] ?? '';
}

export function logEvent(context: ImportContext, event: ImportEvent): void {
  logImport(context.lab, context.run.id, event);
}

/** `CCMAIL:Vane Cora at HARBOR` of an address. */
export function fullAddress({ type, address }: ProxyAddress): string {
  return `${type.toUpperCase()}:${address.replace(/\s+/g, ' ').trim()}`;
}

/** Custom recipients and contacts of an organization by the address they stand for. */
export function forwardedAddresses(lab: Lab, orgId: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of lab.iterate<{ id: number; address: string }>(
    'SELECT id, target_address AS address FROM directory_object WHERE org_id = ? AND target_address IS NOT NULL AND deleted_at IS NULL ORDER BY id DESC',
    orgId,
  ))
    found.set(addressKey(row.address), row.id);
  return found;
}
