import { ccMailAddress, userKey } from '../../../shared/lab/post-office.ts';
import { CONNECTOR_SERVICE } from '../../../shared/lab/connector.ts';
import type { PostOffice } from '../postoffice/post-office-row.ts';
import type { Lab } from '../store/lab.ts';

/** One entry of a cc:Mail directory, as Export writes it and Import reads it. */
export interface DirectoryEntry {
  /** `Vane, Cora` */
  readonly name: string;
  /** `Vane Cora` */
  readonly key: string;
  /** Location: `L` a local user, `R` a remote one, `P` a post office (Lotus, Import/Export 5.11). */
  readonly location: 'L' | 'R' | 'P';
  /** Post office of a remote user. */
  readonly address: string;
  readonly comment: string;
  /** Key of the row; null: not in the post office yet. */
  readonly userId: number | null;
  /** Whether the connector put it there. */
  readonly ours: boolean;
}

/** Everybody in the directory of a post office, in the order of names. */
export function readDirectory(lab: Lab, po: PostOffice): DirectoryEntry[] {
  return lab
    .all<{
      id: number;
      name: string;
      key: string;
      remotePo: string | null;
      comment: string;
      by: string | null;
    }>(
      `SELECT id, name, key, remote_po AS remotePo, comment, imported_by AS by FROM po_user WHERE po_id = ? ORDER BY name, id`,
      po.id,
    )
    .map((row) => ({
      name: row.name,
      key: row.key,
      location: row.remotePo === null ? 'L' : 'R',
      address: row.remotePo ?? '',
      comment: row.comment,
      userId: row.id,
      ours: row.by === CONNECTOR_SERVICE,
    }));
}

/** Address of an entry as Exchange knows it: `Vane Cora at HARBOR`. */
export function addressOf(entry: DirectoryEntry, po: PostOffice): string {
  return ccMailAddress(entry.key, entry.location === 'L' ? po.name : entry.address);
}

export interface CcMailList {
  readonly name: string;
  readonly members: readonly string[];
}

/** Public mailing lists. */
export function readLists(lab: Lab, po: PostOffice): CcMailList[] {
  return lab
    .all<{ name: string; members: string }>(
      'SELECT name, members FROM po_list WHERE po_id = ? AND user_id IS NULL ORDER BY name, id',
      po.id,
    )
    .map((row) => ({ name: row.name, members: JSON.parse(row.members) as string[] }));
}

export function readBoards(lab: Lab, po: PostOffice): string[] {
  return lab
    .all<{ name: string }>(
      "SELECT name FROM po_folder WHERE po_id = ? AND kind = 'bulletin-board' ORDER BY name, id",
      po.id,
    )
    .map(({ name }) => name);
}

/** Takes entries out of the directory: a local user goes with folders and messages. */
export function removeEntries(lab: Lab, entries: readonly DirectoryEntry[]): void {
  for (const { userId } of entries) if (userId !== null) lab.run('DELETE FROM po_user WHERE id = ?', userId);
}

export function addEntries(lab: Lab, po: PostOffice, entries: readonly DirectoryEntry[]): void {
  for (const entry of entries)
    lab.run(
      `INSERT INTO po_user(po_id, name, key, kind, remote_po, comment, password, imported_by)
         VALUES(?, ?, ?, 'remote', ?, ?, 'own', ?)`,
      po.id,
      entry.name,
      entry.key,
      entry.address,
      entry.comment,
      CONNECTOR_SERVICE,
    );
}

/** An entry for somebody of the Exchange organization; `address`: `Ines Moor at Northgate`. */
export function exchangeEntry(address: string): DirectoryEntry {
  const at = address.lastIndexOf(' at ');
  const name = at < 0 ? address : address.slice(0, at);
  return {
    name,
    key: userKey(name),
    location: 'R',
    address: at < 0 ? '' : address.slice(at + ' at '.length),
    comment: '',
    userId: null,
    ours: true,
  };
}
