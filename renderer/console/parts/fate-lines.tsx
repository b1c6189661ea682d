import type { Fate } from '../../../shared/ipc/shapes.ts';
import { ruleText } from '../../../shared/text/evidence-text.ts';
import { text } from '../../../shared/text/text.ts';
import { EvidenceBadge } from './evidence-badge.tsx';
import type { MailboxFates } from './fate-table.tsx';

interface Line {
  readonly thing: string;
  readonly fate: Fate;
}

/** Every fate of one mailbox with the rule that decided, and what was stranded by name. */
export function FateLines({ fates }: { readonly fates: MailboxFates }) {
  const lines: Line[] = [
    ...(fates.ost === null ? [] : [line('ost', fates.ost)]),
    ...fates.rules.map((fate) => line('rule', fate)),
    ...fates.references.map((fate) => line('reference', fate)),
    ...fates.permissions.map((fate) => line('permission', fate)),
  ];
  return (
    <ul className="plain-list">
      {lines.map(({ thing, fate }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one answer never change places
        <li key={index}>
          {text('console.fate.line', { thing, fate: text(`fate.${fate.fate}`), rule: ruleText(fate.rule) })}{' '}
          <EvidenceBadge evidence={fate} />
        </li>
      ))}
      {fates.ost?.lostItems.map((item) => (
        <li key={`${item.folder} ${item.subject}`}>{text('console.fate.stranded', { ...item })}</li>
      ))}
    </ul>
  );
}

function line(kind: 'ost' | 'rule' | 'reference' | 'permission', fate: Fate): Line {
  return { thing: text(`console.fate.kind.${kind}`, { name: fate.name }), fate };
}
