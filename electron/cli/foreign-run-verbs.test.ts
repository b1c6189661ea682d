import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../engine/commands.ts';
import { labMain } from './lab-main.ts';
import { mailmigMain } from './mailmig-main.ts';
import { testIo } from './testing-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'mwlab-verbs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function lab(...words: readonly string[]) {
  const io = testIo(folder);
  const exit = await labMain(words, io);
  return { exit, ...io.written };
}

beforeAll(async () => {
  await lab('new', 'a.mwlab', '--scenario', 'harbor');
  const words = ['--lab', 'a.mwlab', '--post-office', 'HARBOR', '/P:lantern', '--accounts', 'all'];
  const exit = await mailmigMain([...words, '--extract', 'C:\\MIGRATE'], testIo(folder));
  expect(exit).toBe(0);
});

describe('after a run over a post office', () => {
  test.each([
    [['show', 'a.mwlab'], 'Post office HARBOR'],
    [['runs', 'a.mwlab'], 'completed'],
    [['events', 'a.mwlab'], '10003'],
    [['check', 'a.mwlab'], ''],
    [['fate', 'a.mwlab'], '.ost'],
    [['accounts', 'a.mwlab'], ''],
    [['undo', 'a.mwlab', '--list'], ''],
  ])('lab %j shows it', async (words, holds) => {
    const said = await lab(...words);
    expect(said.err).toBe('');
    expect(said.exit).toBe(0);
    expect(said.out).toContain(holds);
    const json = await lab(...words, '--json');
    expect(() => JSON.parse(json.out) as unknown).not.toThrow();
  });

  test('the totals of an extraction count the address books that went into its files', async () => {
    const lines = (await lab('events', 'a.mwlab')).out.split('\n');
    const books = readdirSync(join(folder, 'a.mwlab.files', 'C', 'MIGRATE', 'HARBOR.001'))
      .filter((name) => name.endsWith('.PRI'))
      .map((name) =>
        readFileSync(join(folder, 'a.mwlab.files', 'C', 'MIGRATE', 'HARBOR.001', name), 'latin1'),
      )
      .filter((text) => /^PAB,/m.test(text)).length;
    expect(books).toBeGreaterThan(0);
    expect(lines.find((line) => line.includes('10003'))).toContain(`Personal Address Books: ${books};`);
  });

  test('the journal names its accounts by their keys', async () => {
    const answer = await runCommand('journal', { file: join(folder, 'a.mwlab') });
    const lines = answer.ok ? answer.value.lines : [];
    expect(lines.map((line) => line.kind)).toEqual(expect.arrayContaining(['gate', 'started', 'ended']));
    expect(lines.some((line) => line.alias === 'Vane Cora')).toBe(true);
  });

  test('a twin run is refused, for there is no clone mode to compare with', async () => {
    const before = readdirSync(folder);
    const said = await lab('twin', 'a.mwlab');
    expect(readdirSync(folder)).toEqual(before);
    expect(said.exit).toBe(2);
    expect(said.err).toContain('Exchange organization');
  });

  test('two such labs can be compared, and have no mailboxes in common', async () => {
    await lab('copy', 'a.mwlab', 'b.mwlab');
    const said = await lab('compare', 'a.mwlab', 'b.mwlab', '--json');
    expect(JSON.parse(said.out)).toMatchObject({ mailboxes: [] });
  });

  test.each([
    ['purge', '--mailbox', 'Vane Cora'],
    ['deliver', '--mailbox', 'Vane Cora'],
    ['ids', '--org', 'source', '--mailbox', 'Vane Cora'],
  ])('lab %s says in a sentence that it is for mailboxes', async (verb, ...words) => {
    const said = await lab(verb, 'a.mwlab', ...words);
    expect(said.exit).toBe(2);
    expect(said.err.trim().split('\n')).toHaveLength(1);
  });
});
