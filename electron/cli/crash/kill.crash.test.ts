import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { draw } from '../../../shared/lab/draw.ts';
import { openLab } from '../../engine/store/lab.ts';
import { digestOf, journalLines, killAfter, lab, migrateWords, program, workbench } from './program.ts';

const KILLS = Number(process.env.MWL_KILLS ?? '50');
/** Enough for a thousand trials in the soak. */
const LONG = 3_600_000;
const SEED = Number(process.env.MWL_SEED ?? '919235');

const bench = workbench(SEED);
afterAll(() => bench.discard());

function committed(file: string): number {
  const opened = openLab(file);
  if (!opened.ok) throw new Error(opened.failure.message);
  const rows = opened.value.get<{ count: number }>('SELECT count(*) AS count FROM journal')?.count ?? 0;
  opened.value.close();
  return rows;
}

describe.each(['clone', 'default'] as const)(
  `a %s run killed at any of its journal lines (seed ${SEED})`,
  (mode) => {
    const whole = bench.copy(`whole-${mode}`);
    const ended = program('mailmig', migrateWords(whole, mode));
    const lines = journalLines(ended.err);
    const digest = digestOf(whole);

    it('ends whole when nothing kills it', () => {
      expect(ended.exit, ended.err).toBe(0);
      expect(lines).toBeGreaterThan(10);
    });

    const kills = Math.ceil(KILLS / 2);
    it(`loses nothing that was committed and resumes to the same digest, ${kills} times`, {
      timeout: LONG,
    }, async () => {
      let killedInTime = 0;
      for (let kill = 0; kill < kills; kill += 1) {
        const after = draw(SEED, 'kill-after', mode, kill).between(1, lines - 1);
        const where = `kill ${kill} of seed ${SEED}, ${mode}, after journal line ${after}`;
        const file = bench.copy(`kill-${mode}-${kill}`);
        const { printed, killed } = await killAfter(migrateWords(file, mode), after);
        expect(killed, where).toBe(true);
        const rows = committed(file);
        expect(rows, where).toBeGreaterThanOrEqual(printed);
        if (rows < lines) killedInTime += 1;
        const check = lab<{ ok: boolean; violations: unknown[] }>('check', file);
        expect(check.violations, where).toEqual([]);
        const resumed = program('mailmig', [
          '--lab',
          file,
          '--resume',
          '--json',
          ...(mode === 'clone' ? ['/M'] : []),
        ]);
        // A run whose last batch was already in has nothing left to resume.
        if (rows < lines) expect(resumed.exit, `${where}: ${resumed.err}`).toBe(0);
        expect(digestOf(file), where).toBe(digest);
        for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
      }
      expect(killedInTime).toBeGreaterThan(kills / 2);
    });
  },
);
