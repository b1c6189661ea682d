import { useState } from 'react';
import { articleLabel } from '../../../../shared/text/source-label.ts';
import { text } from '../../../../shared/text/text.ts';
import type { GateFact, GateRuleFact } from '../../../../shared/wizard/facts.ts';
import type { Column } from '../../../kit/list-view/columns.ts';
import { ListView } from '../../../kit/list-view/list-view.tsx';
import { ScrollText } from '../../../kit/scroll-text.tsx';
import { RuleDetails } from '../../parts/refusal.tsx';
import { VerdictIcon } from '../../parts/verdict-icon.tsx';

const COLUMNS: readonly Column<GateRuleFact>[] = [
  {
    id: 'verdict',
    title: text('wizard.prerequisites.column.verdict'),
    width: 80,
    text: (rule) => text(`wizard.gate.verdict.${rule.verdict}`),
    icon: (rule) => <VerdictIcon verdict={rule.verdict} />,
  },
  {
    id: 'kb',
    title: text('wizard.prerequisites.column.article'),
    width: 104,
    text: (rule) => articleLabel(rule.kb),
  },
  {
    id: 'title',
    title: text('wizard.prerequisites.column.title'),
    width: 'fill',
    text: (rule) => rule.title,
  },
];

const SEVERITY = { refuse: 0, warn: 1, note: 2, pass: 3 } as const;

/** The gate's rules, worst first, and one of them in full. */
export function Checks({ gate }: { readonly gate: GateFact }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const rules = gate.rules.toSorted((a, b) => SEVERITY[a.verdict] - SEVERITY[b.verdict]);
  const rule = rules.find((candidate) => keyOf(candidate) === chosen) ?? rules[0] ?? null;
  return (
    <>
      <ListView
        label={text('wizard.prerequisites.rules')}
        columns={COLUMNS}
        rows={rules}
        rowKey={keyOf}
        selectedKey={rule === null ? null : keyOf(rule)}
        onSelect={(row) => setChosen(keyOf(row))}
        empty={text('wizard.prerequisites.empty')}
      />
      <ScrollText label={text('wizard.prerequisites.details')} rows={5}>
        {rule === null ? text('wizard.gate.passed') : <RuleDetails rule={rule} />}
        <p className="hint">{text('wizard.prerequisites.own-page')}</p>
      </ScrollText>
    </>
  );
}

function keyOf(rule: GateRuleFact): string {
  return `${rule.kb} ${rule.title}`;
}
