import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { migrateWords, program, workbench } from './program.ts';

const bench = workbench(919_235);
afterAll(() => bench.discard());

const isRoot = process.getuid?.() === 0;
/** Root writes whatever it likes; there the programs run as somebody who owns nothing. */
const AS_ANOTHER = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
const before = isRoot ? AS_ANOTHER : [];
const can = !isRoot || spawnSync('setpriv', ['--version']).status === 0;

/** A migrated lab in a folder of its own. */
function placed(name: string): string {
  const file = bench.copy(name);
  program('mailmig', migrateWords(file, 'default'));
  const folder = join(bench.folder, name);
  mkdirSync(folder);
  cpSync(file, join(folder, 'lab.mwlab'));
  chmodSync(bench.folder, 0o755);
  return folder;
}

describe.skipIf(!can)('a lab that the rights of file and folder keep from being written', () => {
  it.each([
    ['the file and its folder', 0o444, 0o555],
    ['the folder alone', 0o666, 0o555],
    ['the file alone', 0o444, 0o777],
  ])('%s: can be looked at and not changed, and is left alone', (_what, fileMode, folderMode) => {
    const folder = placed(`rights-${fileMode}-${folderMode}`);
    const file = join(folder, 'lab.mwlab');
    chmodSync(file, fileMode);
    chmodSync(folder, folderMode);
    const bytes = readFileSync(file);
    for (const words of [
      ['show', file],
      ['fate', file],
      ['runs', file],
      ['check', file],
    ]) {
      const seen = program('lab', [...words, '--json'], before);
      const whole = program('lab', [
        words[0] ?? '',
        join(bench.folder, `rights-${fileMode}-${folderMode}.mwlab`),
        '--json',
      ]);
      expect({ exit: seen.exit, err: seen.err }, words[0]).toEqual({ exit: 0, err: '' });
      expect(seen.out, words[0]).toBe(whole.out);
    }
    for (const refused of [
      program('lab', ['server', file, '--set', 'pageheap=on'], before),
      program('mailmig', ['--lab', file, '--accounts', 'all', '--json'], before),
    ]) {
      expect({ exit: refused.exit, out: refused.out }).toEqual({ exit: 2, out: '' });
      expect(refused.err).toMatch(/^[^\n]*lab\.mwlab can only be read here[^\n]*\n$/);
    }
    expect(readdirSync(folder)).toEqual(['lab.mwlab']);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    chmodSync(folder, 0o755);
  });
});
