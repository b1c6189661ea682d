import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkLab } from '../migrate/check.ts';
import { startImport } from '../migrate/import/start-import.ts';
import { migrate } from '../migrate/run.ts';
import { runReport } from '../migrate/run-report.ts';
import { layPrograms } from '../build/ccmail-programs.ts';
import { DOUBLES, type ImportWorld, importWorld } from '../testing/import-world.ts';
import { must } from '../testing/small-lab.ts';
import { connectorOf, layConnector } from './connector-row.ts';

/* XMG 06001: the connector is to be stopped while accounts are migrated. Only what it does then is looked at here. */

let world: ImportWorld;
beforeEach(() => {
  world = importWorld();
});
afterEach(() => world.discard());

/** Runs over HARBOR with a connector beside it; `stopAfter` cancels after so many batches. */
function run(spec: { running: boolean; method?: 'extract'; programs?: boolean; stopAfter?: number }): {
  state: string;
  cycles: string[];
  added: number;
} {
  const { lab } = world;
  lab.run("INSERT OR REPLACE INTO setting(key, value) VALUES('path', 'C:\\WINNT')");
  if (spec.programs !== false)
    layPrograms(lab, { set: 'dos-8.3', directory: 'C:\\WINNT', renamed: false, missing: [] });
  layConnector(lab, { postOfficeId: 1, running: spec.running });
  const plan = world.plan(spec.method === undefined ? {} : { method: 'extract', files: 'C:\\MIGRATE' });
  const id = must(startImport(lab, plan, { ignoreGate: true, asked: {} }, DOUBLES));
  const batches = migrate(lab, id, undefined, DOUBLES);
  let step = batches.next(undefined);
  for (let told = 1; step.done !== true; told += 1)
    step = batches.next(spec.stopAfter !== undefined && told >= spec.stopAfter ? 'cancel' : undefined);
  expect(must(checkLab(lab)).violations).toEqual([]);
  return {
    state: runReport(lab, id).state,
    cycles: lab
      .all<{ result: string }>('SELECT result FROM connector_cycle ORDER BY id')
      .map(({ result }) => result),
    added: lab.all("SELECT 1 FROM po_user WHERE imported_by = 'MSExchangeCCMC'").length,
  };
}

it.each([
  ['a running connector synchronizes as the run ends', { running: true }, 'completed', ['ok'], 4],
  ['also when it is cancelled', { running: true, stopAfter: 4 }, 'cancelled', ['ok'], null],
  ['a stopped one does not', { running: false }, 'completed', [], 0],
  [
    'nor does one when files are extracted alone',
    { running: true, method: 'extract' as const },
    'completed',
    [],
    0,
  ],
  [
    'its own troubles are not those of the run',
    { running: true, programs: false },
    'completed',
    ['failed'],
    0,
  ],
])('%s', (_, spec, state, cycles, added) => {
  const done = run(spec);
  expect(done).toMatchObject({ state, cycles });
  if (added !== null) expect(done.added).toBe(added);
});

it('which programs it misses ends the connector, not the run', () => {
  run({ running: true, programs: false });
  expect(connectorOf(world.lab)?.standing.active).toBeNull();
});
