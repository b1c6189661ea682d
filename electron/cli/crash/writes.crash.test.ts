import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { draw } from '../../../shared/lab/draw.ts';
import { digestOf, lab, migrateWords, program, workbench } from './program.ts';

const SAMPLE = Number(process.env.MWL_WRITES ?? '20');
/** Enough for a thousand trials in the soak. */
const LONG = 3_600_000;
const SEED = Number(process.env.MWL_SEED ?? '919235');

/** The system calls by which a lab reaches the disk. */
const WRITES = ['pwrite64', 'fsync', 'fdatasync', 'ftruncate'] as const;

const traces = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;

const bench = workbench(SEED);
afterAll(() => bench.discard());

/** How often the main thread made a call in a whole run. */
function count(call: string): number {
  const log = join(bench.folder, 'calls.txt');
  const file = bench.copy('counted');
  const ended = program('mailmig', migrateWords(file, 'clone'), ['strace', '-o', log, '-e', `trace=${call}`]);
  expect(ended.exit, ended.err).toBe(0);
  rmSync(file, { force: true });
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`${call}(`)).length;
}

describe.skipIf(!traces)(`a clone run in which one write fails (needs strace; seed ${SEED})`, () => {
  const whole = bench.copy('whole');
  program('mailmig', migrateWords(whole, 'clone'));
  const digest = digestOf(whole);

  it.each(WRITES)(
    'says so in one sentence, keeps the lab whole and can be resumed: %s',
    { timeout: LONG },
    (call) => {
      const all = count(call);
      // Which of the two synchronizing calls a build of SQLite makes is its own choice.
      if (all === 0) return expect(call).not.toBe('pwrite64');
      const positions =
        SAMPLE >= all
          ? Array.from({ length: all }, (_, index) => index + 1)
          : Array.from({ length: Math.max(2, Math.floor(SAMPLE / WRITES.length)) }, (_, index) =>
              draw(SEED, 'failing-write', call, index).between(1, all),
            );
      let told = 0;
      for (const position of positions) {
        const error = draw(SEED, 'failing-error', call, position).pick(['ENOSPC', 'EIO'] as const);
        const where = `${error} in ${call} number ${position} of ${all}`;
        const file = bench.copy('failing');
        const ended = program('mailmig', migrateWords(file, 'clone'), [
          'strace',
          '-o',
          '/dev/null',
          '-e',
          `trace=${call}`,
          '-e',
          `inject=${call}:error=${error}:when=${position}`,
        ]);
        const words = ended.err.split('\n').filter((line) => line !== '' && !line.startsWith('journal '));
        // SQLite may get over a failed call by itself (a truncation it can do without); then the run is simply whole.
        if (ended.exit !== 0) {
          told += 1;
          expect(ended.exit, where).toBe(2);
          expect(words, where).toHaveLength(1);
          expect(words[0], where).toMatch(/disk is full|Reading or writing|cannot be opened|damaged/);
        }
        expect(lab<{ ok: boolean; violations: unknown[] }>('check', file).violations, where).toEqual([]);
        const again = program('mailmig', ['--lab', file, '--resume', '--json', '/M']);
        const nothingBegun = again.exit === 2 && digestOf(file) !== digest;
        if (nothingBegun) program('mailmig', migrateWords(file, 'clone'));
        expect(digestOf(file), where).toBe(digest);
        for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
      }
      expect(told, `${call}: ${positions.join(' ')}`).toBeGreaterThan(0);
    },
  );
});

describe('a disk that ends while a lab is made or grows', () => {
  it('stops with one sentence and leaves no half lab (file-size limit)', () => {
    const file = join(bench.folder, 'limited.mwlab');
    const ended = program(
      'lab',
      ['new', file, '--mailboxes', '50', '--items', '20000', '--json'],
      ['bash', '-c', 'ulimit -f 2000; exec "$@"', 'limited'],
    );
    expect(ended.exit, ended.err).toBe(2);
    expect(ended.err.trim().split('\n')).toHaveLength(1);
    expect(lab.bind(null, 'show', file)).toThrow(/lab/);
  });
});
