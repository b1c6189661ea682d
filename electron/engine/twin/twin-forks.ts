import { existsSync } from 'node:fs';
import { ok, type Result } from '../../../shared/result.ts';
import { forkLab } from '../build/new-lab.ts';
import { labDigest } from '../store/digest.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { type ForkNames, forkNames } from './fork-names.ts';
import { markOf, putMark } from './twin-mark.ts';

type Mode = 'default' | 'clone';
const MODES: readonly Mode[] = ['default', 'clone'];

/** A fork, and whether it was there before. */
export interface Fork {
  readonly file: string;
  readonly resumed: boolean;
}

export type Forks = Readonly<Record<Mode, Fork>>;

/** Whether a file is the unfinished fork that an earlier twin run of this very lab left behind. */
function isUnfinished(file: string, side: Mode, digest: () => string): 'unfinished' | 'ended' | 'other' {
  const opened = openLab(file);
  if (!opened.ok) return 'other';
  try {
    const mark = markOf(opened.value);
    if (mark === null || mark.side !== side || mark.of !== digest()) return 'other';
    return mark.ended ? 'ended' : 'unfinished';
  } finally {
    opened.value.close();
  }
}

/** A pair of names can be used when both are free, or are what an interrupted twin run left. */
function canUse(names: ForkNames, digest: () => string): boolean {
  const standing = MODES.map((mode) =>
    existsSync(names[mode]) ? isUnfinished(names[mode], mode, digest) : ('free' as const),
  );
  if (standing.includes('other')) return false;
  return !standing.every((each) => each === 'ended');
}

/**
 * Makes the two forks of a lab beside its file, under the first pair of names that is free; forks that an interrupted
 * twin run of the same lab left unfinished are taken up again. Failure codes: those of the store (disk-full, lab-io).
 */
export function* twinForks(lab: Lab): Generator<Mode, Result<Forks>, void> {
  let known: string | null = null;
  const digest = (): string => {
    known ??= labDigest(lab);
    return known;
  };
  let pair = 1;
  while (!canUse(forkNames(lab.path, pair), digest)) pair += 1;
  const names = forkNames(lab.path, pair);
  const forks: Partial<Record<Mode, Fork>> = {};
  for (const mode of MODES) {
    const file = names[mode];
    yield mode;
    const resumed = existsSync(file);
    if (!resumed) {
      const marked = forkMarked(lab, file, mode);
      if (!marked.ok) return marked;
    }
    forks[mode] = { file, resumed };
  }
  const { default: merged, clone } = forks;
  if (merged === undefined || clone === undefined) throw new Error('a twin run without both forks');
  return ok({ default: merged, clone });
}

function forkMarked(lab: Lab, file: string, mode: Mode): Result<null> {
  const forked = forkLab(lab, file);
  if (!forked.ok) return forked;
  const opened = openLab(file);
  if (!opened.ok) return opened;
  try {
    putMark(opened.value, mode, forked.value.digest);
    return ok(null);
  } finally {
    opened.value.close();
  }
}
