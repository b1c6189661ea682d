import { addToPcl, type Pcl, pclIncludes } from '../identity/pcl.ts';
import type { Xid } from '../identity/xid.ts';
import type { IdSet } from '../identity/idset.ts';
import type { SyncId } from './contents-difference.ts';
import type { IcsState } from './ics-state.ts';

/** What the server answers to an uploaded message change (MS-OXCFXICS error codes by name). */
export type ImportAnswer =
  | { readonly kind: 'saved'; readonly pcl: Pcl }
  /** The server holds that change already. */
  | { readonly kind: 'known' }
  | { readonly kind: 'NoParentFolder' }
  | { readonly kind: 'ObjectDeleted' }
  | { readonly kind: 'SyncConflict' };

/** What the server finds for the folder and the id of an upload. */
export interface ServerSide {
  readonly folderExists: boolean;
  /** The id existed and was deleted. */
  readonly deleted: boolean;
  /** PCL of the message as the server has it; null: it has none with that id. */
  readonly pcl: Pcl | null;
}

/**
 * RopSynchronizationImportMessageChange with FailOnConflict, as a cached client asks for it: the server saves the
 * change, or says why not. The stored PCL is the uploaded one with the change key added (R1906-R1911).
 */
export function importMessageChange(
  server: ServerSide,
  change: { readonly changeKey: Xid; readonly pcl: Pcl },
): ImportAnswer {
  if (!server.folderExists) return { kind: 'NoParentFolder' };
  if (server.deleted && server.pcl === null) return { kind: 'ObjectDeleted' };
  const pcl = addToPcl(change.pcl, change.changeKey);
  if (server.pcl !== null) {
    if (pclIncludes(server.pcl, pcl)) return { kind: 'known' };
    if (!pclIncludes(pcl, server.pcl)) return { kind: 'SyncConflict' };
  }
  return { kind: 'saved', pcl };
}

/** What a saved upload adds to the client's state, so that its own change does not come back (R3365, R3370-R3372). */
export interface OwnChange {
  readonly id: SyncId;
  readonly cn: SyncId;
  readonly isFai: boolean;
  readonly readCn: SyncId | null;
}

function add(set: IdSet, id: SyncId): void {
  set.add(id.ns, id.gc);
}

/** CnsetSeen += the server's change number (its final state); IdsetGiven += the id (the client's checkpoint). Changes `state`. */
export function checkpointOwnChange(state: IcsState, own: OwnChange): void {
  add(state.given, own.id);
  add(own.isFai ? state.seenFai : state.seen, own.cn);
  if (own.readCn !== null) add(state.read, own.readCn);
}

/** A deletion the client made itself: the id leaves what it was given. Changes `state`. */
export function checkpointOwnDeletion(state: IcsState, id: SyncId): void {
  state.given.delete(id.ns, id.gc);
}
