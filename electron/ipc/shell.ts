import type {
  ChosenFile,
  CommandInput,
  CommandOutput,
  Labs,
  OpenLab,
  Preferences,
  WizardContext,
} from '../../shared/ipc/app-commands.ts';
import type { EngineAsk, EngineInput, EngineOutput } from '../../shared/ipc/engine-messages.ts';
import type { ExternalLink } from '../../shared/ipc/external-links.ts';
import type { Mode } from '../../shared/lab/run-plan.ts';
import type { Result } from '../../shared/result.ts';
import type { Publish } from './publish.ts';

/** Who asks: the window, the page it shows, and whether the page itself asks or a frame inside it. */
export interface Sender {
  readonly windowId: number;
  readonly url: string;
  readonly isTopFrame: boolean;
}

/** The engine process, asked by message. */
export interface Engine {
  ask<A extends EngineAsk>(ask: A, input: EngineInput<A>): Promise<Result<EngineOutput<A>>>;
}

/** The labs that are open in this app, and the files people chose. */
export interface LabShelf {
  state(): Labs;
  open(file: string): Promise<Result<OpenLab>>;
  close(lab: string): Promise<Result<Record<string, never>>>;
  find(lab: string): OpenLab | null;
  fileOf(lab: string): string | null;
  /** Gives a chosen file out as a token. */
  hand(file: string): ChosenFile;
  /** The file behind a token; a failure for a token that was never given out. */
  redeem(token: string): Result<string>;
  /** Says in `state` what is being prepared while `work` runs. */
  preparing<T>(name: string, work: () => Promise<T>): Promise<T>;
  reportProblem(problem: string | null): void;
}

/** The system's dialogs; each answers paths, none when cancelled. */
export interface Dialogs {
  chooseLabToOpen(windowId: number): Promise<string | null>;
  chooseLabToMake(windowId: number, suggestedName: string): Promise<string | null>;
  /** Where an export goes; the name ends as its format wants. */
  chooseExport(windowId: number, suggestedName: string, format: 'html' | 'csv'): Promise<string | null>;
  chooseMail(windowId: number, folders: boolean): Promise<readonly string[]>;
}

export interface Windows {
  openWizard(lab: OpenLab, mode: Mode): void;
  /** What a wizard window is over; null for any other window. */
  wizardContext(windowId: number): WizardContext | null;
  close(windowId: number): void;
}

/** All that the handlers reach: real in the app, partly the test's own in the Chromium host. */
export interface Shell {
  readonly info: CommandOutput<'app:info'>;
  readonly engine: Engine;
  readonly labs: LabShelf;
  readonly dialogs: Dialogs;
  readonly windows: Windows;
  exists(file: string): boolean;
  /** Opens a folder in the system's own window. */
  showFolder(folder: string): Promise<Result<Record<string, never>>>;
  /** What stands in the package about what others made. */
  licences(): Result<CommandOutput<'app:licences'>>;
  /** Shows a known address in the system's browser. */
  openLink(link: ExternalLink): Promise<Result<Record<string, never>>>;
  preferences(): Preferences;
  /** Takes changes in, lets them take effect on the windows, and answers the whole. */
  setPreferences(changes: CommandInput<'app:set-preferences'>): Preferences;
  /** News that come from the app itself. */
  tell: Publish;
}
