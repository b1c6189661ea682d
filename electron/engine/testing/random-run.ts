import fc from 'fast-check';
import type { RunReport } from '../../../shared/ipc/shapes.ts';
import type { Mode, RunPlan } from '../../../shared/lab/run-plan.ts';
import { migrate } from '../migrate/run.ts';
import { startRun } from '../migrate/start-run.ts';
import type { Lab } from '../store/lab.ts';

/** One run as it shall be asked for. */
export interface RunRecipe {
  readonly mode: Mode;
  /** Which mailboxes, as bits; none chosen means all. */
  readonly chosen: number;
  readonly reversed: boolean;
  readonly filter: 'none' | 'dates' | 'subjects';
  readonly bounce: boolean;
  readonly createAccounts: boolean;
  readonly batchRows: number;
  /** Cancel before this batch, counted from 0; null: to the end. */
  readonly cancelAt: number | null;
}

export function runRecipes(fixed: Partial<RunRecipe> = {}): fc.Arbitrary<RunRecipe> {
  return fc
    .record({
      mode: fc.constantFrom<Mode>('default', 'clone'),
      chosen: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 63 })),
      reversed: fc.boolean(),
      filter: fc.constantFrom<RunRecipe['filter']>('none', 'none', 'none', 'dates', 'subjects'),
      bounce: fc.constantFrom(false, false, true),
      createAccounts: fc.constantFrom(true, true, true, true, false),
      batchRows: fc.integer({ min: 1, max: 40 }),
      cancelAt: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.nat(25)),
    })
    .map((recipe) => ({ ...recipe, ...fixed }));
}

const DAY = 86_400_000;

/** The plan of a recipe, with the places of the lab's own target. */
export function planOf(
  lab: Lab,
  aliases: readonly string[],
  recipe: RunRecipe,
  restrictToSid = false,
): RunPlan {
  const places = lab.get<{ source: string; target: string; store: string; container: string; clock: number }>(
    `SELECT (SELECT netbios FROM server JOIN admin_group g ON g.id = admin_group_id JOIN org ON org.id = org_id
         WHERE org.role = 'source' AND server.role = 'mailbox' LIMIT 1) AS source, netbios AS target, mdb.name AS store,
       (SELECT dn FROM container JOIN org ON org.id = org_id WHERE org.role = 'target' ORDER BY container.id LIMIT 1) AS container,
       (SELECT clock FROM lab) AS clock
     FROM mdb JOIN server ON server.id = server_id JOIN admin_group g ON g.id = admin_group_id JOIN org ON org.id = org_id
     WHERE org.role = 'target' ORDER BY mdb.id LIMIT 1`,
  );
  if (places === undefined) throw new Error('a lab without a target');
  const some = aliases.filter((_, ordinal) => (recipe.chosen & (1 << ordinal)) !== 0);
  const accounts = some.length === 0 ? [...aliases] : some;
  const clone = recipe.mode === 'clone';
  return {
    mode: recipe.mode,
    source: 'EXCHANGE',
    accounts: recipe.reversed ? accounts.reverse() : accounts,
    sourceServer: places.source,
    targetServer: places.target,
    targetStore: places.store,
    container: places.container,
    createAccounts: recipe.createAccounts,
    dateRange:
      !clone && recipe.filter === 'dates'
        ? { from: places.clock - 300 * DAY, to: places.clock - 20 * DAY }
        : null,
    subjectPrefixes: !clone && recipe.filter === 'subjects' ? ['RE: ', 'Projects', 'Newly'] : null,
    targetAddressDomain: recipe.bounce ? 'parked.example' : null,
    restrictToSid,
    // Nobody is taken for somebody else by name: such matches are undone, as the page allows.
    accountChoices: Object.fromEntries(accounts.map((alias) => [alias, { createNew: true }])),
  };
}

/** Runs a plan to its end or to the batch at which it is cancelled. A run that cannot start is null. */
export function runToEnd(
  lab: Lab,
  plan: RunPlan,
  recipe: Pick<RunRecipe, 'batchRows' | 'cancelAt'>,
  betweenBatches: (batch: number) => void = () => undefined,
): RunReport | null {
  const started = startRun(lab, plan, { ignoreGate: true, asked: { batchRows: recipe.batchRows } });
  if (!started.ok) return null;
  const run = migrate(lab, started.value);
  let batch = 0;
  let step = run.next(recipe.cancelAt === 0 ? 'cancel' : undefined);
  while (step.done !== true) {
    betweenBatches(batch);
    batch += 1;
    step = run.next(batch === recipe.cancelAt ? 'cancel' : undefined);
  }
  return step.value;
}
