import { documented, modelled } from '../../../shared/evidence.ts';
import type { ConnectorSettings, ConnectorStep } from '../../../shared/lab/connector.ts';
import type { PostOffice } from '../postoffice/post-office-row.ts';
import type { Lab } from '../store/lab.ts';
import {
  addEntries,
  addressOf,
  type DirectoryEntry,
  exchangeEntry,
  readBoards,
  readDirectory,
  readLists,
  removeEntries,
} from './cc-directory.ts';
import { writeCycle } from './connector-row.ts';
import { DIRSYNC_FILES, printBoards, printEntries, printLists, writeDirsyncFile } from './dirsync-files.ts';
import {
  addCustomRecipient,
  isKnown,
  type MailboxAddress,
  mailboxAddresses,
  removeCustomRecipients,
} from './exchange-directory.ts';

const TEN_STEPS = documented('Q295753');

/** What has to change in the post office, found by comparing both directories (step 6). */
interface Changes {
  readonly deletions: readonly DirectoryEntry[];
  readonly additions: readonly DirectoryEntry[];
  /** Local users among the deletions: their mailbox is in Exchange now (XMG 06001). */
  readonly migrated: readonly DirectoryEntry[];
}

function compare(
  directory: readonly DirectoryEntry[],
  mailboxes: readonly MailboxAddress[],
  po: PostOffice,
): Changes {
  const former = new Set(mailboxes.flatMap((mailbox) => mailbox.former.map((each) => each.toLowerCase())));
  const wanted = mailboxes.map(({ address }) => exchangeEntry(address));
  const same = (a: DirectoryEntry, b: DirectoryEntry): boolean =>
    a.key.toLowerCase() === b.key.toLowerCase() && a.address.toLowerCase() === b.address.toLowerCase();
  const migrated = directory.filter(
    (entry) => entry.location === 'L' && former.has(addressOf(entry, po).toLowerCase()),
  );
  const stale = directory.filter((entry) => entry.ours && !wanted.some((each) => same(each, entry)));
  const deletions = [...migrated, ...stale];
  const staying = directory.filter((entry) => !deletions.includes(entry));
  const taken = new Set(staying.map((entry) => entry.key.toLowerCase()));
  const additions: DirectoryEntry[] = [];
  for (const entry of wanted) {
    const key = entry.key.toLowerCase();
    // A namesake in the post office keeps the name: cc:Mail's directory has each name once.
    if (taken.has(key)) continue;
    taken.add(key);
    additions.push(entry);
  }
  return { deletions, additions, migrated };
}

/** Brings the Exchange directory up to date (step 9): custom recipients for who is new, none for who is gone. */
function updateExchange(
  lab: Lab,
  container: string,
  names: readonly { readonly name: string; readonly address: string }[],
): { readonly added: number; readonly removed: number } {
  const kept = new Set(names.map(({ address }) => address.toLowerCase()));
  const removed = removeCustomRecipients(lab, kept, container);
  const fresh = names.filter(({ address }) => !isKnown(lab, address));
  for (const { name, address } of fresh) addCustomRecipient(lab, container, name, address);
  return { added: fresh.length, removed };
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/**
 * One cycle of directory synchronization, in the ten steps of Q295753, with its five files. The post office is sound and
 * the programs are the right ones: trouble is judged before. Throws StoreFault.
 */
export function dirsync(lab: Lab, po: PostOffice, settings: ConnectorSettings): void {
  const steps: ConnectorStep[] = [];
  const tell = (text: string): number => steps.push({ text, ...TEN_STEPS });
  const directory = readDirectory(lab, po);
  const lists = readLists(lab, po);
  const boards = readBoards(lab, po);
  writeDirsyncFile(lab, 'directory', printEntries(directory), po.codePage);
  writeDirsyncFile(lab, 'lists', printLists(lists), po.codePage);
  writeDirsyncFile(lab, 'boards', printBoards(boards), po.codePage);
  tell(
    `1. Directory, mailing lists and bulletin boards of ${po.name} are exported to ${DIRSYNC_FILES.directory}, ${DIRSYNC_FILES.lists} and ${DIRSYNC_FILES.boards}.`,
  );
  const ours = directory.filter((entry) => entry.ours);
  tell(
    `2. Ccmdir.exp: ${counted(ours.length, 'Exchange entry', 'Exchange entries')}, ${counted(directory.length - ours.length, 'cc:Mail entry', 'cc:Mail entries')}.`,
  );
  tell(`3. Ccmlist.exp: ${counted(lists.length, 'mailing list')}.`);
  tell(`4. Ccmbb.exp: ${counted(boards.length, 'bulletin board')}.`);
  const mailboxes = mailboxAddresses(lab);
  tell(
    `5. The Exchange directory is searched: ${counted(mailboxes.length, 'mailbox', 'mailboxes')} for cc:Mail.`,
  );
  const { deletions, additions, migrated } = compare(directory, mailboxes, po);
  writeDirsyncFile(lab, 'deletions', printEntries(deletions), po.codePage);
  writeDirsyncFile(lab, 'additions', printEntries(additions), po.codePage);
  tell(
    `6. Compared with what was exported: ${counted(deletions.length, 'deletion')} in ${DIRSYNC_FILES.deletions}, ${counted(additions.length, 'addition')} in ${DIRSYNC_FILES.additions}.`,
  );
  removeEntries(lab, deletions);
  tell(`7. Ccmdel.imp is imported into ${po.name}.`);
  if (migrated.length > 0)
    steps.push({
      text: `Deleted from ${po.name} with their messages, for they have mailboxes in Exchange now: ${migrated.map(({ key }) => key).join(', ')}.`,
      ...modelled(
        'The guide says that migrated accounts might be deleted during directory synchronization; here they are',
        'XMG 06001',
      ),
    });
  addEntries(lab, po, additions);
  tell(`8. Ccmdir.imp is imported into ${po.name}.`);
  const people = directory
    .filter((entry) => !entry.ours && !deletions.includes(entry))
    .map((entry) => ({ name: entry.name, address: addressOf(entry, po) }));
  const others = [...lists.map(({ name }) => name), ...boards].map((name) => ({
    name,
    address: `${name} at ${po.name}`,
  }));
  const { added, removed } = updateExchange(lab, settings.container, [...people, ...others]);
  tell(
    `9. The Exchange directory is updated: ${counted(added, 'custom recipient')} added, ${counted(removed, 'custom recipient')} deleted.`,
  );
  tell(
    `10. Its mailing lists and bulletin boards are updated: ${counted(lists.length, 'list')}, ${counted(boards.length, 'board')}.`,
  );
  const summary = `${counted(added, 'custom recipient')} added and ${removed} deleted in Exchange, ${counted(additions.length, 'entry', 'entries')} added and ${deletions.length} deleted in ${po.name}`;
  writeCycle(lab, 'dirsync', 'ok', { summary, code: 0, steps });
}
