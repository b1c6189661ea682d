import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { draw } from '../../../shared/lab/draw.ts';
import { digestOf, journalLines, killAfter, lab, program } from './program.ts';

const KILLS = Number(process.env.MWL_KILLS ?? '50');
/** Enough for a thousand trials in the soak. */
const LONG = 3_600_000;
const SEED = Number(process.env.MWL_SEED ?? '251018');

const folder = mkdtempSync(join(tmpdir(), 'mwlab-crash-import-'));
const base = join(folder, 'base.mwlab');
lab('new', base, '--scenario', 'harbor');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function copy(name: string): string {
  const path = join(folder, `${name}.mwlab`);
  cpSync(base, path);
  return path;
}

const METHODS: Readonly<Record<string, readonly string[]>> = {
  extraction: ['--extract', 'C:\\MIGRATE'],
  'one step': [],
};

function words(file: string, method: string): string[] {
  const source = ['--post-office', 'HARBOR', '/P:lantern', '--accounts', 'all'];
  return ['--lab', file, ...source, ...(METHODS[method] ?? []), '--json', '--journal'];
}

describe.each(Object.keys(METHODS))(
  `a run of %s killed at any of its journal lines (seed ${SEED})`,
  (method) => {
    const slug = method.replace(' ', '-');
    const whole = copy(`whole-${slug}`);
    const ended = program('mailmig', words(whole, method));
    const lines = journalLines(ended.err);
    const digest = digestOf(whole);

    it('ends whole when nothing kills it', () => {
      expect(ended.exit, ended.err).toBe(0);
      expect(lines).toBeGreaterThan(5);
    });

    const kills = Math.ceil(KILLS / 10);
    it(`breaks nothing and resumes to the same digest, ${kills} times`, { timeout: LONG }, async () => {
      let resumedRuns = 0;
      for (let kill = 0; kill < kills; kill += 1) {
        const after = draw(SEED, 'kill-after', method, kill).between(1, lines - 1);
        const where = `kill ${kill} of seed ${SEED}, ${method}, after journal line ${after}`;
        const file = copy(`kill-${slug}-${kill}`);
        const { killed } = await killAfter(words(file, method), after);
        expect(killed, where).toBe(true);
        expect(lab<{ violations: unknown[] }>('check', file).violations, where).toEqual([]);
        const resumed = program('mailmig', ['--lab', file, '--resume', '--json']);
        // A run whose last batch was already in has nothing left to resume.
        if (resumed.exit === 0) resumedRuns += 1;
        else expect(resumed.err, where).toContain('no interrupted run');
        expect(digestOf(file), where).toBe(digest);
        rmSync(file);
      }
      expect(resumedRuns).toBeGreaterThan(0);
    });
  },
);
