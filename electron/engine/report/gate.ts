import { evaluateRules, type GateReport } from '../../../shared/gate/evaluate.ts';
import type { KbRecord } from '../../../shared/gate/record.ts';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import type { AnyPlan, Mode, SourceType } from '../../../shared/lab/run-plan.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Lab } from '../store/lab.ts';
import { gateFindings } from './gate-findings.ts';
import { kbLibrary } from './kb-library.ts';

export interface GateQuestion {
  readonly mode: Mode;
  readonly source: SourceType;
  /** Absent while no mailboxes are chosen: then only rules about the server are judged. */
  readonly plan?: AnyPlan | undefined;
}

/** Runs the gate on a lab as it stands. It reads only. */
export function evaluateGate(lab: Lab, question: GateQuestion): GateReport {
  return evaluate(lab, question, kbLibrary());
}

/** Whether any rule refuses; rules that only warn are not looked at. */
export function gateRefuses(lab: Lab, question: GateQuestion): boolean {
  return !evaluate(
    lab,
    question,
    kbLibrary().filter((record) => record.effect === 'refuse'),
  ).ok;
}

function evaluate(lab: Lab, question: GateQuestion, library: readonly KbRecord[]): GateReport {
  return evaluateRules(library, {
    mode: question.mode,
    source: question.source,
    products: lab.all<{ name: string; level: string; build: string }>(
      'SELECT name, level, build FROM product ORDER BY name',
    ),
    files: lab.all<{ path: string; version: string | null }>(
      'SELECT path, version FROM server_file ORDER BY path',
    ),
    findings: question.plan?.source === 'EXCHANGE' ? gateFindings(lab, question.plan) : null,
  });
}

/** `lab gate`: rules about the server, and with a plan also those about its mailboxes. Without a mode: the default mode. */
export function gateReport(lab: Lab, input: LabInput<'gate'>): Result<LabOutput<'gate'>> {
  return ok(
    evaluateGate(lab, {
      mode: input.plan?.mode ?? input.mode ?? 'default',
      source: input.plan?.source ?? input.source ?? 'EXCHANGE',
      plan: input.plan,
    }),
  );
}
