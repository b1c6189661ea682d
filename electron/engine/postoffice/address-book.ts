import type { PabRow } from '../../../shared/formats/migration-files/pab-row.ts';
import { ccMailAddress, userKey } from '../../../shared/lab/post-office.ts';
import { compareVersions } from '../../../shared/gate/version.ts';
import { versionOf } from '../server/server-rows.ts';
import type { Lab } from '../store/lab.ts';
import { BIN, findPrograms } from './find-programs.ts';
import type { PostOffice, PoUser } from './post-office-row.ts';

/** From which version on the wizard and Export hand over personal address books (Q229754), and entries of type SMTP (Q253196). */
const WIZARD = '5.5.2543.0';
const EXPORT = '8.30';
const EXPORT_SMTP = '8.30.03';

function atLeast(version: string | null | undefined, needed: string): boolean {
  return version !== null && version !== undefined && compareVersions(version, needed) >= 0;
}

/** Whether personal address books are exported, and their SMTP entries: DB8 alone, and both programs new enough. */
export function addressBookSupport(
  lab: Lab,
  po: PostOffice,
): { readonly books: boolean; readonly smtp: boolean } {
  const exporter = findPrograms(lab).export?.version;
  const books =
    po.database === 'DB8' &&
    atLeast(versionOf(lab, `${BIN}\\Mailmig.exe`), WIZARD) &&
    atLeast(exporter, EXPORT);
  return { books, smtp: books && atLeast(exporter, EXPORT_SMTP) };
}

/** A member of a list: the user of this post office that it names, else the name alone (SDK 9kab has `USER:` for that). */
function memberOf(lab: Lab, po: PostOffice, name: string): string {
  const known = lab.get<{ key: string; remote: string | null }>(
    'SELECT key, remote_po AS remote FROM po_user WHERE po_id = ? AND key = ?',
    po.id,
    userKey(name),
  );
  return known === undefined ? `USER:${name}` : `CCMAIL:${ccMailAddress(known.key, known.remote ?? po.name)}`;
}

/** The entries and lists of a user's personal address book, in the order in which cc:Mail keeps them. */
export function addressBookRows(lab: Lab, po: PostOffice, user: PoUser, smtp: boolean): PabRow[] {
  const entries = lab
    .all<{ name: string; type: string; address: string; comment: string }>(
      'SELECT name, type, address, comment FROM po_address WHERE user_id = ? ORDER BY ord',
      user.id,
    )
    .filter(({ type }) => smtp || type.toUpperCase() !== 'SMTP')
    .map(
      ({ name, type, address, comment }): PabRow => ({
        kind: 'entry',
        name,
        addresses: [`${type}:${address}`],
        details: comment === '' ? {} : { Note: comment },
      }),
    );
  const lists = lab
    .all<{ name: string; members: string }>(
      'SELECT name, members FROM po_list WHERE user_id = ? ORDER BY id',
      user.id,
    )
    .map(
      ({ name, members }): PabRow => ({
        kind: 'dl',
        name,
        addresses: (JSON.parse(members) as string[]).map((member) => memberOf(lab, po, member)),
        details: {},
      }),
    );
  return [...entries, ...lists];
}
