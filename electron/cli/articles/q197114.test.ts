import { beforeAll, describe, expect, test } from 'vitest';
import { atLevel, inState, judge, migrate, refusals } from './harbor.ts';
import { live } from './live.ts';

const lab = live();

beforeAll(async () => {
  for (const id of ['q197114', 'q197114-clear', 'q197114-db6'])
    await lab.ask('new', [`${id}.mwlab`, '--scenario', id]);
});

describe('Q197114 lived through', () => {
  test('the gate refuses with the article, and the wizard does not start', async () => {
    const gate = await judge(lab, 'q197114.mwlab');
    expect(refusals(gate)).toEqual(['Q197114']);
    expect(gate.rules.find((rule) => rule.kb === 'Q197114')?.found).toContain('Ferris');
    const { exit, report } = await migrate(lab, 'q197114.mwlab');
    expect([exit, report.state]).toEqual([2, 'refused']);
  });

  test('started anyway, Mailmig.exe crashes at the message that carries an ATTMAIL address', async () => {
    const file = await lab.fork('q197114.mwlab', 'anyway.mwlab');
    const before = await lab.ask('show', [file]);
    const { exit, report } = await migrate(lab, file, '--ignore-gate');
    expect([exit, report.state]).toEqual([2, 'failed']);
    expect(inState(report, 'failed')).toEqual(['Ferris Nora']);
    expect(
      report.mailboxes.find(({ alias }) => alias === 'Ferris Nora')?.why.map((why) => why.source),
    ).toContain('Q197114');
    expect(inState(report, 'completed')).not.toContain('Lund Tove');
    const { events } = await lab.ask('events', [file]);
    expect(events.some((event) => event.source === 'DrWatson' && event.id === 4097)).toBe(true);
    const after = await lab.ask('show', [file]);
    expect(after.source.mailboxes).toEqual(before.source.mailboxes);
    expect(await lab.ask('check', [file])).toMatchObject({ ok: true });
  });

  test('a DB6 post office with the same message is migrated', async () => {
    expect(refusals(await judge(lab, 'q197114-db6.mwlab'))).toEqual([]);
    const { exit, report } = await migrate(lab, 'q197114-db6.mwlab');
    expect([exit, report.state]).toEqual([0, 'completed']);
    expect(inState(report, 'completed')).toContain('Ferris Nora');
  });

  test('a post office without such addresses is migrated on the same server', async () => {
    expect(refusals(await judge(lab, 'q197114-clear.mwlab'))).toEqual([]);
    expect((await migrate(lab, 'q197114-clear.mwlab')).report.state).toBe('completed');
  });

  test.each([
    ['Q194218', 'failed'],
    ['Q195852', 'failed'],
    ['Q197114', 'completed'],
    ['WEB3', 'completed'],
    ['Q233325', 'completed'],
  ])(
    'the version before the fix still crashes, the fix and any later one does not: %s, %s',
    async (fix, state) => {
      const file = await lab.fork('q197114.mwlab', `${fix}.mwlab`);
      await lab.ask('fix', [file, '--install', fix]);
      expect(refusals(await judge(lab, file))).toEqual(state === 'failed' ? ['Q197114'] : []);
      const { report } = await migrate(lab, file, '--ignore-gate');
      expect(report.state).toBe(state);
    },
  );

  test('Service Pack 2 contains the fix', async () => {
    const file = await lab.fork('q197114.mwlab', 'sp2.mwlab');
    await lab.ask('fix', [file, '--install', 'E55SP2']);
    expect(refusals(await judge(lab, file))).toEqual([]);
    expect((await migrate(lab, file)).exit).toBe(0);
    const said = await lab.lab('fix', file, '--install', 'Q197114');
    expect([said.exit, said.out]).toEqual([2, '']);
  });

  test('the server as it first came crashes too', async () => {
    const { report } = await migrate(lab, atLevel(lab, 'q197114', 'RTM'), '--ignore-gate');
    expect(report.state).toBe('failed');
  });
});
