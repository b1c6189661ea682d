import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { labMain } from './lab-main.ts';
import { mailmigMain } from './mailmig-main.ts';
import { testIo } from './testing-io.ts';

// Root may write whatever it likes, so that the file's rights alone make no read-only lab for every user of this test.
vi.mock('../engine/store/writable.ts', () => ({
  isWritable: (path: string): boolean => !path.endsWith('read-only.mwlab'),
}));

const folder = mkdtempSync(join(tmpdir(), 'mwlab-cli-readonly-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function lab(...words: string[]): Promise<{ exit: number; out: string; err: string }> {
  const io = testIo(folder);
  const exit = await labMain(words, io);
  return { exit, ...io.written };
}

let alias: string;
beforeAll(async () => {
  // The default scenario, migrated once: all kinds of fates stand in it.
  expect((await lab('new', 'whole.mwlab', '--seed', '7')).exit).toBe(0);
  const io = testIo(folder);
  expect(await mailmigMain(['--lab', 'whole.mwlab', '--accounts', 'all', '--json'], io)).not.toBe(2);
  const listed = JSON.parse((await lab('accounts', 'whole.mwlab', '--json')).out);
  alias = (listed as { accounts: { alias: string }[] }).accounts[1]?.alias ?? '';
  copyFileSync(join(folder, 'whole.mwlab'), join(folder, 'read-only.mwlab'));
  writeFileSync(join(folder, 'mail.eml'), 'From: robin@example.org\r\nSubject: Hello\r\n\r\nHello.\r\n');
});

const LOOKS: readonly (readonly string[])[] = [
  ['show', 'FILE'],
  ['accounts', 'FILE'],
  ['ids', 'FILE', '--org', 'source', '--mailbox', 'ALIAS'],
  ['ids', 'FILE', '--org', 'target', '--mailbox', 'ALIAS'],
  ['gate', 'FILE', '--mode', 'clone'],
  ['fate', 'FILE'],
  ['events', 'FILE'],
  ['runs', 'FILE'],
  ['compare', 'FILE', 'whole.mwlab'],
  ['compare', 'whole.mwlab', 'FILE'],
  ['check', 'FILE'],
  ['undo', 'FILE', '--list'],
  ['file', 'FILE', '--list', 'C:\\'],
  ['drive', 'FILE'],
  ['service', 'FILE'],
  ['connector', 'FILE'],
];

const ACTS: readonly (readonly string[])[] = [
  ['fix', 'FILE', '--install', 'E2003SP2'],
  ['exprofre', 'FILE', '--user', 'all', '--targetgc', 'GC'],
  ['outlook', 'FILE', '--user', 'ALIAS', '--sync'],
  ['deliver', 'FILE', '--mailbox', 'ALIAS'],
  ['deliver', 'FILE', '--mailbox', 'ALIAS', '--at', 'before-stage-2'],
  ['logon', 'FILE', '--mailbox', 'ALIAS'],
  ['server', 'FILE', '--set', 'pageheap=on'],
  ['file', 'FILE', '--delete', 'C:\\Program Files\\Exchsrvr\\bin\\Mailmig.exe'],
  ['service', 'FILE', '--stop', 'MSExchangeMTA'],
  ['drive', 'FILE', '--unmap', 'M:'],
  ['connector', 'FILE', '--cycle'],
  ['purge', 'FILE', '--mailbox', 'ALIAS'],
  ['import', 'FILE', '--mailbox', 'ALIAS', 'mail.eml'],
];

function words(line: readonly string[], file: string): string[] {
  const values: Readonly<Record<string, string>> = { FILE: file, ALIAS: alias };
  return line.map((word) => values[word] ?? word);
}

describe('a lab on read-only media', () => {
  test.each(LOOKS)('can be looked at: %s %s %s %s %s %s', async (...line) => {
    const given = line.filter((word) => word !== undefined);
    const seen = await lab(...words(given, 'read-only.mwlab'), '--json');
    const whole = await lab(...words(given, 'whole.mwlab'), '--json');
    expect(seen.err).toBe('');
    expect(seen.exit).toBe(whole.exit);
    const named = (text: string): string => text.replaceAll('read-only', 'whole');
    expect(named(seen.out)).toBe(named(whole.out));
  });

  test.each(ACTS)('is not changed, and one sentence says so: %s %s %s %s %s %s', async (...line) => {
    const file = join(folder, 'read-only.mwlab');
    const before = readFileSync(file);
    const gc = JSON.parse((await lab('show', 'whole.mwlab', '--json')).out) as { target: { gc: string } };
    const given = line
      .filter((word) => word !== undefined)
      .map((word) => (word === 'GC' ? gc.target.gc : word));
    const said = await lab(...words(given, 'read-only.mwlab'));
    expect(said).toMatchObject({ exit: 2, out: '' });
    expect(said.err.trimEnd().split('\n')).toHaveLength(1);
    expect(said.err).toContain('read-only');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(
      readdirSync(folder)
        .filter((name) => name.startsWith('read-only'))
        .sort(),
    ).toEqual(['read-only.mwlab']);
  });

  test('is not migrated either, and can be forked where one may write', async () => {
    const io = testIo(folder);
    const exit = await mailmigMain(['--lab', 'read-only.mwlab', '--accounts', 'all', '--json'], io);
    expect({ exit, out: io.written.out }).toEqual({ exit: 2, out: '' });
    expect(io.written.err).toMatch(/^.*read-only\.mwlab can only be read here.*\n$/);
    expect(await lab('copy', 'read-only.mwlab', 'fork.mwlab')).toMatchObject({ exit: 0 });
    const digest = async (file: string): Promise<unknown> =>
      (JSON.parse((await lab('show', file, '--json')).out) as { digest: string }).digest;
    expect(await digest('fork.mwlab')).toBe(await digest('read-only.mwlab'));
  });
});
