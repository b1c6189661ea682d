import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatCount, formatTime } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { TabPages } from '../../kit/dialog/tab-pages.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { ViewState } from '../../kit/view-state.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { AccessView } from '../browse/access-view.tsx';
import { Facts } from '../browse/facts.tsx';
import { Identifiers } from '../browse/identifiers.tsx';
import { AskedView } from '../parts/asked-view.tsx';
import { outlookMode } from '../parts/outlook-mode.ts';
import { useRevision } from '../panes/use-lab.ts';
import { OstState } from './ost-state.tsx';
import '../browse/browse.css';

type Workstation = CommandOutput<'lab:workstation'>;
type File = Workstation['files'][number];

interface WorkstationDetailsProps {
  readonly lab: string;
  readonly alias: string;
  readonly offset: number;
}

/** A user's profile, its .ost files with their state, what was never sent, and who logs on how. */
export function WorkstationDetails({ lab, alias, offset }: WorkstationDetailsProps) {
  const asking = useAsk('lab:workstation', { lab, user: alias }, useRevision(lab));
  return (
    <AskedView asking={asking}>
      {(shown) => {
        const file = shown.files.find((each) => each.status === 'current') ?? shown.files.at(-1);
        return (
          <TabPages
            label={shown.displayName}
            tabs={[
              {
                id: 'profile',
                title: text('ws.tab.profile'),
                content: <Profile shown={shown} />,
              },
              {
                id: 'files',
                title: text('ws.tab.files'),
                content: <Files files={shown.files} offset={offset} />,
              },
              {
                id: 'state',
                title: text('ws.tab.state'),
                content:
                  file === undefined ? (
                    <ViewState kind="empty" text={text('ws.no-ost')} />
                  ) : (
                    <OstState key={file.id} lab={lab} file={file} />
                  ),
              },
              {
                id: 'pending',
                title: text('ws.tab.pending'),
                content: <Pending files={shown.files} />,
              },
              {
                id: 'access',
                title: text('browse.mailbox.tab.access'),
                content:
                  shown.mailbox === null ? (
                    <ViewState kind="empty" text={text('ws.no-mailbox')} />
                  ) : (
                    <AccessView lab={lab} mailbox={shown.mailbox} />
                  ),
              },
            ]}
          />
        );
      }}
    </AskedView>
  );
}

function Profile({ shown }: { readonly shown: Workstation }) {
  const fits = shown.keyFits === null ? 'ws.key.none' : shown.keyFits ? 'ws.key.fits' : 'ws.key.differs';
  return (
    <Facts
      facts={[
        [text('console.ws.column.station'), shown.workstation],
        [
          text('console.ws.column.outlook'),
          text('ws.outlook', { version: shown.outlook, mode: outlookMode(shown.mode) }),
        ],
        [text('ws.server'), shown.server],
        [text('ws.mailbox'), shown.mailboxDn],
        [text('ws.key'), text(fits)],
        [text('ws.oab'), shown.oab],
        [text('ws.favourites'), shown.favourites],
        [text('ws.nicknames'), shown.nicknames],
      ]}
    />
  );
}

function Files({ files, offset }: { readonly files: readonly File[]; readonly offset: number }) {
  const [id, setId] = useState<number | null>(null);
  const chosen = files.find((file) => file.id === id) ?? files[0];
  return (
    <div className="browse-fill">
      <div className="ws-files">
        <ListView
          label={text('ws.tab.files')}
          columns={filesColumns(offset)}
          rows={files}
          rowKey={(file) => String(file.id)}
          selectedKey={chosen === undefined ? null : String(chosen.id)}
          onSelect={(file) => setId(file.id)}
          empty={text('ws.no-ost')}
        />
      </div>
      {chosen !== undefined && (
        <Identifiers key={chosen.id} label={text('ws.file-ids')} items={chosen.identifiers} />
      )}
    </div>
  );
}

function filesColumns(offset: number): readonly Column<File>[] {
  return [
    { id: 'path', title: text('ws.column.file'), width: 'fill', text: (row) => row.path },
    {
      id: 'status',
      title: text('ws.column.status'),
      width: 80,
      text: (row) => text(`ws.status.${row.status}`),
    },
    {
      id: 'fits',
      title: text('ws.column.fits'),
      width: 130,
      text: (row) => (row.fits === null ? '' : text(row.fits ? 'ws.fits' : 'ws.fits-not')),
    },
    {
      id: 'sync',
      title: text('ws.column.sync'),
      width: 116,
      text: (row) => (row.lastSync === null ? text('browse.never') : formatTime(row.lastSync, offset)),
    },
    {
      id: 'items',
      title: text('ws.column.held'),
      width: 70,
      align: 'right',
      text: (row) => formatCount(row.folders.reduce((sum, folder) => sum + folder.items, 0)),
    },
  ];
}

type Waiting = File['pending'][number] & { readonly key: string; readonly path: string };

function Pending({ files }: { readonly files: readonly File[] }) {
  const [key, setKey] = useState<string | null>(null);
  const rows = files.flatMap((file) =>
    file.pending.map((item, at): Waiting => ({ ...item, key: `${file.id}.${at}`, path: file.path })),
  );
  return (
    <div className="browse-fill">
      <ListView
        label={text('ws.tab.pending')}
        columns={PENDING}
        rows={rows}
        rowKey={(row) => row.key}
        selectedKey={key}
        onSelect={(row) => setKey(row.key)}
        empty={text('ws.pending-empty')}
      />
    </div>
  );
}

const PENDING: readonly Column<Waiting>[] = [
  { id: 'subject', title: text('browse.message.subject'), width: 'fill', text: (row) => row.subject },
  { id: 'folder', title: text('browse.column.folder'), width: 130, text: (row) => row.folder },
  { id: 'what', title: text('ws.column.what'), width: 90, text: (row) => row.pending },
  { id: 'file', title: text('ws.column.file'), width: 190, text: (row) => row.path },
  { id: 'error', title: text('ws.column.error'), width: 120, text: (row) => row.error ?? '' },
];
