import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ok } from '../../shared/result.ts';
import { buildCcMailLab } from '../engine/build/ccmail-lab.ts';
import { createLab } from '../engine/store/lab.ts';
import { smallSpec, userSpec } from '../engine/testing/ccmail-world.ts';
import { eventIds, migrate } from './articles/harbor.ts';
import { live } from './articles/live.ts';

/* XMG 06001, lived through: the connector is to be stopped while accounts are migrated. */

const lab = live();
const FILE = 'running.mwlab';

beforeAll(() => {
  const spec = smallSpec(
    { users: [userSpec('Vane, Cora', 3), userSpec('Ferris, Nora', 2)], password: 'lantern' },
    {
      programs: ['C:\\exchsrvr\\bin', 'C:\\WINNT'].map((directory) => ({
        set: 'dos-8.3' as const,
        directory,
        renamed: false,
        missing: [],
      })),
      connector: 'HARBOR',
      server: { level: 'SP4', fixes: [] },
    },
  );
  const made = createLab(join(lab.folder, FILE), (at) => {
    const built = buildCcMailLab(at, spec);
    return built.ok ? ok(null) : built;
  });
  expect(made.ok).toBe(true);
});

const local = async (file: string): Promise<readonly string[]> =>
  (await lab.ask('show', [file])).postOffices.flatMap((po) =>
    po.users.filter(({ kind }) => kind === 'local').map(({ alias }) => alias),
  );
/** What the gate said of the connector before the run. */
const warned = (report: Awaited<ReturnType<typeof migrate>>['report']) =>
  report.gate.rules.find(({ kb, needs }) => kb === 'XMG 06001' && needs.includes('Connector'))?.verdict;
const MIGRATED = ['Vane Cora', 'Ferris Nora'];

test('a connector that runs on deletes from cc:Mail who was migrated', async () => {
  const file = await lab.fork(FILE, 'deleted.mwlab');
  const { report } = await migrate(lab, file);
  expect(report.state).toBe('completed');
  expect(warned(report)).toBe('warn');
  expect(await local(file)).toEqual([]);
  const { connector } = await lab.ask('connector', [file]);
  expect(connector?.cycles[0]).toMatchObject({ kind: 'dirsync', result: 'ok' });
  expect(connector?.cycles[0]?.steps.find(({ source }) => source === 'XMG 06001')?.text).toContain(
    'Vane Cora',
  );
  expect(await lab.ask('check', [file])).toMatchObject({ ok: true, violations: [] });
  expect(await eventIds(lab, file)).not.toContain(59);
});

test('stopped before, it leaves everybody in place until it is started and has synchronized', async () => {
  const file = await lab.fork(FILE, 'stopped.mwlab');
  await lab.ask('service', [file, '--stop', 'MSExchangeCCMC']);
  const { report } = await migrate(lab, file);
  expect(report.state).toBe('completed');
  expect(warned(report)).toBe('pass');
  expect([...(await local(file))].sort()).toEqual([...MIGRATED].sort());
  await lab.ask('service', [file, '--start', 'MSExchangeCCMC']);
  expect(await local(file)).toHaveLength(2);
  await lab.ask('connector', [file, '--cycle']);
  expect(await local(file)).toEqual([]);
});

test('without a schedule it synchronizes only when somebody asks', async () => {
  const file = await lab.fork(FILE, 'never.mwlab');
  await lab.ask('connector', [file, '--set', 'schedule=never']);
  await lab.ask('service', [file, '--stop', 'MSExchangeCCMC']);
  await lab.ask('service', [file, '--start', 'MSExchangeCCMC']);
  expect((await migrate(lab, file)).report.state).toBe('completed');
  expect(await local(file)).toHaveLength(2);
});
