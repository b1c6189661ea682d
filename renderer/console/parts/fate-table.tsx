import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import type { Fate } from '../../../shared/ipc/shapes.ts';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { ScrollText } from '../../kit/scroll-text.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { useRevision } from '../panes/use-lab.ts';
import { AskedView } from './asked-view.tsx';
import { FateLines } from './fate-lines.tsx';
import './tables.css';

export type MailboxFates = CommandOutput<'lab:fate'>['mailboxes'][number];

interface FateTableProps {
  readonly lab: string;
  /** The last run where none is given. */
  readonly run?: number;
  readonly name: string;
}

/** What became of everybody's .ost, rules, references and permissions, observed after a run. */
export function FateTable({ lab, run, name }: FateTableProps) {
  const asking = useAsk('lab:fate', run === undefined ? { lab } : { lab, run }, useRevision(lab));
  const [alias, setAlias] = useState<string | null>(null);
  return (
    <AskedView asking={asking}>
      {({ mailboxes }) => {
        const chosen = mailboxes.find((row) => row.alias === alias);
        return (
          <div className="table-and-details">
            <ListView
              label={text('console.fate.table', { name })}
              columns={COLUMNS}
              rows={mailboxes}
              rowKey={(row) => row.alias}
              selectedKey={alias}
              onSelect={(row) => setAlias(row.alias)}
              empty={text('console.fate.empty')}
            />
            <ScrollText label={text('console.fate.details-of', { name })} rows={6}>
              {chosen === undefined ? <p>{text('console.fate.select')}</p> : <FateLines fates={chosen} />}
            </ScrollText>
          </div>
        );
      }}
    </AskedView>
  );
}

/** The different fates of several things, each with its number where there is more than one. */
function summary(fates: readonly Fate[]): string {
  if (fates.length === 0) return text('console.fate.none');
  const counts = new Map<Fate['fate'], number>();
  for (const { fate } of fates) counts.set(fate, (counts.get(fate) ?? 0) + 1);
  return [...counts]
    .map(([fate, count]) => (count === 1 ? text(`fate.${fate}`) : `${text(`fate.${fate}`)} (${count})`))
    .join(', ');
}

function ostText({ ost }: MailboxFates): string {
  if (ost === null) return text('console.fate.none');
  const fate = text(`fate.${ost.fate}`);
  return ost.lostItems.length === 0 ? fate : text('console.fate.lost', { fate, count: ost.lostItems.length });
}

const COLUMNS: readonly Column<MailboxFates>[] = [
  { id: 'alias', title: text('console.fate.column.mailbox'), width: 96, text: (row) => row.alias },
  {
    id: 'mode',
    title: text('console.fate.column.mode'),
    width: 58,
    text: (row) =>
      row.effectiveMode === null ? text('console.fate.none') : text(`wizard.mode-short.${row.effectiveMode}`),
  },
  { id: 'ost', title: text('console.fate.column.ost'), width: 134, text: ostText },
  {
    id: 'rules',
    title: text('console.fate.column.rules'),
    width: 92,
    text: (row) => summary(row.rules),
  },
  {
    id: 'references',
    title: text('console.fate.column.references'),
    width: 92,
    text: (row) => summary(row.references),
  },
  {
    id: 'permissions',
    title: text('console.fate.column.permissions'),
    width: 'fill',
    text: (row) => summary(row.permissions),
  },
];
