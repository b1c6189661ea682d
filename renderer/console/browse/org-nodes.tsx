import { formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import type { TreeNode } from '../../kit/tree-view/tree-node.ts';
import { placeText } from '../../stores/browse-place.ts';
import type { ForeignBranches } from '../../stores/foreign-store.ts';
import { officeNodes, publicNodes } from '../post-office/office-nodes.tsx';
import type { Branches } from '../../stores/browse-store.ts';
import { Icon } from '../icons.tsx';
import { folderIcon } from './folder-icons.tsx';

type Org = NonNullable<Branches['places']>['source'];
type Server = Org['adminGroups'][number]['servers'][number];
type Folder = Branches['folders'][number][number];

/** Makes the id of a line of a lab's tree. */
export type LineId = (at: string) => string;

/** Its id tells how much is there already: a later one is asked for anew. */
function waiting(id: string, branches: Branches, known = 0): TreeNode {
  const label = branches.failure ?? text('browse.loading');
  return { id: `${id}/waiting-${known}`, label, isWaiting: true };
}

/** What stands below an organization in the tree: its directory, administrative groups, servers, stores, mailboxes, folders. */
export function orgNodes(
  org: 'source' | 'target',
  view: string,
  branches: Branches,
  foreign: ForeignBranches,
  id: LineId,
): readonly TreeNode[] {
  const places = branches.places?.[org];
  if (places === undefined) return [waiting(view, branches)];
  if (places.kind === 'post-offices') return officeNodes(foreign, id);
  const directory: TreeNode = {
    id: id(placeText({ kind: 'directory', org })),
    label: text(is55(places) ? 'browse.node.directory-55' : 'browse.node.directory', {
      count: formatCount(places.objects),
    }),
    icon: <Icon name="people" />,
  };
  const groups = places.adminGroups.flatMap((group): TreeNode[] =>
    group.servers.map((server) => serverNode(server, branches, id)),
  );
  return [directory, ...groups, ...(org === 'target' ? publicNodes(foreign, id) : [])];
}

/** Exchange Server 5.5 has mailboxes and custom recipients where later versions have users and contacts. */
export function is55({ adminGroups }: Org): boolean {
  return adminGroups.some(({ servers }) => servers.some(({ version }) => version === '5.5'));
}

function serverNode(server: Server, branches: Branches, id: LineId): TreeNode {
  return {
    id: id(placeText({ kind: 'server', id: server.id })),
    label: server.role === 'gc' ? text('browse.node.gc', { name: server.netbios }) : server.netbios,
    icon: <Icon name="server" />,
    children: server.stores.map((store): TreeNode => {
      const line = id(placeText({ kind: 'store', id: store.id }));
      return {
        id: line,
        label: store.name,
        icon: <Icon name="store" />,
        isBranch: store.mailboxes > 0,
        children: mailboxNodes(store.id, line, branches, id),
      };
    }),
  };
}

function mailboxNodes(store: number, line: string, branches: Branches, id: LineId): readonly TreeNode[] {
  const known = branches.stores[store];
  if (known === undefined) return [waiting(line, branches)];
  const nodes = known.rows.map((row): TreeNode => {
    const own = id(placeText({ kind: 'mailbox', id: row.id }));
    return {
      id: own,
      label: row.displayName,
      icon: <Icon name="mailbox" />,
      isBranch: row.initialized,
      children: row.initialized ? folderNodes(row.id, own, branches, id) : [],
    };
  });
  return known.rows.length < known.total ? [...nodes, waiting(line, branches, known.rows.length)] : nodes;
}

function folderNodes(mailbox: number, line: string, branches: Branches, id: LineId): readonly TreeNode[] {
  const folders = branches.folders[mailbox];
  if (folders === undefined) return [waiting(line, branches)];
  const below = new Map<string | null, Folder[]>();
  for (const folder of folders) below.set(folder.parent, [...(below.get(folder.parent) ?? []), folder]);
  const nodesOf = (parent: string | null): TreeNode[] =>
    (below.get(parent) ?? []).map((folder) => ({
      id: id(placeText({ kind: 'folder', id: mailbox, folder: folder.key })),
      label: folder.name,
      icon: folderIcon(folder),
      children: nodesOf(folder.key),
    }));
  return nodesOf(null);
}
