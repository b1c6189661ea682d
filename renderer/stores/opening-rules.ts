import type { CommandOutput } from '../../shared/ipc/app-commands.ts';
import type { GateFact } from '../../shared/wizard/facts.ts';

/** The rules about the server alone; those about the data wait for the Prerequisites page. */
export function openingRules(gate: CommandOutput<'lab:gate'>): GateFact {
  const rules = gate.rules.filter((rule) => rule.judged === 'opening');
  return { ok: rules.every((rule) => rule.verdict !== 'refuse'), rules };
}
