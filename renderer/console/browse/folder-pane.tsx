import { useState } from 'react';
import { formatBytes, formatTime } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { useAsk } from '../../stores/use-ask.ts';
import { type PagedRow, usePages } from '../../stores/use-pages.ts';
import { formatCount } from '../../../shared/text/format.ts';
import { Icon } from '../icons.tsx';
import { Pane } from '../parts/pane.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { FolderDetails } from './folder-details.tsx';
import { MessageView } from './message-view.tsx';
import { PagedView } from './paged-view.tsx';
import './browse.css';

type Row = PagedRow<'lab:messages'>;

interface FolderPaneProps {
  readonly lab: string;
  readonly mailbox: number;
  readonly folder: string;
}

/** The messages of a folder, and below them the one that is selected; without one, the folder itself. */
export function FolderPane({ lab, mailbox, folder }: FolderPaneProps) {
  const revision = useRevision(lab);
  const asking = useAsk('lab:folder', { lab, mailbox, folder }, revision);
  const owner = useAsk('lab:mailbox', { lab, mailbox }, revision);
  const places = useAsk('lab:places', { lab }, revision);
  const pages = usePages('lab:messages', { lab, mailbox, folder }, revision);
  const [index, setIndex] = useState<number | null>(null);
  const offset = places.asked.status === 'ready' ? places.asked.value.utcOffsetMinutes : 0;
  const row = index === null ? undefined : pages.seen.rowAt(index);
  const title = asking.asked.status === 'ready' ? asking.asked.value.name : text('browse.folder.title');
  const name = owner.asked.status === 'ready' ? owner.asked.value.displayName : '';
  const { total, failure } = pages.seen;
  return (
    <Pane
      title={title}
      {...(total === null
        ? {}
        : { subtitle: text('browse.folder.subtitle', { name, count: formatCount(total) }) })}
    >
      <div className="browse-split">
        <div>
          <PagedView
            label={text('browse.folder.messages')}
            pages={pages}
            columns={columns(offset)}
            selectedIndex={index}
            onSelect={setIndex}
            empty={text('browse.folder.empty')}
          />
        </div>
        <div>
          {failure !== null && total === null ? null : row === undefined ? (
            <FolderDetails asking={asking} />
          ) : (
            <MessageView key={row.key} lab={lab} mailbox={mailbox} message={row.key} offset={offset} />
          )}
        </div>
      </div>
    </Pane>
  );
}

function iconOf(row: Row): 'hidden' | 'letter' | 'letter-read' {
  if (row.isAssociated) return 'hidden';
  return row.isRead ? 'letter-read' : 'letter';
}

function columns(offset: number): readonly Column<Row>[] {
  return [
    {
      id: 'subject',
      title: text('browse.message.subject'),
      width: 'fill',
      text: (row) => row.subject,
      icon: (row) => <Icon name={iconOf(row)} />,
      render: (row) => (row.isRead || row.isAssociated ? row.subject : <strong>{row.subject}</strong>),
    },
    { id: 'from', title: text('browse.message.from'), width: 150, text: (row) => row.sender },
    {
      id: 'received',
      title: text('browse.message.received'),
      width: 116,
      text: (row) => (row.delivered === null ? '' : formatTime(row.delivered, offset)),
    },
    {
      id: 'size',
      title: text('browse.message.size'),
      width: 76,
      align: 'right',
      text: (row) => formatBytes(row.size),
    },
    {
      id: 'kind',
      title: text('browse.column.kind'),
      width: 118,
      text: (row) => (row.isAssociated ? text('browse.message.hidden') : row.class),
    },
    {
      id: 'attachments',
      title: text('browse.message.attached'),
      width: 66,
      text: (row) => text(row.hasAttachments ? 'browse.yes' : 'browse.no'),
      render: (row) => (row.hasAttachments ? <Icon name="clip" /> : null),
    },
  ];
}
