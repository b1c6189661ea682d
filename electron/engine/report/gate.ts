import library55 from '../../../resources/kb/mlmig32-windows.json' with { type: 'json' };
import { evaluateRules, type Findings, type GateReport } from '../../../shared/gate/evaluate.ts';
import type { KbRecord } from '../../../shared/gate/record.ts';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import type { AnyPlan, Mode, SourceType } from '../../../shared/lab/run-plan.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { wholePlan } from '../migrate/import/whole-plan.ts';
import { MLMIG32_55 } from '../server/defects.ts';
import type { Lab } from '../store/lab.ts';
import { gateFindings } from './gate-findings.ts';
import { importFindings } from './gate-import.ts';
import { kbLibrary } from './kb-library.ts';

export interface GateQuestion {
  readonly mode: Mode;
  readonly source: SourceType;
  /** Absent while no mailboxes are chosen: then only rules about the server are judged. */
  readonly plan?: AnyPlan | undefined;
}

function findingsOf(lab: Lab, { source, plan }: GateQuestion): Findings {
  if (plan?.source === 'EXCHANGE') return gateFindings(lab, plan);
  return source === 'EXCHANGE' ? {} : importFindings(lab, source, plan ?? null);
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
    planned: question.plan !== undefined,
    findings: findingsOf(lab, question),
    defects: { library: library55, path: MLMIG32_55 },
  });
}

/**
 * `lab gate`: rules about the server, and with a plan also those about its accounts. Without a mode: the default mode. A post
 * office that is named alone is judged as if everything of it were to be migrated. Failure code: post-office-name.
 */
export function gateReport(lab: Lab, input: LabInput<'gate'>): Result<LabOutput<'gate'>> {
  const whole =
    input.plan === undefined && input.postOffice !== undefined ? wholePlan(lab, input.postOffice) : null;
  if (whole !== null && !whole.ok) return whole;
  const plan = input.plan ?? whole?.value;
  return ok(
    evaluateGate(lab, {
      mode: plan?.mode ?? input.mode ?? 'default',
      source: plan?.source ?? input.source ?? 'EXCHANGE',
      plan,
    }),
  );
}
