import { afterEach, expect, it } from 'vitest';
import type { ProgramsSpec } from '../build/ccmail-spec.ts';
import { fileAct } from '../server/file-acts.ts';
import { serviceAct } from '../server/service-acts.ts';
import type { Lab } from '../store/lab.ts';
import { type CcMailTestLab, ccMailWorld, smallSpec, userSpec } from '../testing/ccmail-world.ts';
import { connectorReport } from './connector-report.ts';

/* What the articles tell one to do, done: after it the connector works, and before it or without it, it does not. */

let world: CcMailTestLab | null = null;
afterEach(() => {
  world?.discard();
  world = null;
});

const ADMIN = '\\\\HARBOR\\CCADMIN';
const SYSTEM32 = 'C:\\WINNT\\system32';

function lab(laid: readonly Partial<ProgramsSpec>[]): Lab {
  world = ccMailWorld(
    smallSpec(
      { users: [userSpec('Vane, Cora', 1)], database: 'DB8', release: '8.3' },
      {
        programs: [{ directory: ADMIN }, ...laid].map((each) => ({
          set: 'dos-8.3',
          directory: ADMIN,
          renamed: false,
          missing: [],
          ...each,
        })),
        connector: 'HARBOR',
      },
    ),
  );
  return world.lab;
}

const cycle = (on: Lab): string | null => {
  const done = connectorReport(on, { file: on.path, do: 'cycle' });
  return done.ok ? done.value.result : done.failure.code;
};
const copy = (on: Lab, ...names: readonly string[]): void => {
  for (const name of names)
    expect(fileAct(on, { file: on.path, act: 'copy', path: `${ADMIN}\\${name}`, to: SYSTEM32 }).ok).toBe(
      true,
    );
};
const set = (on: Lab, what: string): void => {
  expect(connectorReport(on, { file: on.path, set: what }).ok).toBe(true);
};
const restart = (on: Lab): void => {
  for (const action of ['stop', 'start'] as const)
    serviceAct(on, { file: on.path, name: 'MSExchangeCCMC', action });
};

it('Q294947: Import, Export and Ie.ri in a folder of the path', () => {
  const on = lab([]);
  expect(cycle(on)).toBe('failed');
  expect(cycle(on)).toBe('connector-stopped');
  copy(on, 'Import.exe', 'Export.exe', 'Ie.ri');
  restart(on);
  expect(cycle(on)).toBe('ok');
});

it('Q190275: IE.RI beside Import and Export, and nowhere else', () => {
  const on = lab([{ directory: SYSTEM32, missing: ['IE.RI'] }]);
  expect(cycle(on)).toBe('failed');
  fileAct(on, { file: on.path, act: 'copy', path: `${ADMIN}\\IE.RI`, to: 'C:\\exchsrvr\\ccmcdata' });
  expect(cycle(on)).toBe('failed');
  copy(on, 'IE.RI');
  expect(cycle(on)).toBe('ok');
});

it('Q233164: the right name, and a restart', () => {
  const on = lab([{ directory: SYSTEM32 }]);
  set(on, 'name=HAVEN');
  expect(cycle(on)).toBe('ok');
  restart(on);
  expect(cycle(on)).toBe('failed');
  set(on, 'Name=harbor');
  expect(cycle(on)).toBe('failed');
  restart(on);
  expect(cycle(on)).toBe('ok');
});

it('Q168465: the version of the list that stands for the database', () => {
  const on = lab([{ directory: SYSTEM32 }]);
  set(on, 'version=5.15/5.14');
  restart(on);
  expect(cycle(on)).toBe('failed');
  set(on, 'Import/Export version=6.0/6.0');
  restart(on);
  expect(cycle(on)).toBe('ok');
});

it('a path that names the folder of the programs does as well', () => {
  const on = lab([]);
  on.run("INSERT OR REPLACE INTO setting(key, value) VALUES('path', ?)", `C:\\WINNT;${ADMIN}`);
  expect(cycle(on)).toBe('ok');
});
