import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LAB_COMMANDS, type LabCommand } from '../../shared/ipc/lab-commands.ts';
import { isTextKey } from '../../shared/text/text.ts';
import { labMain, VERBS } from './lab-main.ts';
import { testIo } from './testing-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'mwlab-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Said {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

async function lab(...words: string[]): Promise<Said> {
  const io = testIo(folder);
  const exit = await labMain(words, io);
  return { exit, ...io.written };
}

/** A verb's answer, checked against its schema. */
async function json<C extends LabCommand>(name: C, ...words: string[]): Promise<ReturnType<typeof parse>> {
  const said = await lab(name, ...words, '--json');
  expect(said.err).toBe('');
  expect(said.out.endsWith('\n')).toBe(true);
  return parse(name, said.out);
}

function parse(name: LabCommand, text: string): Record<string, unknown> {
  return LAB_COMMANDS[name].output.parse(JSON.parse(text)) as Record<string, unknown>;
}

beforeAll(async () => {
  expect((await lab('new', 'a.mwlab', '--seed', '7', '--mailboxes', '4', '--items', '60')).exit).toBe(0);
});

describe('mail and logons', () => {
  test('are told with the state that the mailbox is in then', async () => {
    const alias = (
      JSON.parse((await lab('accounts', 'a.mwlab', '--json')).out) as { accounts: { alias: string }[] }
    ).accounts[0]?.alias;
    await lab('copy', 'a.mwlab', 'mail.mwlab');
    const now = await lab('deliver', 'mail.mwlab', '--mailbox', alias ?? '');
    expect(now).toMatchObject({ exit: 0, out: 'When: now\nThe mailbox is initialized: yes\n' });
    const later = await lab('logon', 'mail.mwlab', '--mailbox', alias ?? '', '--at', 'before-stage-2');
    expect(later.out).toBe('When: before-stage-2\nThe mailbox is initialized: no\n');
  });

  test.each([
    ['deliver', '--mailbox'],
    ['logon', '--mailbox'],
    ['outlook', '--user'],
    ['ids', '--mailbox'],
    ['purge', '--mailbox'],
  ])('of nobody are refused with the name of the lab: %s', async (verb, option) => {
    const said = await lab(verb, 'a.mwlab', option, 'nobody', ...(verb === 'ids' ? ['--org', 'source'] : []));
    expect(said).toMatchObject({ exit: 2, out: '' });
    expect(said.err).toMatch(/a\.mwlab.*nobody|nobody.*a\.mwlab/);
  });
});

describe('every verb', () => {
  test('has a sentence about itself and answers --help', async () => {
    for (const verb of VERBS) {
      expect(isTextKey(`lab.verb.${verb.name}`)).toBe(true);
      const said = await lab(verb.name, '--help');
      expect(said).toMatchObject({ exit: 0, err: '' });
      expect(said.out).toContain(`lab ${verb.usage}`);
    }
  });

  test('is asked for where none is given, in one sentence that leaves the standard output alone', async () => {
    for (const words of [[], ['--json'], ['--cwd', folder]]) {
      const said = await lab(...words);
      expect(said).toMatchObject({ exit: 2, out: '' });
      expect(said.err).toMatch(/^lab needs a verb.*lab --help.*\n$/);
    }
  });

  test('stands in the overview', async () => {
    const said = await lab('--cwd', folder, 'help');
    expect(said.exit).toBe(0);
    for (const verb of VERBS) expect(said.out).toContain(verb.usage);
  });

  test.each([
    ['show', []],
    ['ids', ['--org', 'source']],
    ['gate', []],
    ['events', []],
    ['runs', []],
    ['check', []],
    ['accounts', []],
  ] as const)('%s writes JSON alone with --json, and something for people without', async (name, more) => {
    const accounts = (await json('accounts', 'a.mwlab')) as { accounts: { alias: string }[] };
    const alias = accounts.accounts[0]?.alias ?? '';
    const words = ['a.mwlab', ...more, ...(name === 'ids' ? ['--mailbox', alias] : [])];
    await json(name, ...words);
    const said = await lab(name, ...words);
    expect(said.err).toBe('');
    expect(said.out.trim()).not.toBe('');
    expect(said.out.trim().startsWith('{')).toBe(false);
  });
});

test('the same seed gives the same digest, and --cwd says where the file goes', async () => {
  const again = await lab(
    '--cwd',
    folder,
    'new',
    'again.mwlab',
    '--seed=7',
    '--mailboxes=4',
    '--items=60',
    '--json',
  );
  const first = await json('show', 'a.mwlab');
  expect(JSON.parse(again.out)).toMatchObject({ digest: first.digest, file: join(folder, 'again.mwlab') });
});

test('a fork has the same digest', async () => {
  const first = await json('show', 'a.mwlab');
  expect(await json('copy', 'a.mwlab', 'fork.mwlab')).toMatchObject({ digest: first.digest });
});

test('fixes go on in order only, and then the gate lets clone mode pass', async () => {
  await lab('copy', 'a.mwlab', 'fix.mwlab');
  expect((await lab('gate', 'fix.mwlab', '--mode', 'clone')).exit).toBe(1);
  const early = await lab('fix', 'fix.mwlab', '--install', 'KB919235');
  expect(early).toMatchObject({ exit: 2, out: '' });
  expect((await lab('fix', 'fix.mwlab', '--install', 'E2003SP2')).exit).toBe(0);
  expect((await lab('fix', 'fix.mwlab', '--install', 'KB919235')).exit).toBe(0);
  expect((await lab('gate', 'fix.mwlab', '--mode', 'clone')).exit).toBe(0);
});

describe('bad input gets one sentence that names it, exit code 2, and changes nothing', () => {
  test.each([
    [['nope', 'a.mwlab'], '"nope"'],
    [['show'], 'FILE'],
    [['show', 'missing.mwlab'], 'missing.mwlab'],
    [['show', 'text.mwlab'], 'text.mwlab'],
    [['show', 'short.mwlab'], 'short.mwlab'],
    [['show', '.'], folder],
    [['show', 'a.mwlab', '--loud'], '--loud'],
    [['new', 'a.mwlab'], 'a.mwlab'],
    [['new', 'x.mwlab', '--seed', 'seven'], '"seven"'],
    [['new', 'x.mwlab', '--mailboxes', '0'], '--mailboxes'],
    [['new', 'x.mwlab', '--scenario', 'no-such'], 'no-such'],
    [['new', 'no/such/folder/x.mwlab', '--mailboxes', '1', '--items', '1'], 'no/such/folder'],
    [['copy', 'a.mwlab', 'a.mwlab'], 'a.mwlab'],
    [['copy', 'a.mwlab'], 'NEW'],
    [['ids', 'a.mwlab', '--org', 'middle', '--mailbox', 'x'], '"middle"'],
    [['ids', 'a.mwlab', '--org', 'source', '--mailbox', 'nobody'], 'nobody'],
    [['fix', 'a.mwlab', '--install', 'SP9'], 'SP9'],
    [['fix', 'a.mwlab'], '--install'],
    [['gate', 'a.mwlab', '--mode', 'loud'], '"loud"'],
    [['outlook', 'a.mwlab', '--user', 'nobody'], 'nobody'],
    [['exprofre', 'a.mwlab', '--user', 'all'], '--targetgc'],
    [['deliver', 'a.mwlab', '--mailbox', 'nobody'], 'nobody'],
    [['logon', 'a.mwlab', '--mailbox', 'nobody'], 'nobody'],
    [['deliver', 'a.mwlab', '--mailbox', 'nobody', '--at', 'noon'], '"noon"'],
    [['server', 'a.mwlab', '--set', 'pageheap=loud'], 'pageheap'],
    [['purge', 'a.mwlab', '--mailbox', 'nobody'], 'nobody'],
    [['fate', 'a.mwlab', '--run', '99'], '99'],
    [['import', 'a.mwlab', '--mailbox', 'nobody', 'text.mwlab'], 'nobody'],
    [['compare', 'a.mwlab', 'missing.mwlab'], 'missing.mwlab'],
  ])('lab %j', async (words, named) => {
    writeFileSync(join(folder, 'text.mwlab'), 'not a lab, but long enough '.repeat(10));
    writeFileSync(join(folder, 'short.mwlab'), readFileSync(join(folder, 'a.mwlab')));
    truncateSync(join(folder, 'short.mwlab'), 8192);
    const before = await json('show', 'a.mwlab');
    const said = await lab(...words);
    expect(said).toMatchObject({ exit: 2, out: '' });
    expect(said.err.trimEnd().split('\n')).toHaveLength(1);
    expect(said.err).toContain(named);
    expect(existsSync(join(folder, 'x.mwlab'))).toBe(false);
    expect((await json('show', 'a.mwlab')).digest).toBe(before.digest);
  });
});
