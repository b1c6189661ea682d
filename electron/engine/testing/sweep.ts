import fc from 'fast-check';
import type { RunReport } from '../../../shared/ipc/shapes.ts';
import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import type { Lab } from '../store/lab.ts';
import type { Complaint } from './check-merge.ts';
import { checkRun } from './check-run.ts';
import { HAPPENINGS, type Happening, happen } from './happenings.ts';
import type { ModelLab } from './model-types.ts';
import { buildRandomLab, type LabRecipe, labRecipes, type RandomLab } from './random-lab.ts';
import { planOf, type RunRecipe, runRecipes, runToEnd } from './random-run.ts';
import { readModel } from './read-model.ts';

/** A random lab with its history: things happen, a run, things happen, a run ... */
export interface Story {
  readonly lab: LabRecipe;
  /** RestrictSearchtoSid in every run: with and without it in turn, one person gets two accounts. */
  readonly restrictToSid: boolean;
  readonly chapters: readonly { readonly before: readonly Happening[]; readonly run: RunRecipe }[];
}

export function stories(fixed: Partial<RunRecipe> = {}, chapters = 3): fc.Arbitrary<Story> {
  return fc.record({
    lab: labRecipes(true),
    restrictToSid: fc.constantFrom(false, false, false, true),
    chapters: fc.array(
      fc.record({ before: fc.array(HAPPENINGS, { maxLength: 6 }), run: runRecipes(fixed) }),
      { minLength: 1, maxLength: chapters },
    ),
  });
}

/** One run of a story, with the lab before and after it. */
export interface Told {
  readonly random: RandomLab;
  readonly lab: Lab;
  readonly plan: RunPlan;
  readonly recipe: RunRecipe;
  readonly before: ModelLab;
  readonly after: ModelLab;
  readonly report: RunReport | null;
}

/** Plays a story and hands each run to `each`, which says what is wrong with it. */
export function play(story: Story, each: (told: Told) => Complaint[]): Complaint[] {
  const random = buildRandomLab(story.lab);
  const { lab, aliases } = random;
  try {
    return story.chapters.flatMap((chapter) => {
      for (const happening of chapter.before) happen(lab, aliases, happening);
      const before = readModel(lab);
      const plan = planOf(lab, aliases, chapter.run, story.restrictToSid);
      const report = runToEnd(lab, plan, chapter.run);
      const after = readModel(lab);
      const told = { random, lab, plan, recipe: chapter.run, before, after, report };
      const complaints = report === null ? [] : checkRun({ before, after, plan, report });
      return [...complaints, ...each(told)];
    });
  } finally {
    random.discard();
  }
}

/** What a sweep over random stories found: for each invariant the shortest story that breaks it. */
export interface Sweep {
  readonly runs: number;
  readonly seed: number;
  /** In words, with seed and story; empty where the invariant held everywhere. */
  against(...invariants: readonly string[]): readonly string[];
  readonly broken: readonly string[];
}

/** Seed and number of stories of every sweep; a longer or another one: MWLAB_SEED, MWLAB_RUNS. */
const SEED = Number(process.env.MWLAB_SEED ?? 20_060_904);
/** How long a story is shrunk for each broken invariant. */
const SHRINK_MS = 5_000;
const FACTOR = Number(process.env.MWLAB_RUNS ?? 1);

/** A throw is a bug of somebody's; it is a complaint like any other, so that the story is told. */
function playSafely(story: Story, each: (told: Told) => Complaint[]): Complaint[] {
  try {
    return play(story, each);
  } catch (error) {
    return [
      { invariant: 'throws', text: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    ];
  }
}

/** Plays random stories, all of them; then the stories that break something are shrunk, invariant by invariant. */
export function sweep(
  arbitrary: fc.Arbitrary<Story>,
  stories: number,
  each: (told: Told) => Complaint[],
): Sweep {
  const worst = new Map<string, { readonly size: number; readonly text: string }>();
  let runs = 0;
  const playAndNote = (story: Story): Complaint[] => {
    const complaints = playSafely(story, (told) => {
      runs += 1;
      return each(told);
    });
    const size = JSON.stringify(story).length;
    for (const { invariant, text } of complaints) {
      if (size < (worst.get(invariant)?.size ?? Number.POSITIVE_INFINITY)) {
        worst.set(invariant, { size, text: `${invariant}: ${text}\nseed ${SEED}, ${JSON.stringify(story)}` });
      }
    }
    return complaints;
  };
  const options = { seed: SEED, numRuns: stories * FACTOR };
  for (const story of fc.sample(arbitrary, options)) playAndNote(story);
  const told = runs;
  for (const broken of [...worst.keys()]) {
    const holds = fc.property(
      arbitrary,
      (story) => !playAndNote(story).some(({ invariant }) => invariant === broken),
    );
    fc.check(holds, { ...options, interruptAfterTimeLimit: SHRINK_MS });
  }
  return {
    runs: told,
    seed: SEED,
    against: (...invariants) => invariants.flatMap((name) => worst.get(name)?.text ?? []),
    broken: [...worst.keys()].sort(),
  };
}
