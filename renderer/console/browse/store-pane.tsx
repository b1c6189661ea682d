import { useState } from 'react';
import { formatCount, formatTime } from '../../../shared/text/format.ts';
import { isTextKey, text } from '../../../shared/text/text.ts';
import { TabPages } from '../../kit/dialog/tab-pages.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ViewState } from '../../kit/view-state.tsx';
import { placeText } from '../../stores/browse-place.ts';
import { goTo } from '../../stores/console-store.ts';
import { useAsk } from '../../stores/use-ask.ts';
import { type PagedRow, usePages } from '../../stores/use-pages.ts';
import { Icon } from '../icons.tsx';
import { AskedView } from '../parts/asked-view.tsx';
import { Pane } from '../parts/pane.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { Identifiers } from './identifiers.tsx';
import { PagedView } from './paged-view.tsx';
import { serversOf, type Store } from './server-pane.tsx';
import './browse.css';

type Row = PagedRow<'lab:mailboxes'>;

/** A mailbox store: its mailboxes, and its map of REPLIDs. */
export function StorePane({ lab, id }: { readonly lab: string; readonly id: number }) {
  const asking = useAsk('lab:places', { lab }, useRevision(lab));
  const places = asking.asked.status === 'ready' ? asking.asked.value : null;
  const servers = places === null ? [] : serversOf(places);
  const home = servers.find(({ server }) => server.stores.some((store) => store.id === id));
  const store = home?.server.stores.find((each) => each.id === id);
  return (
    <Pane
      title={store?.name ?? text('browse.store.title')}
      {...(home === undefined
        ? {}
        : { subtitle: text('browse.store.subtitle', { server: home.server.netbios, org: home.org }) })}
    >
      <AskedView asking={asking}>
        {({ utcOffsetMinutes }) =>
          store === undefined ? (
            <ViewState kind="empty" text={text('browse.store.gone')} />
          ) : (
            <TabPages
              label={store.name}
              tabs={[
                {
                  id: 'mailboxes',
                  title: text('browse.store.mailboxes'),
                  content: <Mailboxes lab={lab} store={id} offset={utcOffsetMinutes} />,
                },
                {
                  id: 'map',
                  title: text('browse.store.map'),
                  content: <Identifiers label={text('browse.store.map')} items={mapOf(store)} />,
                },
              ]}
            />
          )
        }
      </AskedView>
    </Pane>
  );
}

function mapOf(store: Store): Parameters<typeof Identifiers>[0]['items'] {
  return store.replids.map(({ replid, guid, addedBy }) => {
    const why = `browse.added-by.${addedBy}`;
    const names = text('browse.store.replid', { replid, why: isTextKey(why) ? text(why) : addedBy });
    return { id: 'replguid', kind: 'guid', names, hex: guid };
  });
}

interface MailboxesProps {
  readonly lab: string;
  readonly store: number;
  readonly offset: number;
}

function Mailboxes({ lab, store, offset }: MailboxesProps) {
  const pages = usePages('lab:mailboxes', { lab, store }, useRevision(lab));
  const [index, setIndex] = useState<number | null>(null);
  return (
    <div className="browse-fill">
      <PagedView
        label={text('browse.store.mailboxes')}
        pages={pages}
        columns={columns(offset)}
        selectedIndex={index}
        onSelect={setIndex}
        onOpen={(row) => goTo({ view: 'browse', lab, at: placeText({ kind: 'mailbox', id: row.id }) })}
        empty={text('browse.store.empty')}
      />
      <p className="pane-note">{text('browse.store.open')}</p>
    </div>
  );
}

function columns(offset: number): readonly Column<Row>[] {
  return [
    {
      id: 'name',
      title: text('browse.column.name'),
      width: 'fill',
      text: (row) => row.displayName,
      icon: () => <Icon name="mailbox" />,
    },
    { id: 'alias', title: text('browse.column.alias'), width: 130, text: (row) => row.alias },
    {
      id: 'state',
      title: text('browse.column.state'),
      width: 150,
      text: (row) => initializedText(row.initialized, row.initializedBy),
    },
    {
      id: 'items',
      title: text('browse.column.items'),
      width: 80,
      align: 'right',
      text: (row) => formatCount(row.items),
    },
    {
      id: 'logon',
      title: text('browse.column.logon'),
      width: 116,
      text: (row) => (row.lastLogon === null ? '' : formatTime(row.lastLogon, offset)),
    },
  ];
}

/** Whether a mailbox is initialized, and through what. */
export function initializedText(initialized: boolean, by: string | null): string {
  const key = `browse.initialized.${by ?? ''}`;
  if (!initialized) return text('console.org.uninitialized');
  return isTextKey(key) ? text(key) : text('console.org.initialized');
}
