import type { RunReport } from '../../../shared/ipc/shapes.ts';
import type { PostOfficePlan } from '../../../shared/lab/run-plan.ts';
import type { CcMailLabSpec, PostOfficeSpec, ProgramsSpec } from '../build/ccmail-spec.ts';
import { STAGES } from '../migrate/import/all-stages.ts';
import { startImport } from '../migrate/import/start-import.ts';
import { migrate } from '../migrate/run.ts';
import type { Exchange55Spec } from '../server/lay-exchange55.ts';
import type { Lab } from '../store/lab.ts';
import { type CcMailTestLab, ccMailWorld, smallSpec, userSpec } from './ccmail-world.ts';
import { must } from './small-lab.ts';

/* Extractions out of small post offices, for tests of what the articles describe. */

let world: CcMailTestLab | null = null;

/** Takes the lab of the last extraction away. */
export function discardExtraction(): void {
  world?.discard();
  world = null;
}

export interface Extracted {
  readonly lab: Lab;
  readonly report: RunReport;
  /** Source and number of each event but those of beginning and end. */
  readonly events: readonly (readonly [string, number | null])[];
  /** Rules that ended the run. */
  readonly why: readonly string[];
  /** State and messages in the files, by user. */
  readonly users: Readonly<Record<string, string>>;
}

/** Builds a lab and extracts from its first post office, whatever the gate says. */
export function extract(spec: CcMailLabSpec, change: Partial<PostOfficePlan> = {}): Extracted {
  discardExtraction();
  world = ccMailWorld(spec);
  const { lab, plan } = world;
  const run = must(startImport(lab, plan(change), { ignoreGate: true, asked: {} }, STAGES));
  const work = migrate(lab, run);
  let step = work.next(undefined);
  while (step.done !== true) step = work.next(undefined);
  const events = lab.all<{ source: string; id: number | null }>(
    'SELECT source, event_id AS id FROM event WHERE run_id = ? AND ifnull(event_id, 0) NOT IN (10002, 10003) ORDER BY event.id',
    run,
  );
  const { why } = lab.get<{ why: string }>('SELECT why FROM run WHERE id = ?', run) ?? { why: '[]' };
  return {
    lab,
    report: step.value,
    events: events.map(({ source, id }) => [source, id] as const),
    why: (JSON.parse(why) as { rule: string }[]).map(({ rule }) => rule),
    users: Object.fromEntries(
      lab
        .all<{ key: string; state: string; extracted: number }>(
          'SELECT key, state, extracted FROM run_account WHERE run_id = ? ORDER BY ord',
          run,
        )
        .map(({ key, state, extracted }) => [key, `${state} ${extracted}`]),
    ),
  };
}

export const BIN = 'C:\\exchsrvr\\bin';
export const SP4: Exchange55Spec = { level: 'SP4', fixes: [] };

/** Programs of one set in Exchsrvr\\Bin. */
export function programs(set: ProgramsSpec['set'], more: Partial<ProgramsSpec> = {}): ProgramsSpec[] {
  return [{ set, directory: BIN, renamed: false, missing: [], ...more }];
}

export const CORA = userSpec('Vane, Cora', 4);
export const IMRE = userSpec('Brack, Imre', 2);

/** A lab with the post office HARBOR, with two users of 4 and 2 messages unless others are given. */
export function spec(
  office: Partial<PostOfficeSpec>,
  server: Exchange55Spec = SP4,
  more: Partial<CcMailLabSpec> = {},
): CcMailLabSpec {
  return smallSpec({ users: [CORA, IMRE], ...office }, { server, ...more });
}

/** What comes of both when nothing fails. */
export const sound = { 'Vane Cora': 'completed 4', 'Brack Imre': 'completed 2' };
