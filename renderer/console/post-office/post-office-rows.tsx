import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { goTo } from '../../stores/console-store.ts';
import { foreignText } from '../../stores/foreign-place.ts';
import { useAsk } from '../../stores/use-ask.ts';
import { Icon } from '../icons.tsx';
import { AskedView } from '../parts/asked-view.tsx';
import { useRevision } from '../panes/use-lab.ts';

type Office = CommandOutput<'lab:post-offices'>['postOffices'][number];

/** The post offices of the source, each with its state. */
export function PostOfficeRows({ lab }: { readonly lab: string }) {
  const asking = useAsk('lab:post-offices', { lab }, useRevision(lab));
  const [id, setId] = useState<string | null>(null);
  return (
    <AskedView asking={asking}>
      {({ postOffices }) => (
        <ListView
          label={text('po.offices')}
          columns={COLUMNS}
          rows={postOffices}
          rowKey={(row) => String(row.id)}
          selectedKey={id}
          onSelect={(row) => setId(String(row.id))}
          onOpen={(row) =>
            goTo({ view: 'browse', lab, at: foreignText({ kind: 'post-office', id: row.id }) })
          }
          empty={text('po.offices.empty')}
        />
      )}
    </AskedView>
  );
}

const COLUMNS: readonly Column<Office>[] = [
  {
    id: 'name',
    title: text('browse.column.name'),
    width: 110,
    text: (row) => row.name,
    icon: () => <Icon name="store" />,
  },
  { id: 'directory', title: text('po.fact.directory'), width: 'fill', text: (row) => row.directory },
  { id: 'database', title: text('po.fact.database'), width: 70, text: (row) => row.database },
  { id: 'release', title: text('po.fact.release'), width: 62, text: (row) => row.release },
  {
    id: 'state',
    title: text('browse.column.state'),
    width: 84,
    text: (row) => text(row.damage === null ? 'po.state.sound' : 'po.state.damaged'),
  },
  {
    id: 'users',
    title: text('po.tab.users'),
    width: 62,
    align: 'right',
    text: (row) => formatCount(row.users),
  },
  {
    id: 'messages',
    title: text('po.column.messages'),
    width: 76,
    align: 'right',
    text: (row) => formatCount(row.messages),
  },
];
