import { compareBytes } from '../identity/bytes.ts';
import { type Pcl, pclIncludes } from '../identity/pcl.ts';
import type { Xid } from '../identity/xid.ts';

/** One version of a message or folder. */
export interface Version {
  readonly pcl: Pcl;
  readonly changeKey: Xid;
  /** PidTagLastModificationTime, lab milliseconds. */
  readonly lastMod: number;
}

/** What a client does with a downloaded change. */
export type Applied = 'insert' | 'replace' | 'ignore' | 'conflict';

/** How two versions of one thing stand to each other by their predecessor change lists (MS-OXCFXICS R1788-R1793). */
export function applyChange(local: Version | null, imported: Version): Applied {
  if (local === null) return 'insert';
  const importedKnowsLocal = pclIncludes(imported.pcl, local.pcl);
  const localKnowsImported = pclIncludes(local.pcl, imported.pcl);
  if (importedKnowsLocal && !localKnowsImported) return 'replace';
  return localKnowsImported ? 'ignore' : 'conflict';
}

/**
 * Which version wins a conflict (MS-OXCFXICS R1826-R1830): the later modification; on a tie the larger namespace of the
 * change key; still equal, the imported one for messages and the server's for folders.
 * `serverSide` says which of the two is the server's: in a download the imported one, in an upload the local one.
 */
export function conflictWinner(
  local: Version,
  imported: Version,
  kind: 'message' | 'folder' = 'message',
  serverSide: 'local' | 'imported' = 'imported',
): 'local' | 'imported' {
  if (local.lastMod !== imported.lastMod) return local.lastMod > imported.lastMod ? 'local' : 'imported';
  const order = compareBytes(local.changeKey.ns, imported.changeKey.ns);
  if (order !== 0) return order > 0 ? 'local' : 'imported';
  return kind === 'message' ? 'imported' : serverSide;
}
