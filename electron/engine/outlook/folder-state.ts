import {
  decodeIcsState,
  type EncodedIcsState,
  encodeIcsState,
  type IcsState,
} from '../../../shared/sync/ics-state.ts';
import { type RowId, rowKey } from '../mailbox/row-id.ts';
import type { Lab } from '../store/lab.ts';
import { damagedValue } from '../store/store-fault.ts';

export function readFolderState(lab: Lab, ostId: number, folder: RowId): IcsState | null {
  const row = lab.get<EncodedIcsState>(
    'SELECT given, seen, seen_fai AS seenFai, read FROM ost_folder WHERE ost_id = ? AND repl = ? AND gc = ? AND is_local = 0',
    ostId,
    folder.repl,
    folder.gc,
  );
  if (row === undefined) return null;
  const state = decodeIcsState(row);
  if (!state.ok) throw damagedValue(lab, state.failure.message);
  return state.value;
}

export function writeFolderState(lab: Lab, ostId: number, folder: RowId, state: IcsState): void {
  const encoded = encodeIcsState(state);
  lab.run(
    'UPDATE ost_folder SET given = ?, seen = ?, seen_fai = ?, read = ? WHERE ost_id = ? AND repl = ? AND gc = ?',
    encoded.given,
    encoded.seen,
    encoded.seenFai,
    encoded.read,
    ostId,
    folder.repl,
    folder.gc,
  );
}

/** Folder states of one .ost that an upload changes, written back together. */
export interface FolderStates {
  /** Null: the .ost has no such folder, or it is local to the file. */
  of(folder: RowId): IcsState | null;
  store(): void;
}

export function folderStates(lab: Lab, ostId: number): FolderStates {
  const states = new Map<string, { folder: RowId; state: IcsState | null }>();
  return {
    of: (folder) => {
      const known = states.get(rowKey(folder));
      if (known !== undefined) return known.state;
      const state = readFolderState(lab, ostId, folder);
      states.set(rowKey(folder), { folder, state });
      return state;
    },
    store: () => {
      for (const { folder, state } of states.values())
        if (state !== null) writeFolderState(lab, ostId, folder, state);
    },
  };
}
