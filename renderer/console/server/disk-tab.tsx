import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatCount, formatTime } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { Icon } from '../icons.tsx';
import { AskedView } from '../parts/asked-view.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { type FileAct, FileActDialog } from './file-act-dialog.tsx';
import './server.css';

type Entry = CommandOutput<'lab:file'>['entries'][number];

/** The disk of the migration server, its mapped drives and the network, folder by folder, with what one does to files by hand. */
export function DiskTab({ lab }: { readonly lab: string }) {
  const [folder, setFolder] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [act, setAct] = useState<FileAct | null>(null);
  const asking = useAsk(
    'lab:file',
    folder === null ? { lab, act: 'list' } : { lab, act: 'list', path: folder },
    useRevision(lab),
  );
  const go = (to: string | null): void => {
    setFolder(to);
    setChosen(null);
  };
  return (
    <div className="server-tab">
      <p className="disk-path selectable">{folder ?? text('disk.top')}</p>
      <AskedView asking={asking}>
        {({ entries }) => {
          const entry = entries.find((each) => each.path === chosen && each.kind === 'file');
          const begin = (kind: FileAct['kind']) => (): void => {
            if (entry !== undefined) setAct({ kind, path: entry.path, name: entry.name });
          };
          return (
            <>
              <ListView
                label={text('disk.list')}
                columns={COLUMNS}
                rows={entries}
                rowKey={(row) => row.path}
                selectedKey={chosen}
                onSelect={(row) => setChosen(row.path)}
                onOpen={(row) => {
                  if (row.kind === 'folder') go(row.path);
                }}
                empty={text('disk.empty')}
              />
              <div className="pane-row">
                <CommandButton
                  wide
                  label={text('disk.up')}
                  isDisabled={folder === null}
                  onPress={() => go(parentOf(folder ?? ''))}
                />
                <CommandButton
                  wide
                  label={text('disk.open')}
                  isDisabled={!entries.some((each) => each.path === chosen && each.kind === 'folder')}
                  onPress={() => go(chosen)}
                />
                <span className="push" />
                <CommandButton
                  label={text('disk.copy')}
                  isDisabled={entry === undefined}
                  onPress={begin('copy')}
                />
                <CommandButton
                  label={text('disk.rename')}
                  isDisabled={entry === undefined}
                  onPress={begin('rename')}
                />
                <CommandButton
                  label={text('disk.delete')}
                  isDisabled={entry === undefined}
                  onPress={begin('delete')}
                />
              </div>
            </>
          );
        }}
      </AskedView>
      {act !== null && <FileActDialog lab={lab} act={act} onClose={() => setAct(null)} />}
    </div>
  );
}

/** The folder above; null: drives and shares. */
function parentOf(folder: string): string | null {
  const path = folder.replace(/\\$/, '');
  if (/^[a-z]:$/i.test(path) || /^\\\\[^\\]+\\[^\\]+$/.test(path)) return null;
  const above = path.slice(0, path.lastIndexOf('\\'));
  return /^[a-z]:$/i.test(above) ? `${above}\\` : above;
}

const COLUMNS: readonly Column<Entry>[] = [
  {
    id: 'name',
    title: text('browse.column.name'),
    width: 'fill',
    text: (row) => row.name,
    icon: (row) => <Icon name={row.kind === 'folder' ? 'folder' : 'file'} />,
  },
  {
    id: 'version',
    title: text('console.server.column.version'),
    width: 92,
    text: (row) => row.version ?? '',
  },
  {
    id: 'flavour',
    title: text('server.column.flavour'),
    width: 62,
    text: (row) => row.flavour ?? '',
  },
  {
    id: 'shipped',
    title: text('server.column.shipped'),
    width: 110,
    text: (row) => row.shippedAs ?? '',
  },
  {
    id: 'size',
    title: text('console.server.column.size'),
    width: 76,
    align: 'right',
    text: (row) => (row.size === null ? '' : formatCount(row.size)),
  },
  {
    id: 'date',
    title: text('server.column.date', { zone: 'UTC' }),
    width: 116,
    text: (row) => (row.dateUtc === null ? '' : formatTime(Date.parse(row.dateUtc), 0)),
  },
];
