import type { Mode, RunState } from '../lab/run-plan.ts';

/** The scenario that the tour leads through, and two of its people. */
export const TOUR_SCENARIO = 'first-rehearsal';
export const CONTROL_USER = 'clara.berg';
export const LAPTOP_USER = 'lars.holt';

/** The hotfix of the article that the tour is about. */
export const HOTFIX = 'KB919235';

/** A run of the lab, as far as the tour asks. */
export interface TourRun {
  readonly run: number;
  readonly mode: Mode;
  readonly state: RunState;
}

/** What was seen in this session and leaves no trace in the lab. */
export interface TourSeen {
  /** Users whose Outlook was opened. */
  readonly outlook: readonly string[];
  /** A wizard was opened in clone mode. */
  readonly cloneWizard: boolean;
  /** Fixes whose installation was refused. */
  readonly refusedFixes: readonly string[];
  /** Runs of which one has read what became of everything. */
  readonly fatesOf: readonly number[];
  /** Two runs of different modes were laid side by side. */
  readonly bothModes: boolean;
}

/** What the tour knows of the lab at hand: enough to tell whether a step has been taken. */
export interface TourFacts {
  /** The oldest first. */
  readonly runs: readonly TourRun[];
  /** Ids of the service packs and hotfixes on the migration server. */
  readonly fixes: readonly string[];
  readonly profiles: readonly { readonly alias: string; readonly pointsTo: 'source' | 'target' }[];
  /** Somebody has gone back to a copy of the lab. */
  readonly wentBack: boolean;
  /** The laptop's offline items: in the .ost in use, and in one that was set aside. */
  readonly laptop: { readonly waiting: number; readonly stranded: number; readonly refused: boolean };
  readonly seen: TourSeen;
}

export const NOTHING_SEEN: TourSeen = {
  outlook: [],
  cloneWizard: false,
  refusedFixes: [],
  fatesOf: [],
  bothModes: false,
};

/** A completed run of this mode, the last one if there are several. */
export function completedRun({ runs }: TourFacts, mode: Mode): TourRun | undefined {
  return runs.findLast((run) => run.mode === mode && run.state === 'completed');
}

/** Where the profile of a user points; null: there is no such profile. */
export function profileOf({ profiles }: TourFacts, alias: string): 'source' | 'target' | null {
  return profiles.find((profile) => profile.alias === alias)?.pointsTo ?? null;
}
