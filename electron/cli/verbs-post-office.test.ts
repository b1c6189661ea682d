import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LAB_COMMANDS } from '../../shared/ipc/lab-commands.ts';
import { labMain } from './lab-main.ts';
import { testIo } from './testing-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'mwlab-cli-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function lab(...words: string[]): Promise<{ exit: number; out: string; err: string }> {
  const io = testIo(folder);
  const exit = await labMain(words, io);
  return { exit, ...io.written };
}

beforeAll(async () => {
  expect((await lab('new', 'a.mwlab', '--scenario', 'harbor')).exit).toBe(0);
  writeFileSync(
    join(folder, 'Inbox.eml'),
    'From: anton@kestrelfreight.example\r\nTo: cora@quayside.example\r\nSubject: Lading\r\n\r\nHere it is.\r\n',
  );
});

const digest = async (): Promise<string> =>
  (JSON.parse((await lab('show', 'a.mwlab', '--json')).out) as { digest: string }).digest;

const office = async (
  ...words: string[]
): Promise<ReturnType<typeof LAB_COMMANDS.postoffice.output.parse>> => {
  const done = await lab('postoffice', 'a.mwlab', ...words, '--json');
  expect(done).toMatchObject({ exit: 0, err: '' });
  return LAB_COMMANDS.postoffice.output.parse(JSON.parse(done.out));
};

describe('lab postoffice', () => {
  test('lays users, boards, lists and programs out for people', async () => {
    const { out, exit } = await lab('postoffice', 'a.mwlab', '--name', 'harbor');
    expect(exit).toBe(0);
    for (const said of ['Vane Cora', 'LIGHTSHIP', 'Tide tables', 'Everybody ashore', 'EXPORT.EXE', '8.30.03'])
      expect(out).toContain(said);
  });

  test.each([
    [['postoffice', 'a.mwlab', '--backup', '--corrupt'], 'one thing at a time'],
    [['postoffice', 'a.mwlab', '--backup', '--number', '1'], '--restore'],
    [['postoffice', 'a.mwlab', '--name', 'PIER'], 'HARBOR'],
    [['postoffice', 'a.mwlab', '--restore'], 'no backup'],
    [['postoffice', 'a.mwlab', '--set', 'x=y'], 'pre-expired'],
    [['postoffice', 'a.mwlab', '--move-users', 'HARBOR'], 'another name'],
    [['import', 'a.mwlab', '--post-office', 'HARBOR', 'Inbox.eml'], '--user'],
    [['import', 'a.mwlab', '--post-office', 'HARBOR', '--user', 'Nobody', 'Inbox.eml'], 'Nobody'],
    [['import', 'a.mwlab', 'Inbox.eml'], 'mailbox'],
  ])('%j is refused in one sentence, and changes nothing', async (words, said) => {
    const before = await digest();
    const done = await lab(...words);
    expect(done).toMatchObject({ exit: 2, out: '' });
    expect(done.err).toContain(said);
    expect(done.err.trim()).not.toContain('\n');
    expect(await digest()).toBe(before);
  });

  test('corrupts one, and brings it back from its backup', async () => {
    await office('--backup');
    expect((await office('--corrupt')).postOffices[0]?.damage).not.toBeNull();
    const { postOffices } = await office('--restore', '--number', '1');
    expect(postOffices[0]).toMatchObject({ damage: null, backups: [{ number: 1, label: 'sound' }] });
  });

  test('has real mail come to a cc:Mail user', async () => {
    const before = (await office()).postOffices[0]?.users.find(({ alias }) => alias === 'Brack Imre');
    const done = await lab(
      'import',
      'a.mwlab',
      '--post-office',
      'HARBOR',
      '--user',
      'Brack Imre',
      'Inbox.eml',
      '--json',
    );
    expect(JSON.parse(done.out)).toEqual({ mailbox: 'Brack Imre', folders: 1, items: 1, skipped: [] });
    const after = (await office()).postOffices[0]?.users.find(({ alias }) => alias === 'Brack Imre');
    expect(after?.messages).toBe((before?.messages ?? 0) + 1);
  });

  test('moves everybody into a new post office', async () => {
    const { postOffices } = await office('--move-users', 'Beacon');
    expect(postOffices.map(({ name, users }) => [name, users.length])).toEqual([
      ['HARBOR', 0],
      ['BEACON', 10],
    ]);
  });
});
