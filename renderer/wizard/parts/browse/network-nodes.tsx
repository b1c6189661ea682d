import { text } from '../../../../shared/text/text.ts';
import type { LabFact } from '../../../../shared/wizard/facts.ts';
import type { TreeNode } from '../../../kit/tree-view/tree-node.ts';
import { PlaceIcon } from './place-icon.tsx';

/** A line's id holds the path that it stands for, without a backslash at its end. */
export const placeId = (path: string): string => `path/${path.trim().replace(/\\$/, '').toLowerCase()}`;

/** The path that a line's choice leads to, as it is entered; null: the line is no directory. */
export function pathOf(id: string): string | null {
  if (!id.startsWith('path/')) return null;
  const path = id.slice('path/'.length).toUpperCase();
  return /^[A-Z]:$/.test(path) ? `${path}\\` : path;
}

/** The mapped drives of the migration server, and below the network its servers with their directories. */
export function networkNodes(lab: LabFact): readonly TreeNode[] {
  const servers = new Map<string, string[]>();
  for (const { directory } of lab.postOffices) {
    const server = directory.split('\\')[2] ?? '';
    servers.set(server, [...(servers.get(server) ?? []), directory]);
  }
  return [
    {
      id: 'drives',
      label: text('wizard.browse.drives'),
      icon: <PlaceIcon of="organization" />,
      children: lab.drives.map(({ letter, path }) => ({
        id: placeId(letter),
        label: text('wizard.browse.drive', { letter, path }),
        icon: <PlaceIcon of="store" />,
      })),
    },
    {
      id: 'network',
      label: text('wizard.browse.network'),
      icon: <PlaceIcon of="organization" />,
      children: [...servers].map(([server, directories]) => ({
        id: `server/${server}`,
        label: server,
        icon: <PlaceIcon of="server" />,
        children: directories.map((directory) => ({
          id: placeId(directory),
          label: directory.split('\\').slice(3).join('\\'),
          icon: <PlaceIcon of="folder" />,
        })),
      })),
    },
  ];
}
