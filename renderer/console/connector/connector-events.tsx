import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatTime } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { MessageIcon } from '../../kit/dialog/message-icon.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { ScrollText } from '../../kit/scroll-text.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { useOffset } from '../post-office/use-offset.ts';
import '../parts/tables.css';

type Event = CommandOutput<'lab:events'>['events'][number];
type Row = Event & { readonly index: number };

/** Event sources of the connector and its directory synchronization. */
const OF_CONNECTOR = /^MSExchangeCCMC/i;
const KINDS = { Information: 'information', Warning: 'warning', Error: 'error' } as const;

/** The connector's own lines of the application log, the latest first. */
export function ConnectorEvents({ lab }: { readonly lab: string }) {
  const asking = useAsk('lab:events', { lab }, useRevision(lab));
  const offset = useOffset(lab);
  const [index, setIndex] = useState<number | null>(null);
  return (
    <AskedView asking={asking}>
      {({ events }) => {
        const rows = events
          .map((event, at): Row => ({ ...event, index: at }))
          .filter((event) => OF_CONNECTOR.test(event.source))
          .reverse();
        const chosen = rows.find((row) => row.index === index) ?? rows[0];
        return (
          <div className="table-and-details">
            <ListView
              label={text('connector.tab.events')}
              columns={columns(offset)}
              rows={rows}
              rowKey={(row) => String(row.index)}
              selectedKey={chosen === undefined ? null : String(chosen.index)}
              onSelect={(row) => setIndex(row.index)}
              empty={text('connector.no-events')}
            />
            <ScrollText label={text('connector.event')} rows={4}>
              {chosen?.text ?? ''}
            </ScrollText>
          </div>
        );
      }}
    </AskedView>
  );
}

function columns(offset: number): readonly Column<Row>[] {
  return [
    {
      id: 'type',
      title: text('connector.column.type'),
      width: 100,
      text: (row) => text(`console.events.type.${row.type}`),
      icon: (row) => <MessageIcon kind={KINDS[row.type]} size={16} />,
    },
    { id: 'at', title: text('connector.column.at'), width: 118, text: (row) => formatTime(row.at, offset) },
    { id: 'source', title: text('connector.column.source'), width: 130, text: (row) => row.source },
    {
      id: 'id',
      title: text('connector.column.event'),
      width: 60,
      align: 'right',
      text: (row) => (row.id === null ? text('console.server.unknown') : String(row.id)),
    },
    { id: 'text', title: text('connector.column.summary'), width: 'fill', text: (row) => row.text },
  ];
}
