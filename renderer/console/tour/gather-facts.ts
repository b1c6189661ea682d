import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import type { TourFacts, TourSeen } from '../../../shared/tour/facts.ts';

/** What the lab answers about itself, as far as the tour asks. */
export interface LabAnswers {
  readonly shown: Pick<CommandOutput<'lab:show'>, 'profiles'> & {
    readonly server: { readonly fixes: readonly { readonly id: string }[] };
  };
  readonly runs: CommandOutput<'lab:runs'>['runs'];
  readonly copies: CommandOutput<'lab:undo'>['copies'];
  /** The laptop's .ost files; none where the lab has no such user. */
  readonly files: readonly Pick<CommandOutput<'lab:workstation'>['files'][number], 'status' | 'pending'>[];
}

/** The tour's facts, from the lab's own answers and what this session saw. */
export function gatherFacts({ shown, runs, copies, files }: LabAnswers, seen: TourSeen): TourFacts {
  const pendingIn = (isCurrent: boolean): number =>
    files
      .filter(({ status }) => (status === 'current') === isCurrent)
      .reduce((sum, { pending }) => sum + pending.length, 0);
  return {
    runs: runs.map(({ run, mode, state }) => ({ run, mode, state })),
    fixes: shown.server.fixes.map(({ id }) => id),
    profiles: shown.profiles.map(({ alias, pointsTo }) => ({ alias, pointsTo })),
    wentBack: copies.some(({ kind }) => kind === 'undo'),
    laptop: {
      waiting: pendingIn(true),
      stranded: pendingIn(false),
      refused: files.some(({ status }) => status !== 'current'),
    },
    seen,
  };
}
