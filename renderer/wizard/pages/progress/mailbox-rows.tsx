import { whyText } from '../../../../shared/text/evidence-text.ts';
import { isTextKey, text } from '../../../../shared/text/text.ts';
import type { ProgressRow } from '../../../../shared/wizard/facts.ts';
import type { Column } from '../../../kit/list-view/columns.ts';
import { ListView } from '../../../kit/list-view/list-view.tsx';

interface MailboxRowsProps {
  readonly rows: readonly ProgressRow[];
  readonly selected: string | null;
  readonly onSelect: (alias: string) => void;
}

/** Every mailbox with both stages, its state, the mode used for it and the reason. */
export function MailboxRows({ rows, selected, onSelect }: MailboxRowsProps) {
  return (
    <ListView
      label={text('wizard.progress.rows')}
      columns={COLUMNS}
      rows={rows}
      rowKey={(row) => row.alias}
      selectedKey={selected}
      onSelect={(row) => onSelect(row.alias)}
      empty={text('wizard.progress.no-rows')}
    />
  );
}

const COLUMNS: readonly Column<ProgressRow>[] = [
  { id: 'alias', title: text('wizard.progress.column.mailbox'), width: 82, text: (row) => row.alias },
  { id: 'stage1', title: text('wizard.progress.column.stage-1'), width: 52, text: stageOne },
  { id: 'stage2', title: text('wizard.progress.column.stage-2'), width: 70, text: stageTwo },
  {
    id: 'state',
    title: text('wizard.progress.column.state'),
    width: 104,
    text: (row) => mailboxState(row.state),
  },
  {
    id: 'mode',
    title: text('wizard.progress.column.mode'),
    width: 58,
    text: (row) => (row.effectiveMode === null ? '' : text(`wizard.mode-short.${row.effectiveMode}`)),
  },
  { id: 'why', title: text('wizard.progress.column.why'), width: 'fill', text: (row) => whyText(row.why) },
];

/** A state of a mailbox in words; what is not known is shown as it is. */
export function mailboxState(state: string): string {
  const key = `mailbox-state.${state}`;
  return isTextKey(key) ? text(key) : state;
}

function stageOne(row: ProgressRow): string {
  if (row.stage === 0 && row.state === 'not-reached') return text('wizard.progress.stage-waiting');
  return text(row.state === 'waiting' ? 'wizard.progress.stage-waiting' : 'wizard.progress.stage-done');
}

function stageTwo(row: ProgressRow): string {
  if (row.stage < 2 && row.done === 0) {
    return text('wizard.progress.stage-waiting');
  }
  return text('wizard.progress.stage-count', { done: row.done, total: row.total });
}
