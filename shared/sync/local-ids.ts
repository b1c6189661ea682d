import type { SyncId } from './contents-difference.ts';

/** Ids a cached client asks for at once (RopGetLocalReplicaIds, MS-OXCFXICS R925-R937; the number as real .ost files show it). */
export const RANGE_IDS = 65_536;

/** Ids it hands on to one folder at a time, so that a folder's ids stand together (R2300-R2301). */
export const FOLDER_IDS = 512;

/** A range [gc, gc + left - 1] in a namespace, for the client's exclusive use (R2294-R2296). */
export interface IdRange {
  readonly ns: string;
  readonly gc: number;
  readonly left: number;
}

/** The file's own range (OLFI: ltidAlloc, dwAlloc) and what one folder holds of it. Null: none was asked for yet. */
export interface LocalIds {
  readonly file: IdRange | null;
  readonly folder: IdRange | null;
}

export type TakenId =
  | { readonly kind: 'taken'; readonly id: SyncId; readonly ids: LocalIds }
  /** The file's range is used up: the client has to ask the server for another one, which it can only do online. */
  | { readonly kind: 'exhausted' };

/** Takes the next id for an item of a folder: from the folder's block, which is filled up from the file's range. */
export function takeLocalId(ids: LocalIds): TakenId {
  let { file, folder } = ids;
  if (folder === null || folder.left === 0) {
    if (file === null || file.left === 0) return { kind: 'exhausted' };
    const block = Math.min(FOLDER_IDS, file.left);
    folder = { ns: file.ns, gc: file.gc, left: block };
    file = { ns: file.ns, gc: file.gc + block, left: file.left - block };
  }
  const id = { ns: folder.ns, gc: folder.gc };
  return {
    kind: 'taken',
    id,
    ids: { file, folder: { ns: folder.ns, gc: folder.gc + 1, left: folder.left - 1 } },
  };
}
