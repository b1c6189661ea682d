import { beforeAll, describe, expect, test } from 'vitest';
import { atLevel, inState, judge, migrate, refusals } from './harbor.ts';
import { live } from './live.ts';

const lab = live();
const SEVEN = [
  'Mlmig32.dll',
  'Import.exe',
  'Export.exe',
  'Impexp.ri',
  'Cdmw800.dll',
  'Cfw803.dll',
  'Ciw803.dll',
];
const SHARE = '\\\\HARBOR\\CCADMIN';
const BIN = 'C:\\exchsrvr\\bin';

/** Steps 1 and 2 of the article: rename, and copy what Lotus shipped; Mlmig32.dll is there with the service pack. */
async function copyPrograms(file: string): Promise<void> {
  await lab.ask('file', [file, '--rename', `${SHARE}\\IMPORT32.EXE`, 'IMPORT.EXE']);
  await lab.ask('file', [file, '--rename', `${SHARE}\\EXPORT32.EXE`, 'EXPORT.EXE']);
  for (const name of SEVEN.slice(1)) await lab.ask('file', [file, '--copy', `${SHARE}\\${name}`, BIN]);
}

/** Step 3. */
const mapDrive = (file: string) => lab.ask('drive', [file, '--map', 'M:', '\\\\HARBOR\\CCDATA']);

beforeAll(async () => {
  await lab.ask('new', ['start.mwlab', '--scenario', 'q251018']);
  const file = await lab.fork('start.mwlab', 'sp4.mwlab');
  await lab.ask('fix', [file, '--install', 'E55SP4']);
  const done = await lab.fork('sp4.mwlab', 'done.mwlab');
  await copyPrograms(done);
  await mapDrive(done);
});

describe('Q251018 lived through', () => {
  test('the gate refuses with the article, and the wizard does not start', async () => {
    expect(refusals(await judge(lab, 'start.mwlab'))).toContain('Q251018');
    const before = (await lab.ask('show', ['start.mwlab'])).digest;
    const { exit, report } = await migrate(lab, 'start.mwlab');
    expect([exit, report.state]).toEqual([2, 'refused']);
    expect((await lab.ask('show', ['start.mwlab'])).digest).toBe(before);
  });

  test('started anyway, the migration fails with the message of the article and harms nothing', async () => {
    const file = await lab.fork('start.mwlab', 'anyway.mwlab');
    const before = await lab.ask('show', [file]);
    const { exit, report } = await migrate(lab, file, '--ignore-gate');
    expect([exit, report.state]).toEqual([2, 'failed']);
    const { events } = await lab.ask('events', [file]);
    expect(events.some((event) => event.text.includes('Memory Error'))).toBe(true);
    const after = await lab.ask('show', [file]);
    expect(after.target).toEqual(before.target);
    expect(after.source).toEqual(before.source);
    expect(await lab.ask('check', [file])).toMatchObject({ ok: true });
  });

  test.each(['RTM', 'SP1', 'SP2', 'SP3'] as const)(
    'Service Packs up to 3 change nothing: %s',
    async (level) => {
      const file = atLevel(lab, 'q251018', level);
      expect(refusals(await judge(lab, file))).toContain('Q251018');
      const { report } = await migrate(lab, file, '--ignore-gate');
      expect(report.state).toBe('failed');
    },
  );

  test('the service pack without the steps does not make it run', async () => {
    const file = await lab.fork('sp4.mwlab', 'no-steps.mwlab');
    expect(refusals(await judge(lab, file))).toContain('Q251018');
    const { exit } = await migrate(lab, file);
    expect(exit).toBe(2);
  });

  test('the steps without the service pack do not make it run', async () => {
    const file = await lab.fork('start.mwlab', 'steps-only.mwlab');
    await copyPrograms(file);
    await mapDrive(file);
    expect(refusals(await judge(lab, file))).toEqual(['Q251018']);
    const { report } = await migrate(lab, file, '--ignore-gate');
    expect(report.state).toBe('failed');
  });

  test('without a mapped drive the gate still refuses', async () => {
    const file = await lab.fork('sp4.mwlab', 'no-drive.mwlab');
    await copyPrograms(file);
    expect(refusals(await judge(lab, file))).toEqual(['Q251018']);
    await mapDrive(file);
    expect(refusals(await judge(lab, file))).toEqual([]);
  });

  test.each(SEVEN)('each of the seven files is needed: %s', async (name) => {
    const file = await lab.fork('done.mwlab', `without-${name}.mwlab`);
    await lab.ask('file', [file, '--delete', `${BIN}\\${name}`]);
    expect(refusals(await judge(lab, file))).not.toEqual([]);
  });

  test('Service Pack 4 and the steps make it run', async () => {
    const file = await lab.fork('done.mwlab', 'run.mwlab');
    expect(refusals(await judge(lab, file))).toEqual([]);
    const { exit, report } = await migrate(lab, file);
    expect([exit, report.state]).toEqual([0, 'completed']);
    expect(inState(report, 'completed')).toHaveLength(3);
  });

  test('the set of 7 July 2000 serves in place of the service pack', async () => {
    const file = await lab.fork('start.mwlab', 'set.mwlab');
    await lab.ask('fix', [file, '--install', 'POSTSP3A']);
    await copyPrograms(file);
    await mapDrive(file);
    expect(refusals(await judge(lab, file))).toEqual(['Q251018']);
    await lab.ask('fix', [file, '--install', 'POSTSP3B']);
    expect(refusals(await judge(lab, file))).toEqual([]);
    expect((await migrate(lab, file)).report.state).toBe('completed');
  });

  test('with the 16-bit programs of an older post office it does not strike', async () => {
    await lab.ask('new', ['clear.mwlab', '--scenario', 'q251018-clear']);
    expect(refusals(await judge(lab, 'clear.mwlab'))).toEqual([]);
    expect((await migrate(lab, 'clear.mwlab')).report.state).toBe('completed');
  });
});
