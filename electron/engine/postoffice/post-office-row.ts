import type { PoDatabase, PostOfficeDamage, PostOfficeOptions } from '../../../shared/lab/post-office.ts';
import type { Lab } from '../store/lab.ts';

/** A cc:Mail post office of a lab. */
export interface PostOffice {
  readonly id: number;
  readonly name: string;
  /** Where it stands on the network, e.g. `\\HARBOR\CCDATA`. */
  readonly directory: string;
  readonly database: PoDatabase;
  readonly release: string;
  readonly codePage: number;
  readonly writable: boolean;
  readonly options: PostOfficeOptions;
  /** Null while it is sound. */
  readonly damage: PostOfficeDamage | null;
}

interface Raw extends Omit<PostOffice, 'writable' | 'options' | 'damage'> {
  readonly writable: number;
  readonly options: string;
  readonly damage: string | null;
}

const COLUMNS = 'id, name, directory, database, release, code_page AS codePage, writable, options, damage';

function read(row: Raw): PostOffice {
  return {
    ...row,
    writable: row.writable === 1,
    options: { preExpiredPasswords: false, inUseBy: [], ...(JSON.parse(row.options) as object) },
    damage: row.damage === null ? null : (JSON.parse(row.damage) as PostOfficeDamage),
  };
}

/** All post offices of a lab, in the order of their keys. */
export function postOffices(lab: Lab): PostOffice[] {
  return lab.all<Raw>(`SELECT ${COLUMNS} FROM post_office ORDER BY id`).map(read);
}

/** A post office by its name, compared without case; null: there is none. */
export function postOfficeNamed(lab: Lab, name: string): PostOffice | null {
  const row = lab.get<Raw>(
    `SELECT ${COLUMNS} FROM post_office WHERE name = ? ORDER BY id LIMIT 1`,
    name.trim(),
  );
  return row === undefined ? null : read(row);
}

/** A post office by its key; one that is not there is a bug. */
export function postOffice(lab: Lab, id: number): PostOffice {
  const row = lab.get<Raw>(`SELECT ${COLUMNS} FROM post_office WHERE id = ?`, id);
  if (row === undefined) throw new Error(`no post office with key ${id}`);
  return read(row);
}

/** One user in the directory of a post office. */
export interface PoUser {
  readonly id: number;
  /** `Vane, Cora` */
  readonly name: string;
  /** `Vane Cora` */
  readonly key: string;
  readonly kind: 'local' | 'remote' | 'mobile';
  readonly remotePo: string | null;
  readonly password: 'own' | 'pre-expired' | 'reset';
}

const USER_COLUMNS = 'id, name, key, kind, remote_po AS remotePo, password';

/** A user with a mailbox by key ('Vane Cora') or name ('Vane, Cora'), compared without case; null: there is none. */
export function localUser(lab: Lab, poId: number, keyOrName: string): PoUser | null {
  return (
    lab.get<PoUser>(
      `SELECT ${USER_COLUMNS} FROM po_user WHERE po_id = ?1 AND kind = 'local' AND (key = ?2 OR name = ?2 COLLATE NOCASE)
         ORDER BY key = ?2 DESC LIMIT 1`,
      poId,
      keyOrName.trim(),
    ) ?? null
  );
}

/** What a folder of a post office is. */
export type PoFolderKind = 'inbox' | 'drafts' | 'trash' | 'message-log' | 'folder' | 'bulletin-board';
