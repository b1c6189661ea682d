import type { LabOutput } from '../../shared/ipc/lab-commands.ts';
import { table } from './table.ts';

type Show = LabOutput<'show'>;

function printOffice(office: Show['postOffices'][number]): string {
  const standing = office.damaged ? ', damaged' : '';
  const boards = `${office.bulletinBoards} bulletin boards`;
  const users = table(
    ['Key', 'Name', 'Kind', 'Items', 'Bytes'],
    office.users.map((user) => [user.alias, user.name, user.kind, user.items, user.bytes]),
  );
  return `Post office ${office.name} (${office.directory}): ${office.database}, release ${office.release}${standing}, ${boards}\n${users}`;
}

/** What only labs with a foreign source hold: post offices, and public folders of the target. */
export function printForeign(lab: Pick<Show, 'postOffices' | 'publicFolders'>): string[] {
  const folders = table(
    ['Folder', 'Owner', 'Access', 'Items'],
    lab.publicFolders.map((folder) => [folder.path.join('\\'), folder.owner, folder.access, folder.items]),
  );
  return [
    ...lab.postOffices.map(printOffice),
    ...(lab.publicFolders.length === 0 ? [] : [`Public folders\n${folders}`]),
  ];
}
