import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { showFailure } from '../../stores/console-store.ts';
import { useAsk } from '../../stores/use-ask.ts';
import { Icon } from '../icons.tsx';
import { AskedView } from '../parts/asked-view.tsx';
import { Pane } from '../parts/pane.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { FileView } from './file-view.tsx';
import '../browse/browse.css';

type Sets = CommandOutput<'lab:file-sets'>['sets'];
type File = Sets[number]['files'][number] & { readonly folder: string };

/** The migration files of a lab: real files beside it, each shown as text with its sections and pointers. */
export function FilesPane({ lab }: { readonly lab: string }) {
  const asking = useAsk('lab:file-sets', { lab }, useRevision(lab));
  return (
    <Pane title={text('files.title')} subtitle={text('files.subtitle')}>
      <AskedView asking={asking}>
        {({ sets }) => <Sets lab={lab} sets={sets} again={asking.again} />}
      </AskedView>
    </Pane>
  );
}

interface SetsProps {
  readonly lab: string;
  readonly sets: Sets;
  readonly again: () => void;
}

function Sets({ lab, sets, again }: SetsProps) {
  const [at, setAt] = useState<{ readonly path: string; readonly offset: number } | null>(null);
  const files = sets.flatMap((set): File[] =>
    set.files.map((file) => ({ ...file, folder: set.path })).sort((a, b) => rankOf(a) - rankOf(b)),
  );
  const chosen = files.find(({ path }) => path === at?.path);
  const show = async (): Promise<void> => {
    const answer = await ask('labs:show-files', { lab });
    if (!answer.ok) showFailure(answer.failure);
  };
  return (
    <>
      <div className="browse-split files-split">
        <div>
          <ListView
            label={text('files.list')}
            columns={COLUMNS}
            rows={files}
            rowKey={(row) => row.path}
            selectedKey={chosen?.path ?? null}
            onSelect={(row) => setAt({ path: row.path, offset: 0 })}
            empty={text('files.empty')}
          />
        </div>
        <div>
          {chosen === undefined || at === null ? (
            <p className="pane-note">{text(files.length === 0 ? 'files.none' : 'files.select')}</p>
          ) : (
            <FileView
              key={`${at.path} ${at.offset}`}
              lab={lab}
              path={at.path}
              start={at.offset}
              onFollow={(name, offset) => {
                const target = files.find(
                  (file) => file.folder === chosen.folder && file.name.toUpperCase() === name.toUpperCase(),
                );
                if (target === undefined)
                  showFailure({ code: 'file-missing', message: text('files.dangling', { name }) });
                else setAt({ path: target.path, offset });
              }}
            />
          )}
        </div>
      </div>
      <div className="pane-row">
        <CommandButton
          wide
          label={text('files.open-folder')}
          isDisabled={files.length === 0}
          onPress={() => void show()}
        />
        <CommandButton wide label={text('files.again')} onPress={again} />
      </div>
    </>
  );
}

const COLUMNS: readonly Column<File>[] = [
  {
    id: 'name',
    title: text('files.column.name'),
    width: 190,
    text: (row) => row.name,
    icon: () => <Icon name="file" />,
  },
  { id: 'kind', title: text('browse.column.kind'), width: 120, text: kindOf },
  { id: 'folder', title: text('browse.column.folder'), width: 'fill', text: (row) => row.folder },
  {
    id: 'size',
    title: text('console.server.column.size'),
    width: 96,
    align: 'right',
    text: (row) => formatCount(row.size),
  },
];

/** As a set is read: the packing list, the directory entries, then each user's files. */
function rankOf({ name }: File): number {
  if (/\.pkl$/i.test(name)) return 0;
  return /^\d+\./.test(name) ? 2 : 1;
}

function kindOf({ name }: File): string {
  if (/\.pkl$/i.test(name)) return text('files.kind.pkl');
  return text(/\.sec$/i.test(name) ? 'files.kind.sec' : 'files.kind.pri');
}
