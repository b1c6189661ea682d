import type { OrgFact } from '../../../../shared/wizard/facts.ts';
import type { TreeNode } from '../../../kit/tree-view/tree-node.ts';
import { PlaceIcon } from './place-icon.tsx';

export const serverId = (netbios: string): string => `server/${netbios}`;
export const storeId = (netbios: string, store: string): string => `store/${netbios}/${store}`;
export const containerId = (dn: string): string => `container/${dn}`;

/** An organization down to its servers, by administrative group; with `stores`, down to the mailbox stores. */
export function serverNodes(org: OrgFact, stores: boolean): readonly TreeNode[] {
  const groups = [...new Set(org.servers.map((server) => server.adminGroup))];
  return [
    {
      id: 'organization',
      label: org.name,
      icon: <PlaceIcon of="organization" />,
      children: groups.map((group) => ({
        id: `group/${group}`,
        label: group,
        icon: <PlaceIcon of="folder" />,
        children: org.servers
          .filter((server) => server.adminGroup === group)
          .map((server) => ({
            id: serverId(server.netbios),
            label: server.netbios,
            icon: <PlaceIcon of="server" />,
            ...(stores
              ? {
                  children: server.stores.map((store) => ({
                    id: storeId(server.netbios, store),
                    label: store,
                    icon: <PlaceIcon of="store" />,
                  })),
                }
              : {}),
          })),
      })),
    },
  ];
}

/** A domain and its containers, by their names; a container's id holds its distinguished name. */
export function containerNodes(org: OrgFact): readonly TreeNode[] {
  return [
    {
      id: 'domain',
      label: org.domain,
      icon: <PlaceIcon of="organization" />,
      children: org.containers.map((dn) => ({
        id: containerId(dn),
        label: /^[A-Z]+=([^,]+)/i.exec(dn)?.[1] ?? dn,
        icon: <PlaceIcon of="folder" />,
      })),
    },
  ];
}

/** The ids of all lines that have children. */
export function branchesOf(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap(({ id, children }) => (children === undefined ? [] : [id, ...branchesOf(children)]));
}
