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
import { EvidenceBadge } from '../parts/evidence-badge.tsx';
import { Pane } from '../parts/pane.tsx';
import { useRevision } from './use-lab.ts';

type Event = CommandOutput<'lab:events'>['events'][number];
type Row = Event & { readonly index: number };

export function EventsPane({ lab }: { readonly lab: string }) {
  const asking = useAsk('lab:events', { lab }, useRevision(lab));
  return (
    <Pane title={text('console.events.title')} subtitle={text('console.events.subtitle')}>
      <AskedView asking={asking}>{({ events }) => <Events events={events} />}</AskedView>
    </Pane>
  );
}

function Events({ events }: { readonly events: readonly Event[] }) {
  const [index, setIndex] = useState<number | null>(null);
  const rows = events.map((event, at): Row => ({ ...event, index: at })).reverse();
  const chosen = rows.find((row) => row.index === index);
  return (
    <>
      <ListView
        label={text('console.events.list')}
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => String(row.index)}
        selectedKey={index === null ? null : String(index)}
        onSelect={(row) => setIndex(row.index)}
        empty={text('console.events.empty')}
      />
      <ScrollText label={text('console.events.details')} rows={6}>
        {chosen !== undefined && (
          <p>
            {chosen.text}{' '}
            <EvidenceBadge
              evidence={{
                evidence: chosen.evidence,
                source: chosen.evidenceSource,
                reason: chosen.evidenceReason,
              }}
            />
          </p>
        )}
      </ScrollText>
    </>
  );
}

const ICONS = { Information: 'information', Warning: 'warning', Error: 'error' } as const;

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'type',
    title: text('console.events.column.type'),
    width: 104,
    text: (row) => text(`console.events.type.${row.type}`),
    icon: (row) => <MessageIcon kind={ICONS[row.type]} size={16} />,
  },
  {
    id: 'time',
    title: text('console.events.column.time'),
    width: 112,
    text: (row) => formatTime(row.at, 0),
  },
  { id: 'source', title: text('console.events.column.source'), width: 110, text: (row) => row.source },
  {
    id: 'id',
    title: text('console.events.column.id'),
    width: 96,
    text: (row) => (row.id === null ? text('console.events.no-id') : String(row.id)),
  },
  { id: 'text', title: text('console.events.column.text'), width: 'fill', text: (row) => row.text },
];
