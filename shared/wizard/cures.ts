import type { FixFact, GateFact, LabFact } from './facts.ts';

/** Which fixes lift which article's refusal, in the order in which they can be installed (KB919235: SP2 first). */
const CURES: Readonly<Record<string, readonly string[]>> = {
  '919235': ['E2003SP1', 'E2003SP2', 'KB919235'],
};

/** A service pack that a later one contains is not needed (service packs are cumulative, Q191014). */
const CONTAINED_IN: Readonly<Record<string, string>> = { E2003SP1: 'E2003SP2' };

/** The fixes that would lift the gate's refusals, in order; empty where installing cures nothing. */
export function curesFor(gate: GateFact, lab: LabFact): readonly FixFact[] {
  const wanted = gate.rules
    .filter((rule) => rule.verdict === 'refuse')
    .flatMap((rule) => CURES[rule.kb.replace(/^(KB|Q)/i, '')] ?? []);
  const needed = wanted.filter((id) => !wanted.includes(CONTAINED_IN[id] ?? ''));
  return [...new Set(needed)].flatMap((id) => lab.available.filter((fix) => fix.id === id));
}
