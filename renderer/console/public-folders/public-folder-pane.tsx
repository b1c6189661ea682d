import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatBytes, formatCount, formatTime } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ScrollText } from '../../kit/scroll-text.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { type PagedRow, usePages } from '../../stores/use-pages.ts';
import { Facts } from '../browse/facts.tsx';
import { PagedView } from '../browse/paged-view.tsx';
import { Icon } from '../icons.tsx';
import { AskedView } from '../parts/asked-view.tsx';
import { Pane } from '../parts/pane.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { useOffset } from '../post-office/use-offset.ts';
import '../browse/browse.css';

type Row = PagedRow<'lab:public-messages'>;

interface PublicFolderPaneProps {
  readonly lab: string;
  readonly id: number;
}

/** The messages of a public folder, and below them the one that is selected. */
export function PublicFolderPane({ lab, id }: PublicFolderPaneProps) {
  const revision = useRevision(lab);
  const { asked } = useAsk('lab:public-folders', { lab }, revision);
  const pages = usePages('lab:public-messages', { lab, folder: id }, revision);
  const offset = useOffset(lab);
  const [index, setIndex] = useState<number | null>(null);
  const row = index === null ? undefined : pages.seen.rowAt(index);
  const folder = asked.status === 'ready' ? asked.value.folders.find((each) => each.id === id) : undefined;
  return (
    <Pane
      title={folder?.name ?? text('public.title')}
      {...(folder === undefined
        ? {}
        : {
            subtitle: text('public.folder.subtitle', {
              owner: folder.owner ?? text('public.no-owner'),
              access: text(`public.access.${folder.access}`),
              count: formatCount(folder.messages),
            }),
          })}
    >
      <div className="browse-split">
        <div>
          <PagedView
            label={text('browse.folder.messages')}
            pages={pages}
            columns={columns(offset)}
            selectedIndex={index}
            onSelect={setIndex}
            empty={text('po.folder.empty')}
          />
        </div>
        <div>
          {row === undefined ? (
            <p className="pane-note">{text('po.folder.select')}</p>
          ) : (
            <Message key={row.ord} lab={lab} folder={id} ord={row.ord} offset={offset} />
          )}
        </div>
      </div>
    </Pane>
  );
}

interface MessageProps {
  readonly lab: string;
  readonly folder: number;
  readonly ord: number;
  readonly offset: number;
}

function Message({ lab, folder, ord, offset }: MessageProps) {
  const asking = useAsk('lab:public-message', { lab, folder, ord }, useRevision(lab));
  return <AskedView asking={asking}>{(shown) => <Letter message={shown} offset={offset} />}</AskedView>;
}

interface LetterProps {
  readonly message: CommandOutput<'lab:public-message'>;
  readonly offset: number;
}

function Letter({ message, offset }: LetterProps) {
  const time = (at: number | null): string => (at === null ? text('po.no-date') : formatTime(at, offset));
  return (
    <div className="browse-letter">
      <Facts
        facts={[
          [text('browse.message.from'), message.sender],
          [text('po.column.sent'), time(message.sent)],
          [text('browse.message.subject'), message.subject],
          [
            text('browse.message.attached'),
            message.attachments
              .map(({ name, size }) => text('browse.message.attachment', { name, size: formatBytes(size) }))
              .join('; '),
          ],
        ]}
      />
      <ScrollText label={text('browse.message.body')}>
        <pre>{message.body === '' ? text('browse.message.no-body') : message.body}</pre>
      </ScrollText>
    </div>
  );
}

function columns(offset: number): readonly Column<Row>[] {
  return [
    {
      id: 'subject',
      title: text('browse.message.subject'),
      width: 'fill',
      text: (row) => row.subject,
      icon: () => <Icon name="letter-read" />,
    },
    { id: 'from', title: text('browse.message.from'), width: 170, text: (row) => row.sender },
    {
      id: 'sent',
      title: text('po.column.sent'),
      width: 120,
      text: (row) => (row.sent === null ? text('po.no-date') : formatTime(row.sent, offset)),
    },
    {
      id: 'size',
      title: text('browse.message.size'),
      width: 80,
      align: 'right',
      text: (row) => formatBytes(row.size),
    },
  ];
}
