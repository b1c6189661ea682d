import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Result } from '../../../shared/result.ts';
import { labDigest } from '../store/digest.ts';
import type { Lab } from '../store/lab.ts';
import { connectorReport } from '../connector/connector-report.ts';
import { connectorOf } from '../connector/connector-row.ts';
import { installFix } from '../report/fix.ts';
import { ADMIN, connectorWorld, programs, STORE, WINNT } from '../testing/connector-world.ts';
import { driveAct } from './drive-acts.ts';
import { fileAct } from './file-acts.ts';
import { FIXES } from './fix-list.ts';
import { serviceAct } from './service-acts.ts';

/* Whatever people do to a migration server, in whatever order: a refusal changes nothing, and what is there makes sense. */

const NAMES = [
  'Import.exe',
  'Export.exe',
  'Import32.exe',
  'Cfw803.dll',
  'Impexp.ri',
  'Mlmig32.dll',
  'CLANDATA',
  'x',
];
const FOLDERS = [WINNT, STORE, ADMIN, 'C:\\exchsrvr\\bin', 'P:\\', '\\\\HARBOR\\CCDATA', 'C:\\NOWHERE'];
const name = fc.constantFrom(...NAMES);
const folder = fc.constantFrom(...FOLDERS);
const path = fc.tuple(folder, name).map(([at, file]) => `${at.replace(/\\$/, '')}\\${file}`);

type Act = (lab: Lab) => Result<unknown>;
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(path, fc.oneof(folder, path)).map(
    ([from, to]): Act =>
      (lab) =>
        fileAct(lab, { file: lab.path, act: 'copy', path: from, to }),
  ),
  fc.tuple(path, name).map(
    ([from, to]): Act =>
      (lab) =>
        fileAct(lab, { file: lab.path, act: 'rename', path: from, to }),
  ),
  path.map(
    (at): Act =>
      (lab) =>
        fileAct(lab, { file: lab.path, act: 'delete', path: at }),
  ),
  fc.constantFrom<string | null>(ADMIN, '\\\\HARBOR\\CCDATA', 'C:\\WINNT', null).map(
    (to): Act =>
      (lab) =>
        driveAct(lab, { file: lab.path, letter: 'P:', path: to }),
  ),
  fc
    .tuple(
      fc.constantFrom('MSExchangeCCMC', 'MSExchangeDS', 'MSExchangeIS'),
      fc.constantFrom('start', 'stop'),
    )
    .map(
      ([service, action]): Act =>
        (lab) =>
          serviceAct(lab, { file: lab.path, name: service, action }),
    ),
  fc.constantFrom(...FIXES.map(({ id }) => id)).map(
    (id): Act =>
      (lab) =>
        installFix(lab, { file: lab.path, install: id }),
  ),
  fc.constantFrom('cycle', 'transfer').map(
    (what): Act =>
      (lab) =>
        connectorReport(lab, { file: lab.path, do: what }),
  ),
  fc
    .constantFrom('access=no', 'access=yes', 'Import=Import32.exe', `adminFilePath=${ADMIN}`, 'version=8.x')
    .map(
      (set): Act =>
        (lab) =>
          connectorReport(lab, { file: lab.path, set }),
    ),
);

function makesSense(lab: Lab): void {
  const state = lab.get<{ state: string }>("SELECT state FROM service WHERE name = 'MSExchangeCCMC'")?.state;
  expect(state).toBe(connectorOf(lab)?.standing.active == null ? 'stopped' : 'running');
  const needed = lab.get<{ state: string }>("SELECT state FROM service WHERE name = 'MSExchangeDS'")?.state;
  if (state === 'running') expect(needed).toBe('running');
  expect(lab.all("SELECT path FROM server_file WHERE path LIKE '_:%' AND path NOT LIKE 'C:%'")).toEqual([]);
  expect(lab.all('PRAGMA foreign_key_check')).toEqual([]);
  const damaged = lab.get<{ damage: string | null }>('SELECT damage FROM post_office')?.damage ?? null;
  // Nothing but the 16-bit programs can have done it.
  if (damaged !== null)
    expect(lab.get("SELECT 1 FROM connector_cycle WHERE result = 'damaged'")).toBeDefined();
}

it('acts in any order are done or refused, and never half', () => {
  fc.assert(
    fc.property(
      fc.array(act, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('8.3', '8.5'),
      (acts, release) => {
        const world = connectorWorld({ release }, [programs('dos-8.3', WINNT), programs('win32-8.5', ADMIN)]);
        try {
          for (const each of acts) {
            const before = labDigest(world.lab);
            const done = each(world.lab);
            if (done.ok) expect(labDigest(world.lab)).not.toBe(before);
            else {
              expect(labDigest(world.lab)).toBe(before);
              expect(done.failure.message).toMatch(/^[^\n]+\.$/);
            }
            makesSense(world.lab);
          }
        } finally {
          world.discard();
        }
      },
    ),
    { numRuns: 30 },
  );
});
