import { IdSet } from '../identity/idset.ts';
import { cloneIcsState, type IcsState } from './ics-state.ts';

/** A 48-bit counter in a namespace; `ns` is the REPLGUID, lower-case hex of its 16 wire bytes. */
export interface SyncId {
  readonly ns: string;
  readonly gc: number;
}

/** What the server knows of a message in the folder being synchronized. */
export interface ContentsRow extends SyncId {
  readonly cnNs: string;
  readonly cnGc: number;
  /** Change number of the read state; null: the read state was never changed on its own. */
  readonly readNs: string | null;
  readonly readGc: number | null;
  readonly isFai: boolean;
  /** False: the message exists but does not match the client's restriction. */
  readonly inScope: boolean;
}

/** The synchronization flags that matter here. */
export interface ContentsFlags {
  readonly normal: boolean;
  readonly fai: boolean;
  readonly readState: boolean;
  readonly noDeletions: boolean;
  readonly ignoreNoLongerInScope: boolean;
}

/** What Outlook asks for: everything. */
export const ALL_CONTENTS: ContentsFlags = {
  normal: true,
  fai: true,
  readState: true,
  noDeletions: false,
  ignoreNoLongerInScope: false,
};

/** One element of the download stream: a message change, or a read-state change of a message the client holds. */
export interface ContentsStep<Row> {
  readonly kind: 'change' | 'read';
  readonly row: Row;
}

export interface ContentsEnd {
  /** Ids the client was given that are gone (R2046). */
  readonly deleted: IdSet;
  /** Ids the client was given that no longer match its restriction (R2047). */
  readonly outOfScope: IdSet;
  /** The state the client stores (R2064-R2076). */
  readonly final: IcsState;
}

/**
 * The difference between a folder's contents and what a client knows of it, as MS-OXCFXICS R2043-R2048
 * defines it: by change numbers alone. The server keeps nothing about clients (R1866). Rows may come in any order and
 * are read once; only id ranges are held.
 */
export function* contentsDifference<Row extends ContentsRow>(
  rows: Iterable<Row>,
  initial: IcsState,
  flags: ContentsFlags = ALL_CONTENTS,
): Generator<ContentsStep<Row>, ContentsEnd> {
  const final = cloneIcsState(initial);
  const present = new IdSet();
  const outOfScope = new IdSet();
  for (const row of rows) {
    present.add(row.ns, row.gc);
    if (!row.inScope) {
      if (initial.given.has(row.ns, row.gc)) outOfScope.add(row.ns, row.gc);
      continue;
    }
    const seen = row.isFai ? initial.seenFai : initial.seen;
    const wanted = row.isFai ? flags.fai : flags.normal;
    const hasRead = row.readNs !== null && row.readGc !== null;
    if (wanted && !seen.has(row.cnNs, row.cnGc)) {
      (row.isFai ? final.seenFai : final.seen).add(row.cnNs, row.cnGc);
      final.given.add(row.ns, row.gc);
      if (hasRead) final.read.add(row.readNs, row.readGc);
      yield { kind: 'change', row };
    } else if (
      flags.readState &&
      !row.isFai &&
      hasRead &&
      !initial.read.has(row.readNs, row.readGc) &&
      // A message that is not wanted, or that fell out of scope and came back unchanged, is not with the client: a read
      // state would concern nothing there (IdsetRead and IdsetUnread are parts of the initial IdsetGiven, R2076).
      initial.given.has(row.ns, row.gc)
    ) {
      final.read.add(row.readNs, row.readGc);
      yield { kind: 'read', row };
    }
  }
  if (flags.noDeletions) return { deleted: new IdSet(), outOfScope: new IdSet(), final };
  const deleted = initial.given.difference(present);
  const left = flags.ignoreNoLongerInScope ? new IdSet() : outOfScope;
  const given = final.given.difference(deleted).difference(left);
  return { deleted, outOfScope: left, final: { ...final, given } };
}
