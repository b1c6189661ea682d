import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LAB_COMMANDS } from '../../shared/ipc/lab-commands.ts';
import { labMain } from './lab-main.ts';
import { testIo } from './testing-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'mwlab-cli-server-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function lab(...words: string[]): Promise<{ exit: number; out: string; err: string }> {
  const io = testIo(folder);
  const exit = await labMain(words, io);
  return { exit, ...io.written };
}

beforeAll(async () => {
  expect((await lab('new', 'a.mwlab', '--scenario', 'harbor')).exit).toBe(0);
});

const digest = async () =>
  (JSON.parse((await lab('show', 'a.mwlab', '--json')).out) as { digest: string }).digest;

describe('the verbs of the migration server', () => {
  test.each([
    [['file', 'a.mwlab', '--list', '.'], 'C:\\'],
    [['file', 'a.mwlab', '--list', 'C:\\exchsrvr\\bin'], 'Mlmig32.dll'],
    [['drive', 'a.mwlab'], 'Leads to'],
    [['service', 'a.mwlab'], 'MSExchangeIS'],
    [['connector', 'a.mwlab'], 'Connector for cc:Mail'],
  ])('%j shows what there is', async (words, said) => {
    const done = await lab(...words);
    expect(done).toMatchObject({ exit: 0, err: '' });
    expect(done.out).toContain(said);
  });

  test.each([
    [['file', 'a.mwlab'], 'one thing at a time'],
    [['file', 'a.mwlab', '--copy', 'C:\\x', '--delete', 'C:\\y'], 'one thing at a time'],
    [['file', 'a.mwlab', '--copy', 'C:\\x'], 'two names'],
    [['file', 'a.mwlab', '--delete', 'C:\\x', 'C:\\y'], 'one name'],
    [['file', 'a.mwlab', '--delete', 'C:\\x'], 'no file'],
    [['drive', 'a.mwlab', '--map', 'P:'], 'network path'],
    [['drive', 'a.mwlab', '--map', 'P:', '\\\\HAVEN\\X'], '\\\\HAVEN\\X'],
    [['drive', 'a.mwlab', '--map', 'P:', '\\\\HARBOR\\CCDATA', '--unmap', 'P:'], 'one thing'],
    [['service', 'a.mwlab', '--start', 'A', '--stop', 'B'], 'one thing'],
    [['service', 'a.mwlab', '--start', 'Spooler'], 'Spooler'],
    [['connector', 'a.mwlab', '--cycle', '--transfer'], 'one thing'],
    [['connector', 'a.mwlab', '--cycle', '--set', 'name=x'], 'one thing'],
    [['connector', 'a.mwlab', '--cycle'], 'no Connector for cc:Mail'],
  ])('%j is refused in one sentence, and changes nothing', async (words, said) => {
    const before = await digest();
    const done = await lab(...words);
    expect(done).toMatchObject({ exit: 2, out: '' });
    expect(done.err).toContain(said);
    expect(done.err.trim()).not.toContain('\n');
    expect(await digest()).toBe(before);
  });

  test('work as a person would, and every answer keeps to its schema', async () => {
    await lab('copy', 'a.mwlab', 'b.mwlab');
    const asked = async (verb: 'file' | 'drive' | 'service' | 'connector' | 'fix', ...words: string[]) => {
      const done = await lab(verb, 'b.mwlab', ...words, '--json');
      expect(done).toMatchObject({ exit: 0, err: '' });
      return LAB_COMMANDS[verb].output.parse(JSON.parse(done.out));
    };
    await asked('drive', '--map', 'P:', '\\\\HARBOR\\CCDATA');
    await asked('file', '--copy', 'C:\\exchsrvr\\bin\\Mailmig.exe', 'P:\\');
    await asked('file', '--rename', 'P:\\Mailmig.exe', 'Wizard.exe');
    expect(await asked('file', '--list', '\\\\HARBOR\\CCDATA\\Wizard.exe')).toMatchObject({
      entries: [{ shippedAs: 'Mailmig.exe' }],
    });
    await asked('file', '--delete', 'P:\\wizard.exe');
    expect(await asked('service', '--stop', 'MSExchangeMTA')).toMatchObject({ changed: ['MSExchangeMTA'] });
    expect(await asked('drive', '--unmap', 'P:')).toBeDefined();
    expect(await asked('connector')).toEqual({ connector: null, result: null });
  });
});
