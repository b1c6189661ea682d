import { useState } from 'react';
import { whyText } from '../../../../shared/text/evidence-text.ts';
import { text } from '../../../../shared/text/text.ts';
import type { PredictionFact } from '../../../../shared/wizard/facts.ts';
import type { Column } from '../../../kit/list-view/columns.ts';
import { ListView } from '../../../kit/list-view/list-view.tsx';
import { ScrollText } from '../../../kit/scroll-text.tsx';
import { WhyLines } from '../../parts/why.tsx';

const COLUMNS: readonly Column<PredictionFact>[] = [
  {
    id: 'mailbox',
    title: text('wizard.prerequisites.column.mailbox'),
    width: 90,
    text: (row) => row.alias,
  },
  {
    id: 'mode',
    title: text('wizard.prerequisites.column.mode'),
    width: 82,
    text: (row) =>
      row.effectiveMode === null
        ? text('wizard.prerequisites.lost-mode')
        : text(`wizard.mode-short.${row.effectiveMode}`),
  },
  {
    id: 'ost',
    title: text('wizard.prerequisites.column.ost'),
    width: 66,
    text: (row) => (row.ost === null ? text('wizard.prerequisites.no-ost') : text(`fate.${row.ost}`)),
  },
  {
    id: 'rules',
    title: text('wizard.prerequisites.column.rules'),
    width: 92,
    text: (row) => (row.rules === null ? text('wizard.prerequisites.no-rules') : text(`fate.${row.rules}`)),
  },
  {
    id: 'why',
    title: text('wizard.prerequisites.column.why'),
    width: 'fill',
    text: (row) => whyText(row.why),
  },
];

/** What each mailbox has to expect, predicted from the lab before the run. */
export function Predictions({ predictions }: { readonly predictions: readonly PredictionFact[] }) {
  const [alias, setAlias] = useState<string | null>(null);
  const chosen = predictions.find((row) => row.alias === alias) ?? predictions[0] ?? null;
  return (
    <>
      <ListView
        label={text('wizard.prerequisites.predictions')}
        columns={COLUMNS}
        rows={predictions}
        rowKey={(row) => row.alias}
        selectedKey={chosen?.alias ?? null}
        onSelect={(row) => setAlias(row.alias)}
        empty={text('wizard.prerequisites.no-predictions')}
      />
      <ScrollText label={text('wizard.prerequisites.details')} rows={5}>
        <WhyLines why={chosen?.why ?? []} />
      </ScrollText>
    </>
  );
}
