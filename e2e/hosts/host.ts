import type { Page } from '@playwright/test';

/** How a spec starts the app. */
export interface StartOptions {
  /** The app's own arguments, e.g. `--m` and a lab's path. */
  readonly args?: readonly string[];
  /** The data folder; another start with the same folder is the same person coming back. */
  readonly dataFolder: string;
  /** A program to start in place of Electron, e.g. one that watches it. */
  readonly program?: string;
}

/** What dialogs answer, set before the button that opens one is pressed: a spec never sees the system's dialogs. */
export interface DialogAnswers {
  open: string | null;
  save: string | null;
  mail: readonly string[];
}

export type Disturbance = 'wait' | 'fail';

/** What a question about a lab is answered with while it is disturbed. */
export const DISTURBED = {
  ok: false,
  failure: {
    code: 'lab-damaged',
    message: 'Sample lab.mwlab cannot be read: open another lab, or a copy of it.',
  },
} as const;

/** What is to be seen of an app after a crash. */
export interface Crashed {
  /** What message boxes have said so far. */
  boxes(): Promise<readonly string[]>;
  /** Titles of the windows' pages, asked by the app itself. */
  titles(): Promise<readonly string[]>;
  /** The exit code, once it has ended. */
  exit(): Promise<number | null>;
  /** Ends what is left of it. */
  end(): Promise<void>;
}

/** The running app, the same in every host. */
export interface Host {
  readonly kind: 'electron' | 'chromium';
  /** The main window. */
  console(): Promise<Page>;
  /** The wizard's window; waits for the `nth` (from 0) to appear. */
  wizard(nth?: number): Promise<Page>;
  /** Takes a picture of a window in the pixels of the screen, at whatever scale it is shown. */
  capture(page: Page, file: string): Promise<void>;
  /** Lets questions about labs wait for ever or fail from now on; null: as it was. */
  disturb(how: Disturbance | null): Promise<void>;
  /** Tells every window that a lab was changed, as another process's doing would. */
  tellChanged(lab: string): Promise<void>;
  answerDialogs(answers: Partial<DialogAnswers>): Promise<void>;
  /** The preferences that the pages of all windows really run with. */
  preferences(): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Lets the main window go to an address, as only the app itself can; answers when it got there or was kept from it. */
  load(address: string): Promise<void>;
  /** Writes down from now on whatever a page loads or goes to; the answer says what was not of the bundle. */
  watchRequests(): Promise<() => Promise<readonly string[]>>;
  /** Keeps the browser shut from now on; the answer says which addresses it was to show. */
  watchLinks(): Promise<() => Promise<readonly string[]>>;
  /** Hands a file over as macOS does, by an event. */
  handOver(file: string): Promise<void>;
  /** Lets a page or the app itself crash; from then on every message box is answered with its first button. */
  crash(what: 'page' | 'app'): Promise<Crashed>;
  /** Ends the engine's process as a crash would. */
  crashEngine(): Promise<void>;
  stop(): Promise<void>;
}

/** Waits, without a fixed sleep, until `find` finds something. */
export async function until<T>(what: string, find: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`waited a minute for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
