import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { ViewState } from '../../kit/view-state.tsx';
import { placeText } from '../../stores/browse-place.ts';
import { goTo } from '../../stores/console-store.ts';
import { useAsk } from '../../stores/use-ask.ts';
import { Icon } from '../icons.tsx';
import { AskedView } from '../parts/asked-view.tsx';
import { Pane } from '../parts/pane.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { Facts } from './facts.tsx';
import './browse.css';

type Places = CommandOutput<'lab:places'>;
type Server = Places['source']['adminGroups'][number]['servers'][number];
export type Store = Server['stores'][number];

/** A server with the names of its administrative group and organization. */
export interface FoundServer {
  readonly server: Server;
  readonly group: string;
  readonly org: string;
}

export function serversOf(places: Places): readonly FoundServer[] {
  return [places.source, places.target].flatMap((org) =>
    org.adminGroups.flatMap((group) =>
      group.servers.map((server) => ({ server, group: group.name, org: org.name })),
    ),
  );
}

/** One Exchange server or global catalog, and its stores. */
export function BrowsedServerPane({ lab, id }: { readonly lab: string; readonly id: number }) {
  const asking = useAsk('lab:places', { lab }, useRevision(lab));
  const found =
    asking.asked.status === 'ready'
      ? serversOf(asking.asked.value).find((each) => each.server.id === id)
      : undefined;
  return (
    <Pane
      title={found?.server.netbios ?? text('browse.server.title')}
      {...(found === undefined
        ? {}
        : { subtitle: text('browse.server.subtitle', { group: found.group, org: found.org }) })}
    >
      <AskedView asking={asking}>
        {() =>
          found === undefined ? (
            <ViewState kind="empty" text={text('browse.server.gone')} />
          ) : (
            <ServerView lab={lab} server={found.server} />
          )
        }
      </AskedView>
    </Pane>
  );
}

function ServerView({ lab, server }: { readonly lab: string; readonly server: Server }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const open = (store: Store): void =>
    goTo({ view: 'browse', lab, at: placeText({ kind: 'store', id: store.id }) });
  return (
    <div className="browse-fill">
      <Facts
        facts={[
          [text('browse.server.fqdn'), server.fqdn],
          [text('browse.server.version'), server.version],
          [text('browse.server.role'), text(`browse.server.role.${server.role}`)],
        ]}
      />
      <ListView
        label={text('browse.server.stores')}
        columns={STORES}
        rows={server.stores}
        rowKey={(store) => String(store.id)}
        selectedKey={chosen === null ? null : String(chosen)}
        onSelect={(store) => setChosen(store.id)}
        onOpen={open}
        empty={text('browse.server.no-stores')}
      />
    </div>
  );
}

const STORES: readonly Column<Store>[] = [
  {
    id: 'name',
    title: text('browse.column.store'),
    width: 'fill',
    text: (row) => row.name,
    icon: () => <Icon name="store" />,
  },
  {
    id: 'mailboxes',
    title: text('browse.column.mailboxes'),
    width: 90,
    align: 'right',
    text: (row) => formatCount(row.mailboxes),
  },
  {
    id: 'replids',
    title: text('browse.column.replids'),
    width: 120,
    align: 'right',
    text: (row) => formatCount(row.replids.length),
  },
];
