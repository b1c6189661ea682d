import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { placeText } from '../../stores/browse-place.ts';
import { branchesOf, useBrowse } from '../../stores/browse-store.ts';
import { goTo } from '../../stores/console-store.ts';
import { useAsk } from '../../stores/use-ask.ts';
import { type PagedRow, usePages } from '../../stores/use-pages.ts';
import { Icon } from '../icons.tsx';
import { AskedView } from '../parts/asked-view.tsx';
import { Pane } from '../parts/pane.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { Facts } from './facts.tsx';
import { is55 } from './org-nodes.tsx';
import { PagedView } from './paged-view.tsx';
import './browse.css';

type Row = PagedRow<'lab:directory'>;

interface DirectoryPaneProps {
  readonly lab: string;
  readonly org: 'source' | 'target';
}

/** Users and contacts of an organization, and everything about the one that is selected. */
export function DirectoryPane({ lab, org }: DirectoryPaneProps) {
  const revision = useRevision(lab);
  const pages = usePages('lab:directory', { lab, org }, revision);
  const places = useBrowse((state) => branchesOf(state, lab).places?.[org]);
  const has55 = places !== undefined && is55(places);
  const [index, setIndex] = useState<number | null>(null);
  const row = index === null ? undefined : pages.seen.rowAt(index);
  return (
    <Pane
      title={text(has55 ? 'browse.directory.title-55' : 'browse.directory.title')}
      subtitle={text(`browse.directory.${org}`)}
    >
      <div className="browse-split">
        <div>
          <PagedView
            label={text('browse.directory.list')}
            pages={pages}
            columns={has55 ? COLUMNS_55 : COLUMNS}
            selectedIndex={index}
            onSelect={setIndex}
            onOpen={(each) => {
              if (each.mailbox !== null)
                goTo({ view: 'browse', lab, at: placeText({ kind: 'mailbox', id: each.mailbox }) });
            }}
            empty={text('browse.directory.empty')}
          />
        </div>
        <div>
          {row === undefined ? (
            <p className="pane-note">{text('browse.directory.select')}</p>
          ) : (
            <Person key={row.id} lab={lab} object={row.id} />
          )}
        </div>
      </div>
    </Pane>
  );
}

function Person({ lab, object }: { readonly lab: string; readonly object: number }) {
  const asking = useAsk('lab:person', { lab, object }, useRevision(lab));
  return (
    <AskedView asking={asking}>
      {(person) => (
        <section className="scroll-text selectable" aria-label={person.displayName}>
          <Facts facts={factsOf(person)} />
        </section>
      )}
    </AskedView>
  );
}

function factsOf(person: CommandOutput<'lab:person'>): readonly (readonly [string, string])[] {
  const proxies = person.proxies.map((proxy): readonly [string, string] => [
    text('browse.person.proxy', { kind: proxy.kind }),
    proxy.addedByRun === null
      ? proxy.address
      : text('browse.person.stamped', { address: proxy.address, run: proxy.addedByRun }),
  ]);
  return [
    [text('browse.person.dn'), person.dn],
    [text('browse.person.logon'), person.logonName ?? ''],
    [text('browse.person.legacy'), person.legacyDn ?? text('browse.person.no-legacy')],
    [text('browse.person.sid'), person.sid ?? ''],
    [text('browse.person.history'), person.sidHistory.join('; ')],
    [text('browse.person.target'), person.targetAddress ?? ''],
    ...proxies,
    [
      text('browse.person.created'),
      person.createdByRun === null ? '' : text('browse.run', { run: formatCount(person.createdByRun) }),
    ],
  ];
}

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'name',
    title: text('browse.column.name'),
    width: 'fill',
    text: (row) => row.displayName,
    icon: (row) => <Icon name={row.kind === 'contact' ? 'letter-read' : 'people'} />,
  },
  {
    id: 'kind',
    title: text('browse.column.kind'),
    width: 76,
    text: (row) => text(`browse.kind.${row.kind}`),
  },
  { id: 'alias', title: text('browse.column.alias'), width: 120, text: (row) => row.alias },
  { id: 'logon', title: text('browse.person.logon'), width: 110, text: (row) => row.logonName ?? '' },
  {
    id: 'state',
    title: text('browse.column.state'),
    width: 76,
    text: (row) => (row.kind === 'contact' ? '' : text(row.enabled ? 'browse.enabled' : 'browse.disabled')),
  },
  {
    id: 'mailbox',
    title: text('browse.column.mailbox'),
    width: 70,
    text: (row) => text(row.mailbox === null ? 'browse.no' : 'browse.yes'),
  },
  {
    id: 'run',
    title: text('browse.column.run'),
    width: 86,
    text: (row) => (row.createdByRun === null ? '' : text('browse.run', { run: row.createdByRun })),
  },
];

const COLUMNS_55 = COLUMNS.map(
  (column): Column<Row> =>
    column.id === 'kind'
      ? { ...column, width: 110, text: (row) => text(`browse.kind55.${row.kind}`) }
      : column,
);
