import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FilesPlan, PostOfficePlan } from '../../../../shared/lab/run-plan.ts';
import { newLab } from '../../build/new-lab.ts';
import { labFolder } from '../../server/lab-files.ts';
import { labDigest } from '../../store/digest.ts';
import { type Lab, openLab } from '../../store/lab.ts';
import { must } from '../../testing/small-lab.ts';
import { checkLab } from '../check.ts';
import { resumeRun } from '../resume.ts';
import { migrate } from '../run.ts';
import { runReport } from '../run-report.ts';
import { startRun } from '../start-run.ts';
import { wholePlan } from './whole-plan.ts';

let folder = '';
let made = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mwlab-resume-'));
  must(newLab({ file: join(folder, 'base.mwlab'), scenario: 'harbor' }));
  cpSync(join(folder, 'base.mwlab'), join(folder, 'files.mwlab'));
  const lab = must(openLab(join(folder, 'files.mwlab')));
  const run = begin(lab, { method: 'extract', files: 'C:\\MIGRATE', bulletinBoards: true });
  work(lab, run, Number.MAX_SAFE_INTEGER);
  lab.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Start = (lab: Lab) => number;

/** A fresh copy of a lab, with the files beside it. */
function copy(from: string): Lab {
  made += 1;
  const file = join(folder, `${made}.mwlab`);
  cpSync(join(folder, `${from}.mwlab`), file);
  const files = join(folder, `${from}.mwlab.files`);
  if (existsSync(files)) cpSync(files, `${file}.files`, { recursive: true });
  return must(openLab(file));
}

const METHODS: Readonly<Record<string, readonly [string, Start]>> = {
  extraction: ['base', (lab) => begin(lab, { method: 'extract', files: 'C:\\MIGRATE' })],
  'one step': ['base', (lab) => begin(lab, {})],
  'migration files': ['files', beginFiles],
};

/** Does at most so many batches, and leaves the run alone as a killed process does; tells how many there were. */
function work(lab: Lab, run: number, batches: number): number {
  const going = migrate(lab, run);
  let done = 0;
  while (done < batches && going.next(undefined).done !== true) done += 1;
  going.return(runReport(lab, run));
  return done;
}

/** Digest of the lab, and of every real file beside it. */
function standing(lab: Lab): string {
  const hash = createHash('sha256').update(labDigest(lab));
  const at = labFolder(lab);
  const names = existsSync(at) ? readdirSync(at, { recursive: true, withFileTypes: true }) : [];
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file.slice(at.length)).update(readFileSync(file));
  return hash.digest('hex');
}

function begin(lab: Lab, change: Partial<PostOfficePlan>): number {
  const plan = { ...must(wholePlan(lab, 'HARBOR')), bulletinBoards: false, ...change };
  return must(startRun(lab, plan, { ignoreGate: false, asked: {} }));
}

function beginFiles(lab: Lab): number {
  const { targetServer, targetStore, container, template, ntAccounts } = must(wholePlan(lab, 'HARBOR'));
  const plan: FilesPlan = {
    source: 'FILE',
    mode: 'default',
    packingList: 'C:\\MIGRATE\\HARBOR.001\\HARBOR.PKL',
    targetServer,
    targetStore,
    container,
    template,
    ntAccounts,
    folderOwner: 'Admin',
    folderAccess: 'Author',
  };
  return must(startRun(lab, plan, { ignoreGate: false, asked: { batchRows: 10 } }));
}

describe.each(Object.entries(METHODS))('a run of %s', (_method, [base, start]) => {
  let whole = '';
  let batches = 0;
  beforeAll(() => {
    const lab = copy(base);
    const run = start(lab);
    batches = work(lab, run, Number.MAX_SAFE_INTEGER);
    expect(runReport(lab, run)).toMatchObject({ state: 'completed', exit: 0 });
    expect(must(checkLab(lab)).violations).toEqual([]);
    whole = standing(lab);
    lab.close();
  });

  it('has several batches', () => {
    expect(batches).toBeGreaterThan(3);
  });

  it('ends equal to an uninterrupted one wherever it is interrupted, and again', () => {
    const stops = fc.array(fc.integer({ min: 0, max: batches }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(stops, (places) => {
        const lab = copy(base);
        try {
          const run = start(lab);
          for (const place of places) {
            work(lab, run, place);
            expect(must(checkLab(lab)).violations).toEqual([]);
            if (runReport(lab, run).state === 'interrupted') must(resumeRun(lab, run));
          }
          work(lab, run, Number.MAX_SAFE_INTEGER);
          expect(standing(lab)).toBe(whole);
        } finally {
          lab.close();
        }
      }),
      { numRuns: 8 },
    );
  });
});
