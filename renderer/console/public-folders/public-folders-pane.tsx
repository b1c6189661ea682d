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
import { Pane } from '../parts/pane.tsx';
import { useRevision } from '../panes/use-lab.ts';

type Folder = CommandOutput<'lab:public-folders'>['folders'][number];

/** The public folders of the target organization, with owner and access. */
export function PublicFoldersPane({ lab }: { readonly lab: string }) {
  const asking = useAsk('lab:public-folders', { lab }, useRevision(lab));
  const [id, setId] = useState<string | null>(null);
  return (
    <Pane title={text('public.title')} subtitle={text('public.subtitle')}>
      <AskedView asking={asking}>
        {({ folders }) => (
          <ListView
            label={text('public.title')}
            columns={COLUMNS}
            rows={folders}
            rowKey={(row) => String(row.id)}
            selectedKey={id}
            onSelect={(row) => setId(String(row.id))}
            onOpen={(row) =>
              goTo({ view: 'browse', lab, at: foreignText({ kind: 'public-folder', id: row.id }) })
            }
            empty={text('public.empty')}
          />
        )}
      </AskedView>
    </Pane>
  );
}

const COLUMNS: readonly Column<Folder>[] = [
  {
    id: 'name',
    title: text('browse.column.name'),
    width: 'fill',
    text: (row) => row.name,
    icon: () => <Icon name="folder" />,
  },
  {
    id: 'owner',
    title: text('public.owner'),
    width: 150,
    text: (row) => row.owner ?? text('public.no-owner'),
  },
  {
    id: 'access',
    title: text('public.access'),
    width: 130,
    text: (row) => text(`public.access.${row.access}`),
  },
  {
    id: 'messages',
    title: text('po.column.messages'),
    width: 76,
    align: 'right',
    text: (row) => formatCount(row.messages),
  },
  {
    id: 'run',
    title: text('browse.column.run'),
    width: 80,
    text: (row) => (row.createdByRun === null ? '' : text('browse.run', { run: row.createdByRun })),
  },
];
