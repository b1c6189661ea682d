import { PUBLIC_MESSAGES } from '../../../../shared/lab/run-plan.ts';
import { whyText } from '../../../../shared/text/evidence-text.ts';
import { formatCount } from '../../../../shared/text/format.ts';
import { text } from '../../../../shared/text/text.ts';
import type { ProgressRow } from '../../../../shared/wizard/facts.ts';
import type { Column } from '../../../kit/list-view/columns.ts';
import { ListView } from '../../../kit/list-view/list-view.tsx';
import { mailboxState } from './mailbox-rows.tsx';

interface AccountRowsProps {
  readonly rows: readonly ProgressRow[];
  /** Which stages there are: a post office can be extracted only, and migration files are only imported. */
  readonly extracts: boolean;
  readonly imports: boolean;
  readonly selected: string | null;
  readonly onSelect: (alias: string) => void;
}

/** Every account of a post office or of migration files with extraction, import, its state and the reason. */
export function AccountRows({ rows, extracts, imports, selected, onSelect }: AccountRowsProps) {
  return (
    <ListView
      label={text('wizard.progress.accounts')}
      columns={[
        extracts ? ACCOUNT : ADDRESS,
        ...(extracts ? [EXTRACTION] : []),
        ...(imports ? [IMPORT] : []),
        ...REST,
      ]}
      rows={rows}
      rowKey={(row) => row.alias}
      selectedKey={selected}
      onSelect={(row) => onSelect(row.alias)}
      empty={text('wizard.progress.no-accounts')}
    />
  );
}

/** Bulletin boards stand among the accounts of a run, under the name of their section. */
export function accountName(alias: string): string {
  return alias === PUBLIC_MESSAGES ? text('po.boards') : alias;
}

const BEFORE_IMPORT: ReadonlySet<string> = new Set(['waiting', 'extracting', 'extracted', 'not-reached']);

const ACCOUNT: Column<ProgressRow> = {
  id: 'alias',
  title: text('wizard.progress.column.account'),
  width: 150,
  text: (row) => accountName(row.alias),
};
/** Accounts of migration files are told apart by their addresses, which are longer. */
const ADDRESS: Column<ProgressRow> = { ...ACCOUNT, width: 216 };
const EXTRACTION: Column<ProgressRow> = {
  id: 'extraction',
  title: text('wizard.progress.column.extraction'),
  width: 66,
  text: ({ state, stage, why }) => {
    if (state === 'extracting') return mailboxState(state);
    const fellLater = why.some(({ rule }) => rule.startsWith('import-'));
    if (state === 'failed' && stage < 2 && !fellLater) return mailboxState(state);
    const isOver = stage === 2 || fellLater || state === 'extracted' || state === 'completed';
    return text(isOver ? 'wizard.progress.stage-done' : 'wizard.progress.stage-waiting');
  },
};
const IMPORT: Column<ProgressRow> = {
  id: 'import',
  title: text('wizard.progress.column.import'),
  width: 70,
  text: ({ stage, state, copied, skipped }) =>
    stage < 2 || BEFORE_IMPORT.has(state)
      ? text('wizard.progress.stage-waiting')
      : formatCount(copied + skipped),
};
const REST: readonly Column<ProgressRow>[] = [
  {
    id: 'state',
    title: text('wizard.progress.column.state'),
    width: 84,
    text: (row) => mailboxState(row.state),
  },
  { id: 'why', title: text('wizard.progress.column.why'), width: 'fill', text: (row) => whyText(row.why) },
];
