import type { FixFact, GateFact, LabFact } from './facts.ts';

/**
 * Which fixes lift which article's refusal, in the order in which they can be installed: what the article's own resolution
 * names (KB919235: SP2 first; Q194218 and Q251018: the latest service pack). Steps besides stay to be done by hand.
 */
const CURES: Readonly<Record<string, readonly string[]>> = {
  '919235': ['E2003SP1', 'E2003SP2', 'KB919235'],
  '251018': ['E55SP4'],
  '197114': ['Q197114'],
  '194218': ['E55SP4'],
  '229314': ['E55SP3'],
  '238850': ['E55SP4'],
  '233325': ['E55SP3'],
  '287056': ['E55SP4', 'Q287056'],
};
/** What a service pack contains is not needed beside it, and could not be installed after it (Q191014, Q244702). */
const CONTAINED_IN: Readonly<Record<string, readonly string[]>> = {
  E2003SP1: ['E2003SP2'],
  E55SP3: ['E55SP4'],
  Q197114: ['E55SP3', 'E55SP4'],
};

/** The fixes that would lift the gate's refusals, in order; empty where installing cures nothing. */
export function curesFor(gate: GateFact, lab: LabFact): readonly FixFact[] {
  const wanted = gate.rules
    .filter((rule) => rule.verdict === 'refuse')
    .flatMap((rule) => CURES[rule.kb.replace(/^(KB|Q)/i, '')] ?? []);
  const needed = wanted.filter((id) => !(CONTAINED_IN[id] ?? []).some((pack) => wanted.includes(pack)));
  return [...new Set(needed)].flatMap((id) => lab.available.filter((fix) => fix.id === id));
}
