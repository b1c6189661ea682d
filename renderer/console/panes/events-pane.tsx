import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatTime } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { Combo } from '../../kit/combo.tsx';
import { MessageIcon } from '../../kit/dialog/message-icon.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { Pane } from '../parts/pane.tsx';
import { EventDetails } from './event-details.tsx';
import { useRevision } from './use-lab.ts';
import './events-pane.css';

export type Event = CommandOutput<'lab:events'>['events'][number];
type Row = Event & { readonly index: number };

/** The application log of the migration server, in local time as an event viewer shows it. */
export function EventsPane({ lab }: { readonly lab: string }) {
  const revision = useRevision(lab);
  const asking = useAsk('lab:events', { lab }, revision);
  const places = useAsk('lab:places', { lab }, revision);
  const offset = places.asked.status === 'ready' ? places.asked.value.utcOffsetMinutes : 0;
  return (
    <Pane title={text('console.events.title')} subtitle={text('console.events.subtitle')}>
      <AskedView asking={asking}>{({ events }) => <Events events={events} offset={offset} />}</AskedView>
    </Pane>
  );
}

const ALL = 'all';
const NO_RUN = 'none';
const runOf = (event: Event): string => (event.run === null ? NO_RUN : String(event.run));

interface EventsProps {
  readonly events: readonly Event[];
  readonly offset: number;
}

function Events({ events, offset }: EventsProps) {
  const [index, setIndex] = useState<number | null>(null);
  const [type, setType] = useState(ALL);
  const [source, setSource] = useState(ALL);
  const [run, setRun] = useState(ALL);
  const rows = events
    .map((event, at): Row => ({ ...event, index: at }))
    .filter((event) => type === ALL || event.type === type)
    .filter((event) => source === ALL || event.source === source)
    .filter((event) => run === ALL || runOf(event) === run)
    .reverse();
  const chosen = rows.find((row) => row.index === index) ?? null;
  const all = { value: ALL, label: text('events.all') };
  const types = (['Information', 'Warning', 'Error'] as const).map((value) => ({
    value,
    label: text(`console.events.type.${value}`),
  }));
  const sources = [...new Set(events.map((event) => event.source))].sort();
  const runs = [...new Set(events.map(runOf))].sort((a, b) => Number(a) - Number(b));
  return (
    <div className="events">
      <div className="pane-row events-filter">
        <Combo label={text('events.type')} choices={[all, ...types]} value={type} onChange={setType} />
        <Combo
          label={text('events.source')}
          choices={[all, ...sources.map((value) => ({ value, label: value }))]}
          value={source}
          onChange={setSource}
        />
        <Combo
          label={text('events.run')}
          choices={[
            all,
            ...runs.map((value) => ({
              value,
              label: value === NO_RUN ? text('events.no-run') : text('browse.run', { run: value }),
            })),
          ]}
          value={run}
          onChange={setRun}
        />
        <span className="pane-note push">
          {text('events.shown', { shown: rows.length, all: events.length })}
        </span>
      </div>
      <ListView
        label={text('console.events.list')}
        columns={columns(offset)}
        rows={rows}
        rowKey={(row) => String(row.index)}
        selectedKey={chosen === null ? null : String(chosen.index)}
        onSelect={(row) => setIndex(row.index)}
        empty={text(events.length === 0 ? 'console.events.empty' : 'events.none-match')}
      />
      <EventDetails event={chosen} offset={offset} />
    </div>
  );
}

const ICONS = { Information: 'information', Warning: 'warning', Error: 'error' } as const;

function columns(offset: number): readonly Column<Row>[] {
  return [
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
      text: (row) => formatTime(row.at, offset),
    },
    { id: 'source', title: text('console.events.column.source'), width: 110, text: (row) => row.source },
    {
      id: 'id',
      title: text('console.events.column.id'),
      width: 96,
      text: (row) => (row.id === null ? text('console.events.no-id') : String(row.id)),
    },
    {
      id: 'run',
      title: text('events.column.run'),
      width: 44,
      align: 'right',
      text: (row) => (row.run === null ? '' : String(row.run)),
    },
    { id: 'text', title: text('console.events.column.text'), width: 'fill', text: (row) => row.text },
  ];
}
