import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { draw } from '../../../shared/lab/draw.ts';
import { digestOf, lab, migrateWords, program, workbench } from './program.ts';

/** Each trial starts six programs; eight are enough to meet both ends of the way. */
const KILLS = Math.max(8, Math.ceil(Number(process.env.MWL_KILLS ?? '50') / 4));
/** Enough for a thousand trials in the soak. */
const LONG = 3_600_000;
const SEED = Number(process.env.MWL_SEED ?? '919235');

/** The system calls by which going back reaches the disk: rows, the log, names. */
const CALLS = ['pwrite64', 'fsync', 'fdatasync', 'ftruncate', 'rename', 'unlink'] as const;

const traces = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;
const bench = workbench(SEED);
afterAll(() => bench.discard());

/** A folder with a migrated lab, and beside it the copy from before the run. */
function prepared(): { folder: string; before: string; after: string } {
  const base = bench.copy('base-of-undo');
  const folder = join(bench.folder, 'undo');
  mkdirSync(folder);
  const file = join(folder, 'lab.mwlab');
  cpSync(base, file);
  const before = digestOf(file);
  const ended = program('mailmig', migrateWords(file, 'clone', '--undo'));
  expect(ended.exit, ended.err).toBe(0);
  return { folder, before, after: digestOf(file) };
}

describe.skipIf(!traces)(`going back, killed at any of its writes (needs strace; seed ${SEED})`, () => {
  const { folder, before, after } = prepared();

  function trial(name: string): string {
    const to = join(bench.folder, name);
    cpSync(folder, to, { recursive: true });
    return join(to, 'lab.mwlab');
  }

  /** How often each call is made on the whole way back. */
  function counts(): Map<string, number> {
    const file = trial('counted');
    const log = join(bench.folder, 'undo-calls.txt');
    const ended = program(
      'lab',
      ['undo', file, '--to', '1'],
      ['strace', '-o', log, '-e', `trace=${CALLS.join(',')}`],
    );
    expect(ended.exit, ended.err).toBe(0);
    expect(digestOf(file)).toBe(before);
    const lines = readFileSync(log, 'utf8').split('\n');
    return new Map(CALLS.map((call) => [call, lines.filter((line) => line.startsWith(`${call}(`)).length]));
  }

  it(`leaves the lab as it was before or as it is after, ${KILLS} times, and one can go back then`, {
    timeout: LONG,
  }, () => {
    expect(after).not.toBe(before);
    const made = [...counts()].filter(([, count]) => count > 0);
    const ends = new Set<string>();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const draws = draw(SEED, 'kill-undo', 'lab', kill);
      const [call, count] = draws.pick(made);
      const position = draws.between(1, count);
      const where = `kill ${kill} of seed ${SEED}, at ${call} number ${position} of ${count}`;
      const file = trial('trial');
      const killed = program(
        'lab',
        ['undo', file, '--to', '1'],
        [
          'strace',
          '-o',
          '/dev/null',
          '-e',
          `trace=${call}`,
          '-e',
          `inject=${call}:signal=SIGKILL:when=${position}`,
        ],
      );
      expect(killed.exit, where).not.toBe(0);
      const digest = digestOf(file);
      expect([before, after], where).toContain(digest);
      ends.add(digest);
      expect(lab<{ violations: unknown[] }>('check', file).violations, where).toEqual([]);
      const { copies } = lab<{ copies: { number: number; bytes: number }[] }>('undo', file, '--list');
      expect(
        copies.map((copy) => copy.number),
        where,
      ).toContain(1);
      for (const copy of copies) expect(copy.bytes, where).toBeGreaterThan(0);
      expect(program('lab', ['undo', file, '--to', '1', '--json']).exit, where).toBe(0);
      expect(digestOf(file), where).toBe(before);
      rmSync(join(bench.folder, 'trial'), { recursive: true, force: true });
    }
    // Both are met, or the kills were not spread over the whole way.
    expect(ends.size).toBe(2);
  });
});
