import { beforeAll, describe, expect, test } from 'vitest';
import { eventIds, inState, judge, migrate, primaryFiles, refusals } from './harbor.ts';
import { live } from './live.ts';

const lab = live();

beforeAll(async () => {
  for (const id of ['q194218', 'q194218-clear', 'q194218-db6'])
    await lab.ask('new', [`${id}.mwlab`, '--scenario', id]);
});

/** Aliases of the target's mailboxes by display name. */
async function mailboxes(file: string): Promise<readonly string[]> {
  return (await lab.ask('show', [file])).target.mailboxes.map((mailbox) => mailbox.displayName).sort();
}

/** The users for whom a MAILMESSAGE section stands in the set. */
function sections(files: Readonly<Record<string, string>>): readonly string[] {
  return Object.values(files)
    .flatMap((text) =>
      [...text.matchAll(/^MAILMESSAGE,"?CCMAIL:(.+?) at HARBOR/gim)].map((found) => found[1] ?? ''),
    )
    .sort();
}

const EVERYBODY = ['Brack Imre', 'Ferris Nora', 'Lund Tove', 'Osgood Perry', 'Vane Cora'];

describe('Q194218 lived through', () => {
  test('the gate refuses with the article, and names the user', async () => {
    const gate = await judge(lab, 'q194218.mwlab');
    expect(refusals(gate)).toEqual(['Q194218']);
    expect(gate.rules.find((rule) => rule.kb === 'Q194218')?.found).toContain('Brack');
    expect((await migrate(lab, 'q194218.mwlab')).exit).toBe(2);
  });

  test('started anyway, the user gets no mailbox and everybody else does', async () => {
    const file = await lab.fork('q194218.mwlab', 'anyway.mwlab');
    const { exit, report } = await migrate(lab, file, '--ignore-gate');
    expect(exit).toBe(2);
    expect(inState(report, 'failed')).toEqual(['Brack Imre']);
    expect(inState(report, 'completed')).toContain('Lund Tove');
    expect(await mailboxes(file)).not.toContain('Brack, Imre');
    expect(await mailboxes(file)).toContain('Lund, Tove');
    expect(await eventIds(lab, file)).toEqual(expect.arrayContaining([238, 8149, 8002]));
    const { events } = await lab.ask('events', [file]);
    const recovery = events.find((event) => event.id === 8002)?.text ?? '';
    expect(recovery).toMatch(/C:\\TEMP\\\d{8}\.PRI/i);
    expect(await lab.ask('check', [file])).toMatchObject({ ok: true });
  });

  test('without a custom recipient the same user gets a mailbox', async () => {
    expect(refusals(await judge(lab, 'q194218-clear.mwlab'))).toEqual([]);
    const { report } = await migrate(lab, 'q194218-clear.mwlab');
    expect(report.state).toBe('completed');
    expect(inState(report, 'completed')).toContain('Brack Imre');
  });

  test('a custom recipient with mail becomes a mailbox on the same server', async () => {
    const file = await lab.fork('q194218.mwlab', 'lund.mwlab');
    const { report } = await migrateOne(file, 'Lund Tove');
    expect(report.state).toBe('completed');
    const before = await mailboxes('q194218.mwlab');
    expect(before).not.toContain('Lund, Tove');
    expect(await mailboxes(file)).toEqual([...before, 'Lund, Tove'].sort());
  });

  test('a DB6 post office does not show it', async () => {
    expect(refusals(await judge(lab, 'q194218-db6.mwlab'))).toEqual([]);
    const { report } = await migrate(lab, 'q194218-db6.mwlab');
    expect(inState(report, 'completed')).toContain('Brack Imre');
  });

  test('it happens to everybody with a custom recipient when mail is not migrated', async () => {
    const file = await lab.fork('q194218.mwlab', 'no-mail.mwlab');
    const { report } = await migrate(lab, file, '--no-mail', '--ignore-gate');
    expect([...inState(report, 'failed')].sort()).toEqual(['Brack Imre', 'Lund Tove']);
  });

  test.each([
    ['Q193745', 'failed'],
    ['Q194218', 'completed'],
    ['Q197114', 'completed'],
  ])(
    'the version before the fix still fails, the fix and any later one does not: %s, %s',
    async (fix, state) => {
      const file = await lab.fork('q194218.mwlab', `${fix}.mwlab`);
      await lab.ask('fix', [file, '--install', fix]);
      expect(refusals(await judge(lab, file))).toEqual(state === 'failed' ? ['Q194218'] : []);
      const { report } = await migrate(lab, file, '--ignore-gate');
      expect(report.mailboxes.find(({ alias }) => alias === 'Brack Imre')?.state).toBe(state);
    },
  );

  test('Service Pack 2 contains the fix', async () => {
    const file = await lab.fork('q194218.mwlab', 'sp2.mwlab');
    await lab.ask('fix', [file, '--install', 'E55SP2']);
    expect(refusals(await judge(lab, file))).toEqual([]);
    const { exit, report } = await migrate(lab, file);
    expect(exit).toBe(0);
    expect(inState(report, 'completed')).toContain('Brack Imre');
  });

  test('the fix is to be seen in the .pri file: a section for every user', async () => {
    const before = await lab.fork('q194218.mwlab', 'extract-before.mwlab');
    await migrate(lab, before, '--extract', 'C:\\MIGRATE', '--ignore-gate');
    expect(sections(primaryFiles(lab, before, 'MIGRATE'))).toEqual(
      EVERYBODY.filter((name) => !['Brack Imre', 'Ferris Nora'].includes(name)),
    );
    const after = await lab.fork('q194218.mwlab', 'extract-after.mwlab');
    await lab.ask('fix', [after, '--install', 'Q194218']);
    await migrate(lab, after, '--extract', 'C:\\MIGRATE');
    expect(sections(primaryFiles(lab, after, 'MIGRATE'))).toEqual(EVERYBODY);
  });

  test('event 238 stands in the log of a run that went well', async () => {
    const file = await lab.fork('q194218.mwlab', 'harmless.mwlab');
    await lab.ask('fix', [file, '--install', 'E55SP2']);
    expect((await migrate(lab, file)).report.state).toBe('completed');
    expect(await eventIds(lab, file)).toContain(238);
    expect(await eventIds(lab, file)).not.toContain(8002);
  });
});

/** The same for one account alone. */
function migrateOne(file: string, alias: string) {
  return lab.mailmig(
    '--source',
    'CCMAIL',
    '--lab',
    file,
    '--post-office',
    'HARBOR',
    '/P:lantern',
    '--accounts',
    alias,
  );
}
