/** Lets somebody look on while a run works, e.g. to tell copying from proving by a clock of his own. */
export interface RunWatch {
  /** Called around everything that is done for the proof and not for the copy; has to call `work` and return what it gives. */
  proving<T>(work: () => T): T;
}

/** Nobody looks on. */
export const UNWATCHED: RunWatch = { proving: (work) => work() };
