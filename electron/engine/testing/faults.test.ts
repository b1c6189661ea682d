import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purgeMailbox } from '../migrate/purge.ts';
import { resumeRun } from '../migrate/resume.ts';
import { migrate } from '../migrate/run.ts';
import { runReport } from '../migrate/run-report.ts';
import { startRun } from '../migrate/start-run.ts';
import { copyLab } from '../build/new-lab.ts';
import { labDigest } from '../store/digest.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { checkClone } from './check-clone.ts';
import { checkRun, mailboxText } from './check-run.ts';
import type { ModelLab } from './model-types.ts';
import { buildRandomLab, labRecipes } from './random-lab.ts';
import { planOf, type RunRecipe, runRecipes, runToEnd } from './random-run.ts';
import { readModel } from './read-model.ts';
import { sourceOf, targetOf } from './reference-model.ts';

const SEED = Number(process.env.MWLAB_SEED ?? 20_060_904);
const RUNS = Number(process.env.MWLAB_RUNS ?? 1);

/** Checks a property on random values; a failure names seed, path and the smallest case. */
function always<T>(values: fc.Arbitrary<T>, runs: number, holds: (value: T) => void): void {
  fc.assert(fc.property(values, holds), { seed: SEED, numRuns: runs * RUNS });
}

/** Everything that stands in either organization, as one text. */
function everything(model: ModelLab): string {
  return JSON.stringify([
    [...model.people.values()],
    [...model.mailboxes.values()].map(mailboxText),
    model.profiles,
    [...model.counters],
  ]);
}

const PLAIN: RunRecipe = {
  mode: 'clone',
  chosen: 0,
  reversed: false,
  filter: 'none',
  bounce: false,
  createAccounts: true,
  batchRows: 7,
  cancelAt: null,
};

describe('a run that is refused', () => {
  it('F2: filters in clone mode are refused, and nothing changes', () => {
    const filters = fc.constantFrom<RunRecipe['filter']>('dates', 'subjects');
    always(fc.tuple(labRecipes(true), filters), 8, ([recipe, filter]) => {
      const { lab, aliases, discard } = buildRandomLab(recipe);
      try {
        const before = everything(readModel(lab));
        const filtered = planOf(lab, aliases, { ...PLAIN, mode: 'default', filter });
        const started = startRun(lab, { ...filtered, mode: 'clone' }, { ignoreGate: false, asked: {} });
        if (started.ok) expect(runReport(lab, started.value)).toMatchObject({ state: 'refused', exit: 2 });
        expect(everything(readModel(lab))).toBe(before);
      } finally {
        discard();
      }
    });
  });

  it('KB919235: without the fixes clone mode is refused, and nothing changes', () => {
    always(labRecipes(false), 5, (recipe) => {
      const { lab, aliases, discard } = buildRandomLab(recipe);
      try {
        const before = everything(readModel(lab));
        const started = startRun(lab, planOf(lab, aliases, PLAIN), { ignoreGate: false, asked: {} });
        if (started.ok) expect(runReport(lab, started.value)).toMatchObject({ state: 'refused', exit: 2 });
        expect(everything(readModel(lab))).toBe(before);
      } finally {
        discard();
      }
    });
  });
});

describe('KB919235 without the fixes, the gate ignored', () => {
  it('F3: the default mode is not affected', () => {
    always(
      fc.tuple(labRecipes(false), runRecipes({ mode: 'default', cancelAt: null })),
      12,
      ([recipe, run]) => {
        const { lab, aliases, discard } = buildRandomLab(recipe);
        try {
          const before = readModel(lab);
          const plan = planOf(lab, aliases, run);
          const report = runToEnd(lab, plan, run);
          if (report === null) return;
          expect(report.state).toBe('completed');
          expect(checkRun({ before, after: readModel(lab), plan, report })).toEqual([]);
        } finally {
          discard();
        }
      },
    );
  });

  it('F3: clone mode fails, with page heap at the very first mailbox; those before are clones, those after untouched', () => {
    always(fc.tuple(labRecipes(false), fc.integer({ min: 1, max: 30 })), 20, ([recipe, batchRows]) => {
      const untouched = { ...recipe, bystanders: [] };
      const { lab, aliases, discard } = buildRandomLab(untouched);
      try {
        const before = readModel(lab);
        const plan = planOf(lab, aliases, PLAIN);
        const report = runToEnd(lab, plan, { batchRows, cancelAt: null });
        const after = readModel(lab);
        expect(report).toMatchObject({ state: 'failed', exit: 2 });
        const states = report?.mailboxes.map(({ state }) => state) ?? [];
        const failed = states.indexOf('failed');
        if (recipe.settings.pageheap === 'on') expect(failed).toBe(0);
        expect(states).toEqual(
          aliases.map((_, at) => (at < failed ? 'completed' : at === failed ? 'failed' : 'not-reached')),
        );
        aliases.forEach((alias, at) => {
          const target = targetOf(after, report?.run ?? null, alias)?.mailbox;
          if (at < failed && target !== undefined)
            expect(checkClone(sourceOf(before, alias).mailbox, target, false)).toEqual([]);
          if (at > failed) expect(target?.initialized).toBe(false);
        });
      } finally {
        discard();
      }
    });
  });
});

/** What a dead process leaves: a run at work whose claims name a process that is gone. */
function dieInTheMiddle(lab: Lab, run: number, batches: number): void {
  const steps = migrate(lab, run);
  for (let batch = 0; batch < batches && steps.next().done !== true; batch += 1);
  lab.run("UPDATE claim SET pid = 2147483646, process_started = 'long ago'");
}

describe('a run that was killed', () => {
  it('is continued to an end equal to an uninterrupted one', () => {
    const runs = fc.tuple(labRecipes(true), runRecipes({ cancelAt: null }), fc.nat(12), fc.nat(6));
    always(runs, 25, ([recipe, run, first, second]) => {
      const { lab, aliases, discard } = buildRandomLab(recipe);
      const to = `${lab.path}.twin`;
      try {
        expect(copyLab({ file: lab.path, to }).ok).toBe(true);
        const twin = openLab(to);
        if (!twin.ok) throw new Error(twin.failure.message);
        const plan = planOf(lab, aliases, run);
        const whole = runToEnd(twin.value, plan, run);
        const started = startRun(lab, plan, { ignoreGate: true, asked: { batchRows: run.batchRows } });
        if (started.ok) {
          for (const batches of [first, second]) {
            dieInTheMiddle(lab, started.value, batches);
            const resumed = resumeRun(lab, started.value);
            if (!resumed.ok) expect(runReport(lab, started.value).state).not.toBe('interrupted');
          }
          const rest = migrate(lab, started.value);
          while (rest.next().done !== true);
          expect(runReport(lab, started.value)).toEqual(whole);
          expect(labDigest(lab)).toBe(labDigest(twin.value));
        }
        twin.value.close();
      } finally {
        discard();
      }
    });
  });

  it('leaves what a new run merges into, when it is not continued', () => {
    always(
      fc.tuple(labRecipes(true), fc.nat(12), fc.integer({ min: 1, max: 20 })),
      15,
      ([recipe, batches, batchRows]) => {
        const { lab, aliases, discard } = buildRandomLab(recipe);
        try {
          const plan = planOf(lab, aliases, PLAIN);
          const started = startRun(lab, plan, { ignoreGate: true, asked: { batchRows } });
          if (!started.ok) throw new Error(started.failure.message);
          dieInTheMiddle(lab, started.value, batches);
          const again = startRun(
            lab,
            { ...plan, mode: 'default' },
            { ignoreGate: true, asked: { batchRows } },
          );
          if (!again.ok) throw new Error(again.failure.message);
          // Starting anew treats the dead run as cancelled; what is taken back is taken back by now.
          const before = readModel(lab);
          const steps = migrate(lab, again.value);
          let step = steps.next();
          while (step.done !== true) step = steps.next();
          expect(
            checkRun({
              before,
              after: readModel(lab),
              plan: { ...plan, mode: 'default' },
              report: step.value,
            }),
          ).toEqual([]);
        } finally {
          discard();
        }
      },
    );
  });
});

describe('the documented cure', () => {
  it('KB842101: what was merged into by mistake is deleted, and then cloned', () => {
    always(fc.tuple(labRecipes(true), fc.nat(15)), 12, ([recipe, cancelAt]) => {
      const clean = { ...recipe, bystanders: [], settings: { ...recipe.settings, fallback: 'merge' } };
      const { lab, aliases, discard } = buildRandomLab(clean);
      try {
        const plan = planOf(lab, aliases, PLAIN);
        runToEnd(lab, plan, { batchRows: 5, cancelAt });
        runToEnd(lab, plan, { batchRows: 9, cancelAt: null });
        for (const alias of aliases)
          expect(purgeMailbox(lab, { file: lab.path, mailbox: alias }).ok).toBe(true);
        const before = readModel(lab);
        const report = runToEnd(lab, plan, { batchRows: 9, cancelAt: null });
        expect(report).toMatchObject({ state: 'completed', exit: 0 });
        expect(report?.mailboxes.map(({ effectiveMode }) => effectiveMode)).toEqual(
          aliases.map(() => 'clone'),
        );
        if (report !== null) expect(checkRun({ before, after: readModel(lab), plan, report })).toEqual([]);
      } finally {
        discard();
      }
    });
  });

  it('ids that are in a database already are not cloned into it a second time', () => {
    always(labRecipes(true), 5, (recipe) => {
      const { lab, aliases, discard } = buildRandomLab({ ...recipe, bystanders: [] });
      try {
        const plan = planOf(lab, aliases, PLAIN);
        runToEnd(lab, plan, { batchRows: 50, cancelAt: null });
        // Nobody knows any more whose these mailboxes are.
        lab.run(
          "DELETE FROM proxy_address WHERE kind IN ('X500', 'SMTP') AND object_id IN (SELECT o.id FROM directory_object o JOIN org ON org.id = org_id WHERE role = 'target')",
        );
        lab.run(
          'UPDATE mailbox SET account_sid = NULL WHERE mdb_id IN (SELECT mdb_id FROM run_mailbox JOIN mailbox m ON m.id = target_mailbox)',
        );
        const before = readModel(lab);
        const report = runToEnd(lab, plan, { batchRows: 50, cancelAt: null });
        const after = readModel(lab);
        expect(report?.exit).toBe(2);
        const homes = [...after.mailboxes.values()].flatMap((mailbox) =>
          [...mailbox.folders.keys()].map((gid) => `${mailbox.database} ${gid}`),
        );
        expect(new Set(homes).size).toBe(homes.length);
        for (const [id, mailbox] of before.mailboxes) {
          const now = after.mailboxes.get(id);
          expect(now === undefined ? null : mailboxText(now)).toBe(mailboxText(mailbox));
        }
      } finally {
        discard();
      }
    });
  });
});
