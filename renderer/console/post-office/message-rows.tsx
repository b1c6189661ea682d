import { formatBytes, formatTime } from '../../../shared/text/format.ts';
import { isTextKey, text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import type { PagedRow } from '../../stores/use-pages.ts';
import { Icon } from '../icons.tsx';

type Row = PagedRow<'lab:po-messages'>;

const time = (at: number | null, offset: number): string =>
  at === null ? text('po.no-date') : formatTime(at, offset);

/** Columns of messages of a post office; times in the lab's zone. */
export function poMessageColumns(offset: number): readonly Column<Row>[] {
  return [
    {
      id: 'subject',
      title: text('browse.message.subject'),
      width: 'fill',
      text: (row) => row.subject,
      icon: (row) => <Icon name={row.isRead ? 'letter-read' : 'letter'} />,
      render: (row) => (row.isRead ? row.subject : <strong>{row.subject}</strong>),
    },
    { id: 'from', title: text('browse.message.from'), width: 150, text: (row) => row.sender },
    {
      id: 'sent',
      title: text('po.column.sent'),
      width: 116,
      text: (row) => time(row.sent, offset),
    },
    {
      id: 'priority',
      title: text('po.column.priority'),
      width: 66,
      text: (row) => text(`po.priority.${row.priority}`),
    },
    {
      id: 'size',
      title: text('browse.message.size'),
      width: 72,
      align: 'right',
      text: (row) => formatBytes(row.size),
    },
    {
      id: 'attachments',
      title: text('browse.message.attached'),
      width: 66,
      text: (row) => text(row.attachments > 0 ? 'browse.yes' : 'browse.no'),
      render: (row) => (row.attachments > 0 ? <Icon name="clip" /> : null),
    },
    { id: 'flaw', title: text('po.column.flaw'), width: 130, text: (row) => flawText(row.flaw) },
  ];
}

/** What is wrong with a message, in words. */
export function flawText(flaw: string | null): string {
  const key = `po.flaw.${flaw}`;
  if (flaw === null) return '';
  return isTextKey(key) ? text(key) : flaw;
}
