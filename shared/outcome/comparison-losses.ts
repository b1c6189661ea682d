import type { Fate, FateCode, OstFate } from './fate.ts';
import type { Loss, LossKind, SideName } from './comparison-row.ts';

/** Fates that a user feels as a loss. */
const FELT: ReadonlySet<FateCode> = new Set<FateCode>(['LOST', 'DANGLE', 'MISPOINT']);

/** Everything that became of one mailbox. */
export interface MailboxFatesLike {
  readonly ost: OstFate | null;
  readonly rules: readonly Fate[];
  readonly references: readonly Fate[];
  readonly permissions: readonly Fate[];
}

/** What a mailbox lost, by name: items stranded in an old .ost first, then rules, references and permissions. */
export function lossesOf(alias: string, side: SideName, fates: MailboxFatesLike): Loss[] {
  const of = (kind: LossKind, all: readonly Fate[]): Loss[] =>
    all
      .filter(({ fate }) => FELT.has(fate))
      .map(({ name, fate, rule, evidence, source, reason }) => ({
        alias,
        side,
        kind,
        name,
        fate,
        rule,
        evidence,
        source,
        reason,
        rescue: null,
      }));
  const { ost } = fates;
  const stranded: Loss[] =
    ost === null
      ? []
      : ost.lostItems.map(({ folder, subject, rescue }) => ({
          alias,
          side,
          kind: 'item',
          name: `${folder}\\${subject}`,
          fate: 'LOST',
          rule: ost.rule,
          evidence: ost.evidence,
          source: ost.source,
          reason: ost.reason,
          rescue,
        }));
  return [
    ...stranded,
    ...of('rule', fates.rules),
    ...of('reference', fates.references),
    ...of('permission', fates.permissions),
  ];
}
