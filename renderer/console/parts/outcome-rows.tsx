import { useState } from 'react';
import type { MailboxOutcome } from '../../../shared/ipc/shapes.ts';
import { ruleText, whyText } from '../../../shared/text/evidence-text.ts';
import { formatCount } from '../../../shared/text/format.ts';
import { isTextKey, text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { ScrollText } from '../../kit/scroll-text.tsx';
import { EvidenceBadge } from './evidence-badge.tsx';
import './tables.css';

/** The mailboxes of a run: modes, counts, state, and the grounds of the one at hand. */
export function OutcomeRows({ mailboxes }: { readonly mailboxes: readonly MailboxOutcome[] }) {
  const [alias, setAlias] = useState<string | null>(null);
  const chosen = mailboxes.find((row) => row.alias === alias);
  return (
    <div className="table-and-details">
      <ListView
        label={text('console.runs.mailboxes')}
        columns={COLUMNS}
        rows={mailboxes}
        rowKey={(row) => row.alias}
        selectedKey={alias}
        onSelect={(row) => setAlias(row.alias)}
        empty={text('console.fate.empty')}
      />
      <ScrollText label={text('console.fate.details')} rows={4}>
        {chosen === undefined && <p className="pane-note">{text('console.runs.select')}</p>}
        <ul className="plain-list">
          {chosen?.why.map((why) => (
            <li key={`${why.rule} ${why.reason}`}>
              {ruleText(why.rule)} <EvidenceBadge evidence={why} />
            </li>
          ))}
        </ul>
      </ScrollText>
    </div>
  );
}

const COLUMNS: readonly Column<MailboxOutcome>[] = [
  { id: 'alias', title: text('wizard.progress.column.mailbox'), width: 130, text: (row) => row.alias },
  {
    id: 'mode',
    title: text('wizard.progress.column.mode'),
    width: 66,
    text: (row) => (row.effectiveMode === null ? '' : text(`wizard.mode-short.${row.effectiveMode}`)),
  },
  {
    id: 'state',
    title: text('wizard.progress.column.state'),
    width: 110,
    text: (row) => {
      const key = `mailbox-state.${row.state}`;
      return isTextKey(key) ? text(key) : row.state;
    },
  },
  {
    id: 'copied',
    title: text('wizard.progress.column.copied'),
    width: 60,
    align: 'right',
    text: (row) => formatCount(row.copied),
  },
  {
    id: 'skipped',
    title: text('wizard.progress.column.skipped'),
    width: 60,
    align: 'right',
    text: (row) => formatCount(row.skipped),
  },
  {
    id: 'replaced',
    title: text('wizard.progress.column.replaced'),
    width: 62,
    align: 'right',
    text: (row) => formatCount(row.replaced),
  },
  { id: 'why', title: text('wizard.progress.column.why'), width: 'fill', text: (row) => whyText(row.why) },
];
