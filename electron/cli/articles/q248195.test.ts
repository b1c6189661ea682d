import { beforeAll, describe, expect, test } from 'vitest';
import { eventIds, judge, migrate, refusals } from './harbor.ts';
import { live } from './live.ts';

const lab = live();
const SHARE = '\\\\HARBOR\\CCADMIN';
const WINNT = 'C:\\WINNT';
const CCMCDATA = 'C:\\exchsrvr\\ccmcdata';
const LIBRARIES = ['Cdmw800.dll', 'Cfw803.dll', 'Ciw803.dll'];
const SERVICE = 'MSExchangeCCMC';

const stop = (file: string) => lab.ask('service', [file, '--stop', SERVICE]);
/** Starts it; exit code 1 where it did not stay up. */
const start = (file: string) => lab.ask('service', [file, '--start', SERVICE], [0, 1]);

/** What became of a connector that was started and found nothing to work with. */
async function standing(file: string) {
  const { connector } = await lab.ask('connector', [file]);
  return { state: connector?.state, damaged: connector?.postOffice.damaged };
}
const copy = (file: string, name: string, to: string) =>
  lab.ask('file', [file, '--copy', `${SHARE}\\${name}`, to]);

/** Step 2 of the article. */
async function rename(file: string): Promise<void> {
  await lab.ask('file', [file, '--rename', `${SHARE}\\IMPORT32.EXE`, 'IMPORT.EXE']);
  await lab.ask('file', [file, '--rename', `${SHARE}\\EXPORT32.EXE`, 'EXPORT.EXE']);
}

/** A directory synchronization cycle, as the connector tells of it. */
async function cycle(file: string) {
  const { connector } = await lab.ask('connector', [file, '--cycle'], [0, 1, 2]);
  if (connector === null) throw new Error('the lab has no connector');
  return {
    result: connector.cycles[0]?.result,
    damaged: connector.postOffice.damaged,
    state: connector.state,
  };
}

/** How the gate judges the article. */
const verdict = async (file: string) =>
  (await judge(lab, file)).rules.find((rule) => rule.kb === 'Q248195')?.verdict;

/** The lab with its connector stopped and the 16-bit programs out of the way. */
async function cleared(name: string): Promise<string> {
  const file = await lab.fork('start.mwlab', name);
  await stop(file);
  for (const old of ['IMPORT.EXE', 'EXPORT.EXE', 'IE.RI'])
    await lab.ask('file', [file, '--delete', `${WINNT}\\${old}`]);
  return file;
}

beforeAll(async () => {
  await lab.ask('new', ['start.mwlab', '--scenario', 'q248195']);
  await lab.ask('new', ['clear.mwlab', '--scenario', 'q248195-clear']);
});

describe('Q248195 lived through', () => {
  test('with the 16-bit programs the connector corrupts an 8.5 post office', async () => {
    const file = await lab.fork('start.mwlab', 'corrupt.mwlab');
    expect(await verdict(file)).not.toBe('pass');
    expect(await cycle(file)).toEqual({ result: 'damaged', damaged: true, state: 'stopped' });
    expect(await eventIds(lab, file)).toEqual(expect.arrayContaining([59, 62, 68, 71]));
    const { entries } = await lab.ask('file', [file, '--list', '\\\\HARBOR\\CCDATA']);
    expect(entries.map((entry) => entry.name.toLowerCase())).toContain('nfterror.log');
  });

  test('the five steps make it run, and a directory synchronization cycle completes', async () => {
    const file = await lab.fork('start.mwlab', 'steps.mwlab');
    await stop(file);
    await rename(file);
    for (const name of ['Import.exe', 'Export.exe', ...LIBRARIES]) await copy(file, name, WINNT);
    await copy(file, 'Impexp.ri', CCMCDATA);
    await start(file);
    expect(await verdict(file)).toBe('pass');
    expect(await cycle(file)).toEqual({ result: 'ok', damaged: false, state: 'running' });
    for (const [folder, names] of [
      ['Export', ['ccmdir.exp', 'ccmlist.exp', 'ccmbb.exp']],
      ['Import', ['ccmdel.imp', 'ccmdir.imp']],
    ] as const) {
      const { entries } = await lab.ask('file', [file, '--list', `${CCMCDATA}\\${folder}`]);
      expect(entries.map((entry) => entry.name.toLowerCase())).toEqual(expect.arrayContaining([...names]));
    }
  });

  test('a post office before 8.5 works with the 16-bit programs', async () => {
    expect(await verdict('clear.mwlab')).toBe('pass');
    expect(await cycle(await lab.fork('clear.mwlab', 'clear-run.mwlab'))).toMatchObject({
      result: 'ok',
      damaged: false,
    });
  });

  test('the 32-bit programs are the ones that release 8.5 brings', async () => {
    const { entries } = await lab.ask('file', ['start.mwlab', '--list', SHARE]);
    const flavours = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry.flavour]));
    for (const name of ['import32.exe', 'export32.exe', ...LIBRARIES.map((dll) => dll.toLowerCase())])
      expect([name, flavours.get(name)]).toEqual([name, '32-bit']);
  });

  test('files cannot be replaced while the connector runs', async () => {
    const file = await lab.fork('start.mwlab', 'in-use.mwlab');
    await rename(file);
    const said = await lab.lab('file', file, '--copy', `${SHARE}\\EXPORT.EXE`, WINNT);
    expect([said.exit, said.out]).toEqual([2, '']);
    expect(said.err).toContain(SERVICE);
    await stop(file);
    await copy(file, 'EXPORT.EXE', WINNT);
  });

  test('left under their own names the programs are not found', async () => {
    const file = await cleared('own-names.mwlab');
    for (const name of ['Import32.exe', 'Export32.exe', ...LIBRARIES]) await copy(file, name, WINNT);
    await copy(file, 'Impexp.ri', CCMCDATA);
    await start(file);
    expect(await standing(file)).toEqual({ state: 'stopped', damaged: false });
    expect(await eventIds(lab, file)).toEqual(expect.arrayContaining([43, 86, 85]));
  });

  test('outside the path the connector does not find them', async () => {
    const file = await cleared('outside.mwlab');
    await rename(file);
    for (const name of ['Import.exe', 'Export.exe', ...LIBRARIES]) await copy(file, name, CCMCDATA);
    await copy(file, 'Impexp.ri', CCMCDATA);
    await start(file);
    expect(await standing(file)).toEqual({ state: 'stopped', damaged: false });
    expect(await eventIds(lab, file)).toEqual(expect.arrayContaining([43, 86, 85]));
  });

  test('without the resource file the connector does not start its work', async () => {
    const file = await cleared('no-resource.mwlab');
    await rename(file);
    for (const name of ['Import.exe', 'Export.exe', ...LIBRARIES]) await copy(file, name, WINNT);
    await start(file);
    expect(await cycle(file)).toMatchObject({ result: 'failed', damaged: false });
    expect(await eventIds(lab, file)).toContain(65);
  });

  test('with the steps for the wizard besides, the gate lets everything pass and a migration runs', async () => {
    const file = await lab.fork('start.mwlab', 'both.mwlab');
    await stop(file);
    await rename(file);
    const programs = ['Import.exe', 'Export.exe', ...LIBRARIES];
    for (const name of programs) await copy(file, name, WINNT);
    await copy(file, 'Impexp.ri', CCMCDATA);
    await start(file);
    expect(await cycle(file)).toMatchObject({ result: 'ok' });
    // The wizard finds the 32-bit programs now, and has steps of its own (Q251018); it also wants the connector stopped.
    expect(refusals(await judge(lab, file))).toContain('Q251018');
    await stop(file);
    for (const name of [...programs, 'Impexp.ri']) await copy(file, name, 'C:\\exchsrvr\\bin');
    await lab.ask('drive', [file, '--map', 'M:', '\\\\HARBOR\\CCDATA']);
    expect(refusals(await judge(lab, file))).toEqual([]);
    expect(await migrate(lab, file)).toMatchObject({ exit: 0, report: { state: 'completed' } });
  });
});
