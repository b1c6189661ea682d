import { documented, type Evidence, modelled, notDocumented } from '../evidence.ts';
import type { Mode } from '../lab/run-plan.ts';
import type { TextKey } from '../text/text.ts';
import { CONTROL_USER, completedRun, HOTFIX, LAPTOP_USER, profileOf, type TourFacts } from './facts.ts';

/** The view, window or dialog that a step talks about; `at`: the user or the tab in it. */
export type TourPlace =
  | {
      readonly kind: 'view';
      readonly view: 'overview' | 'server' | 'workstations' | 'runs' | 'compare';
      readonly at?: string;
    }
  | { readonly kind: 'wizard'; readonly mode: Mode }
  | { readonly kind: 'dialog'; readonly dialog: 'run' | 'undo' | 'new-lab' };

/** A sentence on what to look at; with its evidence where it says something of the original. */
export interface TourClaim {
  readonly key: TextKey;
  readonly evidence: Evidence | null;
}

export interface TourStep {
  readonly id: string;
  readonly title: TextKey;
  /** What to do, in one sentence. */
  readonly act: TextKey;
  readonly look: readonly TourClaim[];
  readonly where: (facts: TourFacts) => TourPlace;
  /** Whether the step has been taken, told from the lab and from what was seen in this session. */
  readonly done: (facts: TourFacts) => boolean;
}

const claim = (key: TextKey, evidence: Evidence | null = null): TourClaim => ({ key, evidence });
const at = (place: TourPlace) => (): TourPlace => place;

const workstations = (user?: string): TourPlace =>
  user === undefined
    ? { kind: 'view', view: 'workstations' }
    : { kind: 'view', view: 'workstations', at: user };
const SERVER: TourPlace = { kind: 'view', view: 'server' };
const RUN_BOX: TourPlace = { kind: 'dialog', dialog: 'run' };
const UNDO: TourPlace = { kind: 'dialog', dialog: 'undo' };
const COMPARISON: TourPlace = { kind: 'view', view: 'compare' };

/** The lab stands as before any run, because one has gone back. */
const standsBeforeRuns = ({ runs, wentBack }: TourFacts): boolean => wentBack && runs.length === 0;

const cloneFailed = ({ runs }: TourFacts): boolean =>
  runs.some(({ mode, state }) => mode === 'clone' && state === 'failed');

const PRESS = modelled(
  'The trade press tells it; Microsoft documents the switches of ExProfRe only',
  'Windows IT Pro 43603',
);

/** The tour through the first rehearsal, step by step. What is said of the original carries what it rests on. */
export const TOUR_STEPS: readonly TourStep[] = [
  {
    id: 'welcome',
    title: 'tour.welcome.title',
    act: 'tour.welcome.act',
    look: [claim('tour.welcome.look'), claim('tour.welcome.look-marks')],
    where: at({ kind: 'view', view: 'overview' }),
    done: () => true,
  },
  {
    id: 'default-run',
    title: 'tour.default-run.title',
    act: 'tour.default-run.act',
    look: [
      claim('tour.default-run.look', documented('KB842101, aa998096')),
      claim(
        'tour.default-run.look-merge',
        documented('Exchange Server 2003 Deployment Guide; MS-OXCFXICS R1891-R1892'),
      ),
    ],
    where: at({ kind: 'wizard', mode: 'default' }),
    done: (facts) => completedRun(facts, 'default') !== undefined,
  },
  {
    id: 'outlook-before',
    title: 'tour.outlook-before.title',
    act: 'tour.outlook-before.act',
    look: [
      claim('tour.outlook-before.look'),
      claim(
        'tour.outlook-before.look-profile',
        modelled('The trade press tells that ExProfRe does it', 'Windows IT Pro 43603'),
      ),
    ],
    where: at(workstations(CONTROL_USER)),
    done: (facts) =>
      completedRun(facts, 'default') !== undefined &&
      facts.seen.outlook.some((user) => profileOf(facts, user) === 'source'),
  },
  {
    id: 'exprofre',
    title: 'tour.exprofre.title',
    act: 'tour.exprofre.act',
    look: [
      claim('tour.exprofre.look', PRESS),
      claim(
        'tour.exprofre.look-ost',
        modelled(
          'The deployment guide and the press say so; another article says that the .ost of an Outlook before 2003 is deleted and made again',
          'Exchange Server 2003 Deployment Guide; Windows IT Pro 43603',
        ),
      ),
    ],
    where: at(workstations()),
    done: (facts) =>
      completedRun(facts, 'default') !== undefined && profileOf(facts, LAPTOP_USER) === 'target',
  },
  {
    id: 'outlook-refused',
    title: 'tour.outlook-refused.title',
    act: 'tour.outlook-refused.act',
    look: [
      claim('tour.outlook-refused.look', documented('KB919235, aa996178')),
      claim('tour.outlook-refused.look-stranded', documented('KB289995')),
    ],
    where: at(workstations(LAPTOP_USER)),
    done: ({ laptop }) => laptop.refused && laptop.stranded > 0,
  },
  {
    id: 'undo',
    title: 'tour.undo.title',
    act: 'tour.undo.act',
    look: [claim('tour.undo.look'), claim('tour.undo.look-original', documented('KB842101'))],
    where: at(UNDO),
    done: standsBeforeRuns,
  },
  {
    id: 'clone-refused',
    title: 'tour.clone-refused.title',
    act: 'tour.clone-refused.act',
    look: [
      claim('tour.clone-refused.look', documented('KB919235')),
      claim('tour.clone-refused.look-own', modelled('No source tells of a check by Mailmig')),
    ],
    where: at(RUN_BOX),
    done: ({ seen, fixes }) => seen.cloneWizard && !fixes.includes(HOTFIX),
  },
  {
    id: 'start-anyway',
    title: 'tour.start-anyway.title',
    act: 'tour.start-anyway.act',
    look: [
      claim('tour.start-anyway.look', documented('KB919235')),
      claim(
        'tour.start-anyway.look-heap',
        notDocumented('The article names the first mailbox for page heap only'),
      ),
    ],
    where: (facts) =>
      cloneFailed(facts) ? { kind: 'view', view: 'runs' } : { kind: 'wizard', mode: 'clone' },
    done: cloneFailed,
  },
  {
    id: 'undo-again',
    title: 'tour.undo-again.title',
    act: 'tour.undo-again.act',
    look: [claim('tour.undo-again.look', documented('KB842101'))],
    where: at(UNDO),
    done: standsBeforeRuns,
  },
  {
    id: 'hotfix-refused',
    title: 'tour.hotfix-refused.title',
    act: 'tour.hotfix-refused.act',
    look: [claim('tour.hotfix-refused.look', documented('KB919235'))],
    where: at(SERVER),
    done: ({ seen }) => seen.refusedFixes.includes(HOTFIX),
  },
  {
    id: 'fixes',
    title: 'tour.fixes.title',
    act: 'tour.fixes.act',
    look: [claim('tour.fixes.look', documented('KB919235'))],
    where: at(SERVER),
    done: ({ fixes }) => fixes.includes(HOTFIX),
  },
  {
    id: 'clone-run',
    title: 'tour.clone-run.title',
    act: 'tour.clone-run.act',
    look: [
      claim('tour.clone-run.look', documented('KB919235')),
      claim('tour.clone-run.look-fallback', documented('KB842101, aa996178')),
    ],
    where: at(RUN_BOX),
    done: (facts) => completedRun(facts, 'clone') !== undefined,
  },
  {
    id: 'outlook-kept',
    title: 'tour.outlook-kept.title',
    act: 'tour.outlook-kept.act',
    look: [
      claim('tour.outlook-kept.look', documented('KB919235')),
      claim('tour.outlook-kept.look-book', PRESS),
    ],
    where: at(workstations(LAPTOP_USER)),
    done: (facts) =>
      completedRun(facts, 'clone') !== undefined &&
      profileOf(facts, LAPTOP_USER) === 'target' &&
      !facts.laptop.refused &&
      facts.laptop.waiting === 0,
  },
  {
    id: 'rules',
    title: 'tour.rules.title',
    act: 'tour.rules.act',
    look: [
      claim('tour.rules.look', documented('KB919235')),
      claim(
        'tour.rules.look-translated',
        modelled(
          "That rules go on working is documented; that the short folder id is put into the target's REPLID map follows from its format",
          'KB919235, MS-OXORULE 2.2.5',
        ),
      ),
    ],
    where: at({ kind: 'view', view: 'runs', at: 'fates' }),
    done: (facts) => {
      const run = completedRun(facts, 'clone');
      return run !== undefined && facts.seen.fatesOf.includes(run.run);
    },
  },
  {
    id: 'comparison',
    title: 'tour.comparison.title',
    act: 'tour.comparison.act',
    look: [
      claim('tour.comparison.look-mail', documented('KB842101')),
      claim('tour.comparison.look-logon', documented('aa996178, KB842101')),
    ],
    where: ({ runs, seen }) => (runs.length === 0 || seen.bothModes ? COMPARISON : UNDO),
    done: ({ seen }) => seen.bothModes,
  },
  {
    id: 'what-next',
    title: 'tour.what-next.title',
    act: 'tour.what-next.act',
    look: [claim('tour.what-next.look'), claim('tour.what-next.look-line')],
    where: at({ kind: 'dialog', dialog: 'new-lab' }),
    done: () => true,
  },
];

/** The step at a kept number; a number beyond the last, of another version, is the last. */
export function tourStepAt(number: number | null): { readonly index: number; readonly step: TourStep } {
  const index = Math.min(Math.max(number ?? 0, 0), TOUR_STEPS.length - 1);
  const step = TOUR_STEPS[index];
  if (step === undefined) throw new Error('the tour has no steps');
  return { index, step };
}
