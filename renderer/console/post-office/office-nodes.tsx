import { formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import type { TreeNode } from '../../kit/tree-view/tree-node.ts';
import { foreignText } from '../../stores/foreign-place.ts';
import type { ForeignBranches } from '../../stores/foreign-store.ts';
import { Icon } from '../icons.tsx';
import { poFolderIcon } from './folder-icon.tsx';

/** Makes the id of a line of a lab's tree. */
type LineId = (at: string) => string;
type Folders = ForeignBranches['folders'][number];
type Office = NonNullable<ForeignBranches['offices']>[number];

/** Its id tells how much is there already: a later one is asked for anew. */
function waiting(id: string, branches: ForeignBranches, known = 0): TreeNode {
  return {
    id: `${id}/waiting-${known}`,
    label: branches.failure ?? text('browse.loading'),
    isWaiting: true,
  };
}

/** What stands below the source where it is made of post offices: each with its users, their folders, its bulletin boards. */
export function officeNodes(branches: ForeignBranches, id: LineId): readonly TreeNode[] {
  const { offices } = branches;
  if (offices === null) return [waiting(id(foreignText({ kind: 'post-offices' })), branches)];
  return offices.map((office): TreeNode => {
    const line = id(foreignText({ kind: 'post-office', id: office.id }));
    return {
      id: line,
      label: office.name,
      icon: <Icon name="store" />,
      isBranch: true,
      children: [boardsNode(office, branches, id), ...userNodes(office.id, line, branches, id)],
    };
  });
}

function boardsNode(office: Office, branches: ForeignBranches, id: LineId): TreeNode {
  const line = id(foreignText({ kind: 'boards', id: office.id }));
  const boards = branches.boards[office.id];
  return {
    id: line,
    label: text('po.node.boards', { count: formatCount(office.boards) }),
    icon: <Icon name="events" />,
    isBranch: office.boards > 0,
    children: boards === undefined ? [waiting(line, branches)] : folderLines(boards, id),
  };
}

function userNodes(office: number, line: string, branches: ForeignBranches, id: LineId): readonly TreeNode[] {
  const known = branches.users[office];
  if (known === undefined) return [waiting(line, branches)];
  // Others are addresses alone: there is nothing below them.
  const nodes = known.rows
    .filter(({ kind }) => kind === 'local')
    .map((user): TreeNode => {
      const own = id(foreignText({ kind: 'po-user', id: user.id }));
      const folders = branches.folders[user.id];
      return {
        id: own,
        label: user.name,
        icon: <Icon name="mailbox" />,
        isBranch: true,
        children: folders === undefined ? [waiting(own, branches)] : folderLines(folders, id),
      };
    });
  return known.rows.length < known.total ? [...nodes, waiting(line, branches, known.rows.length)] : nodes;
}

function folderLines(folders: Folders, id: LineId): readonly TreeNode[] {
  return folders.map((folder) => ({
    id: id(foreignText({ kind: 'po-folder', id: folder.id })),
    label: folder.name,
    icon: poFolderIcon(folder.kind),
  }));
}

/** The public folders of the target under one line; none while there are none. */
export function publicNodes(branches: ForeignBranches, id: LineId): readonly TreeNode[] {
  const all = branches.publicFolders ?? [];
  if (all.length === 0) return [];
  const below = (parent: number | null): TreeNode[] =>
    all
      .filter((folder) => folder.parent === parent)
      .map((folder) => ({
        id: id(foreignText({ kind: 'public-folder', id: folder.id })),
        label: folder.name,
        icon: <Icon name="folder" />,
        children: below(folder.id),
      }));
  return [
    {
      id: id(foreignText({ kind: 'public-folders' })),
      label: text('po.node.public-folders', { count: formatCount(all.length) }),
      icon: <Icon name="folder" />,
      children: below(null),
    },
  ];
}
