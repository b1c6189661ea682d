import type { Hex, HexSet, ModelMailbox, ModelMessage, ModelOst } from './model-types.ts';
import { places } from './model-places.ts';

/*
 * An ICS client over the reference model, straight from MS-OXCFXICS: what one synchronization of an .ost with a mailbox
 * transfers. Sets of hex strings, one folder after the other, nothing remembered.
 */

export interface SyncForecast {
  /** Messages whose change number the client has not seen (R2043, R2044), and their bytes. */
  readonly downloads: readonly Hex[];
  readonly bytes: number;
  /** Ids that were given and are not in the server's replica of the folder (R2046), in folders that still exist. */
  readonly deletions: readonly Hex[];
  /** The same, in folders that are gone from the server. */
  readonly lostWithFolders: readonly Hex[];
  /** Messages of which only the read state is news (R2048). */
  readonly reads: readonly Hex[];
  /** Below the root: a hierarchy download tells of the tree under it. */
  readonly folderDownloads: readonly Hex[];
  readonly folderDeletions: readonly Hex[];
}

const EMPTY: HexSet = { has: () => false, list: () => [] };
const NEW_FOLDER = { given: EMPTY, seen: EMPTY, seenFai: EMPTY, read: EMPTY };

/** What a client that holds nothing has. */
export const EMPTY_OST: Pick<ModelOst, 'given' | 'seen' | 'folders'> = {
  given: EMPTY,
  seen: EMPTY,
  folders: new Map(),
};

/** Contents of search folders are not stored in them, so that there is nothing to synchronize. */
function synchronized(mailbox: ModelMailbox): ModelMailbox['folders'] {
  return new Map([...mailbox.folders].filter(([, folder]) => !folder.isSearch));
}

/** The messages that a full download of the mailbox brings, associated ones included (D4). */
export function syncWindow(mailbox: ModelMailbox): ModelMessage[] {
  const folders = synchronized(mailbox);
  return [...mailbox.messages.values()].filter((message) => folders.has(message.folder));
}

/** @param ost its state only: whether it may be used at all is the binding's matter */
export function forecastSync(
  ost: Pick<ModelOst, 'given' | 'seen' | 'folders'>,
  mailbox: ModelMailbox,
): SyncForecast {
  const folders = synchronized(mailbox);
  const downloads: ModelMessage[] = [];
  const deletions: Hex[] = [];
  const lostWithFolders: Hex[] = [];
  const reads: Hex[] = [];
  for (const gid of folders.keys()) {
    const state = ost.folders.get(gid) ?? NEW_FOLDER;
    const here = [...mailbox.messages.values()].filter((message) => message.folder === gid);
    for (const message of here) {
      const seen = message.isFai ? state.seenFai : state.seen;
      if (!seen.has(message.cn)) downloads.push(message);
      else if (!message.isFai && message.readCn !== null && !state.read.has(message.readCn)) {
        reads.push(message.gid);
      }
    }
    const present = new Set(here.map((message) => message.gid));
    deletions.push(...state.given.list().filter((id) => !present.has(id)));
  }
  for (const [gid, state] of ost.folders) {
    if (!folders.has(gid) && !state.isLocal) lostWithFolders.push(...state.given.list());
  }
  return {
    downloads: downloads.map((message) => message.gid),
    bytes: downloads.reduce((sum, message) => sum + message.size, 0),
    deletions,
    lostWithFolders,
    reads,
    folderDownloads: [...folders.values()]
      .filter((folder) => folder.parent !== null && !ost.seen.has(folder.cn))
      .map((folder) => folder.gid),
    folderDeletions: ost.given.list().filter((id) => !folders.has(id)),
  };
}

/** Whether an .ost fits the mailbox behind its profile (identity 2.5): the store GUID and the server's key, both. */
export function bindingHolds(ost: ModelOst, cachedKey: Hex | null, mailbox: ModelMailbox): boolean {
  return ost.ostKey === cachedKey && ost.storeGuid === mailbox.storeGuid && ost.ostKey === mailbox.ostKey;
}

/** Where messages stand in a mailbox, for comparing two mailboxes whose ids differ: place, search key, read state. */
export function shelf(mailbox: ModelMailbox): string[] {
  const at = places(mailbox);
  return [...mailbox.messages.values()]
    .map((message) =>
      JSON.stringify([at.get(message.folder), message.searchKey, message.subject, message.isRead]),
    )
    .sort();
}
