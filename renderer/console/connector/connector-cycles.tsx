import { useState } from 'react';
import { formatTime } from '../../../shared/text/format.ts';
import { isTextKey, text } from '../../../shared/text/text.ts';
import { MessageIcon } from '../../kit/dialog/message-icon.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { ScrollText } from '../../kit/scroll-text.tsx';
import { EvidenceBadge } from '../parts/evidence-badge.tsx';
import { useOffset } from '../post-office/use-offset.ts';
import type { Connector } from './connector-pane.tsx';
import '../parts/tables.css';

type Cycle = Connector['cycles'][number];
type Row = Cycle & { readonly index: number };

interface ConnectorCyclesProps {
  readonly lab: string;
  /** The latest first. */
  readonly cycles: readonly Cycle[];
}

/** What the connector did, the latest first, and every step of one of them with its evidence. */
export function ConnectorCycles({ lab, cycles }: ConnectorCyclesProps) {
  const [index, setIndex] = useState(0);
  const offset = useOffset(lab);
  const rows = cycles.map((cycle, at): Row => ({ ...cycle, index: at }));
  const chosen = rows[index] ?? rows[0];
  return (
    <div className="table-and-details">
      <ListView
        label={text('connector.tab.cycles')}
        columns={columns(offset)}
        rows={rows}
        rowKey={(row) => String(row.index)}
        selectedKey={chosen === undefined ? null : String(chosen.index)}
        onSelect={(row) => setIndex(row.index)}
        empty={text('connector.no-cycles')}
      />
      <ScrollText label={text('connector.steps')} rows={6}>
        <ul className="plain-list">
          {chosen?.steps.map((step, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one cycle never change places
            <li key={at}>
              {step.text} <EvidenceBadge evidence={step} />
            </li>
          ))}
        </ul>
      </ScrollText>
    </div>
  );
}

function word(group: 'kind' | 'result', value: string): string {
  const key = `connector.${group}.${value}`;
  return isTextKey(key) ? text(key) : value;
}

function columns(offset: number): readonly Column<Row>[] {
  return [
    {
      id: 'result',
      title: text('connector.column.result'),
      width: 96,
      text: (row) => word('result', row.result),
      icon: (row) => <MessageIcon kind={row.result === 'ok' ? 'information' : 'error'} size={16} />,
    },
    { id: 'at', title: text('connector.column.at'), width: 118, text: (row) => formatTime(row.at, offset) },
    { id: 'kind', title: text('browse.column.kind'), width: 170, text: (row) => word('kind', row.kind) },
    { id: 'summary', title: text('connector.column.summary'), width: 'fill', text: (row) => row.summary },
  ];
}
