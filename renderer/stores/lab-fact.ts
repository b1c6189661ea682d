import type { CommandOutput } from '../../shared/ipc/app-commands.ts';
import type { GateFact, LabFact } from '../../shared/wizard/facts.ts';

type Shown = CommandOutput<'lab:show'>;
type Runs = CommandOutput<'lab:runs'>;

/** What the wizard's machine wants to know about a lab, from what the engine says of it. */
export function labFact(shown: Shown, runs: Runs): LabFact {
  return {
    source: shown.source,
    target: shown.target,
    clock: shown.clock,
    utcOffsetMinutes: Number(shown.settings.utcOffsetMinutes ?? '0'),
    interrupted: interruptedRun(runs),
    available: shown.server.available,
  };
}

/** Only the last run can be continued; any other run after it has taken its place. */
function interruptedRun({ runs }: Runs): number | null {
  let last: Runs['runs'][number] | null = null;
  for (const run of runs) {
    if (run.state !== 'refused' && (last === null || run.run > last.run)) last = run;
  }
  return last?.state === 'interrupted' ? last.run : null;
}

/** The rules about the server alone; those about the data wait for the Prerequisites page. */
export function openingRules(gate: CommandOutput<'lab:gate'>): GateFact {
  const rules = gate.rules.filter((rule) => rule.judged === 'opening');
  return { ok: rules.every((rule) => rule.verdict !== 'refuse'), rules };
}
