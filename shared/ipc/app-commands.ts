import { z } from 'zod';
import { COMPARISON_APP_COMMANDS, COMPARISON_COMMANDS, twinEnded } from './comparison-commands.ts';
import { twinNews } from './comparison-shapes.ts';
import { externalLink } from './external-links.ts';
import { LAB_COMMANDS } from './lab-commands.ts';
import { PAGE_BROWSE_COMMANDS } from './page-browse-commands.ts';
import { PAGE_FOREIGN_COMMANDS } from './page-foreign-commands.ts';
import {
  chosenFile,
  fileToken,
  labId,
  labsShape,
  openLabShape,
  preferencesShape,
  restMs,
  runStateShape,
  wizardContextShape,
  wizardMovedShape,
} from './page-shapes.ts';
import { type DeepReadonly, mode, runNewsSchema, anyPlanSchema, runReport } from './shapes.ts';

/*
 * What a page can ask (`ask`) and is told (`on`). Two tables: the app's own commands, answered by the main process,
 * and the lab commands, forwarded to the engine, with the id of an open lab in place of the file. Every type is
 * derived from here; a command without a handler, or a handler without a command, does not compile.
 */

const nothing = z.object({});
const inLab = z.object({ lab: labId });
const file = { file: true } as const;
const lab = { lab: labId };

/** Commands that the main process answers itself. */
export const APP_COMMANDS = {
  'app:info': {
    input: nothing,
    output: z.object({
      name: z.string(),
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      node: z.string(),
      /** True for a build or a run with the stand-in runtime, which is for tests and never published. */
      standIn: z.boolean(),
    }),
  },
  /** What others made of it, with their licences. */
  'app:licences': {
    input: nothing,
    output: z.array(
      z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
    ),
  },
  /** The labs open now, those opened lately, and whether one is being prepared. Told again as news `labs`. */
  'labs:list': { input: nothing, output: labsShape },
  /** The system's open dialog; null when it was cancelled. */
  'labs:choose-open': { input: nothing, output: chosenFile.nullable() },
  /** The system's save dialog for a new lab; null when it was cancelled. */
  'labs:choose-new': {
    input: z.object({ suggested: z.string().max(200).optional() }),
    output: chosenFile.nullable(),
  },
  /** Chooses mail to import: files (.pst, .ost, .mbox, .eml), or folders of them. Empty when cancelled. */
  'labs:choose-mail': { input: z.object({ folders: z.boolean() }), output: z.array(chosenFile) },
  'labs:open': { input: z.object({ token: fileToken }), output: openLabShape },
  /** Builds a lab where `labs:choose-new` said, and opens it. Without numbers: the default scenario. */
  'labs:create': {
    input: z.object({
      token: fileToken,
      scenario: z.string().optional(),
      seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
      mailboxes: z.number().int().min(1).max(50_000).optional(),
      items: z.number().int().min(0).max(50_000_000).optional(),
    }),
    output: openLabShape.extend({ digest: z.string(), mailboxes: z.number(), items: z.number() }),
  },
  /** Forks a lab into a new file beside it, under the next free name, and opens the fork. */
  'labs:copy': { input: inLab, output: openLabShape },
  'labs:close': { input: inLab, output: nothing },
  /** Shows the folder of a lab's real files, its migration files, in the system's own window. */
  'labs:show-files': { input: inLab, output: nothing },
  /** Opens the wizard's window over a lab. */
  'wizard:open': { input: inLab.extend({ mode }), output: nothing },
  /** What the asking wizard window is over; fails with `no-context` in any other window. */
  'wizard:context': { input: nothing, output: wizardContextShape },
  /** A wizard's window tells what was pressed in it and which page it shows, for those who follow it. */
  'wizard:moved': { input: wizardMovedShape.omit({ lab: true, mode: true }), output: nothing },
  /** What one has set for the app as a whole, kept over sessions. Told again as news `preferences`. */
  'app:preferences': { input: nothing, output: preferencesShape },
  'app:set-preferences': { input: preferencesShape.partial(), output: preferencesShape },
  /** Shows one of the known addresses in the system's browser. */
  'app:open-link': { input: z.object({ link: externalLink }), output: nothing },
  /** Closes the asking window. */
  'window:close': { input: nothing, output: nothing },
  /**
   * Starts a run in the engine. A refusal by the gate is an answer with `state: 'refused'`, not a failure; then
   * `report` says why, and otherwise the news `run` and `run-ended` tell the rest.
   */
  'run:start': {
    input: inLab.extend({ plan: anyPlanSchema, ignoreGate: z.boolean(), pace: z.enum(['full', 'demo']) }),
    output: z.object({
      run: z.number(),
      state: z.enum(['running', 'refused']),
      report: runReport.nullable(),
    }),
  },
  /** Goes on with the lab's last interrupted run (the lab's own safety, not the original's). */
  'run:resume': {
    input: inLab.extend({ pace: z.enum(['full', 'demo']) }),
    output: z.object({ run: z.number(), state: z.enum(['running']), report: z.null() }),
  },
  /** Takes effect at the next batch; the answer only says that it was handed over. */
  'run:control': {
    input: inLab.extend({ action: z.enum(['cancel', 'pause', 'continue', 'step']) }),
    output: nothing,
  },
  /** Rest after each batch, now and in the runs to come; 0 is full speed. What a run writes does not depend on it. */
  'run:pace': { input: inLab.extend({ restMs }), output: nothing },
  /** Where a run on this lab stands, for a window that opened or reloaded after it began. */
  'run:attach': { input: inLab, output: runStateShape },
  ...COMPARISON_APP_COMMANDS,
} as const;

/** Lab commands as pages ask them; `file` becomes the id of an open lab, paths become tokens. */
export const PAGE_LAB_COMMANDS = {
  'lab:show': { input: LAB_COMMANDS.show.input.omit(file).extend(lab), output: LAB_COMMANDS.show.output },
  'lab:ids': { input: LAB_COMMANDS.ids.input.omit(file).extend(lab), output: LAB_COMMANDS.ids.output },
  'lab:gate': { input: LAB_COMMANDS.gate.input.omit(file).extend(lab), output: LAB_COMMANDS.gate.output },
  'lab:fix': { input: LAB_COMMANDS.fix.input.omit(file).extend(lab), output: LAB_COMMANDS.fix.output },
  'lab:exprofre': {
    input: LAB_COMMANDS.exprofre.input.omit(file).extend(lab),
    output: LAB_COMMANDS.exprofre.output,
  },
  'lab:outlook': {
    input: LAB_COMMANDS.outlook.input.omit(file).extend(lab),
    output: LAB_COMMANDS.outlook.output,
  },
  'lab:fate': { input: LAB_COMMANDS.fate.input.omit(file).extend(lab), output: LAB_COMMANDS.fate.output },
  'lab:events': {
    input: LAB_COMMANDS.events.input.omit(file).extend(lab),
    output: LAB_COMMANDS.events.output,
  },
  'lab:runs': { input: LAB_COMMANDS.runs.input.omit(file).extend(lab), output: LAB_COMMANDS.runs.output },
  'lab:compare': {
    input: z.object({ lab: labId, other: labId }),
    output: LAB_COMMANDS.compare.output,
  },
  'lab:import': {
    input: LAB_COMMANDS.import.input
      .omit({ file: true, paths: true })
      .extend({ lab: labId, tokens: z.array(fileToken).min(1) }),
    output: LAB_COMMANDS.import.output,
  },
  'lab:deliver': {
    input: LAB_COMMANDS.deliver.input.omit(file).extend(lab),
    output: LAB_COMMANDS.deliver.output,
  },
  'lab:logon': { input: LAB_COMMANDS.logon.input.omit(file).extend(lab), output: LAB_COMMANDS.logon.output },
  'lab:server': {
    input: LAB_COMMANDS.server.input.omit(file).extend(lab),
    output: LAB_COMMANDS.server.output,
  },
  'lab:purge': { input: LAB_COMMANDS.purge.input.omit(file).extend(lab), output: LAB_COMMANDS.purge.output },
  'lab:check': { input: LAB_COMMANDS.check.input.omit(file).extend(lab), output: LAB_COMMANDS.check.output },
  'lab:organizations': {
    input: LAB_COMMANDS.organizations.input.omit(file).extend(lab),
    output: LAB_COMMANDS.organizations.output,
  },
  /** The password goes to the engine's process and no further. */
  'lab:postOfficeLogon': {
    input: LAB_COMMANDS.postOfficeLogon.input.omit(file).extend(lab),
    output: LAB_COMMANDS.postOfficeLogon.output,
  },
  'lab:filesSet': {
    input: LAB_COMMANDS.filesSet.input.omit(file).extend(lab),
    output: LAB_COMMANDS.filesSet.output,
  },
  'lab:accounts': {
    input: LAB_COMMANDS.accounts.input.omit(file).extend(lab),
    output: LAB_COMMANDS.accounts.output,
  },
  'lab:matches': {
    input: LAB_COMMANDS.matches.input.omit(file).extend(lab),
    output: LAB_COMMANDS.matches.output,
  },
  'lab:journal': {
    input: LAB_COMMANDS.journal.input.omit(file).extend(lab),
    output: LAB_COMMANDS.journal.output,
  },
  'lab:acts': { input: LAB_COMMANDS.acts.input.omit(file).extend(lab), output: LAB_COMMANDS.acts.output },
  'lab:undo': { input: LAB_COMMANDS.undo.input.omit(file).extend(lab), output: LAB_COMMANDS.undo.output },
  'lab:predict': {
    input: LAB_COMMANDS.predict.input.omit(file).extend(lab),
    output: LAB_COMMANDS.predict.output,
  },
  'lab:file': { input: LAB_COMMANDS.file.input.omit(file).extend(lab), output: LAB_COMMANDS.file.output },
  'lab:drive': { input: LAB_COMMANDS.drive.input.omit(file).extend(lab), output: LAB_COMMANDS.drive.output },
  'lab:service': {
    input: LAB_COMMANDS.service.input.omit(file).extend(lab),
    output: LAB_COMMANDS.service.output,
  },
  'lab:connector': {
    input: LAB_COMMANDS.connector.input.omit(file).extend(lab),
    output: LAB_COMMANDS.connector.output,
  },
  'lab:articles': {
    input: LAB_COMMANDS.articles.input.omit(file).extend(lab),
    output: LAB_COMMANDS.articles.output,
  },
  'lab:article': {
    input: LAB_COMMANDS.article.input.omit(file).extend(lab),
    output: LAB_COMMANDS.article.output,
  },
  'lab:postoffice': {
    input: LAB_COMMANDS.postoffice.input.omit(file).extend(lab),
    output: LAB_COMMANDS.postoffice.output,
  },
  ...PAGE_BROWSE_COMMANDS,
  ...PAGE_FOREIGN_COMMANDS,
  ...COMPARISON_COMMANDS,
} as const;

/** What pages are told: snapshots, at most ten a second each, the last one always delivered. */
export const NEWS = {
  labs: labsShape,
  /** A lab that was opened from outside, by its file, is to be shown. */
  'lab-handed-over': z.object({ lab: labId }),
  /** Somebody (another window, a run, another process) changed an open lab. */
  'lab-changed': z.object({ lab: labId }),
  run: z.object({ lab: labId, paused: z.boolean(), restMs, news: runNewsSchema }),
  /** `failure`: the disk or the lab's file failed; the run is interrupted and can be continued. */
  'run-ended': z.object({
    lab: labId,
    report: runReport,
    failure: z.object({ code: z.string(), message: z.string() }).optional(),
  }),
  /** How far a twin run of a lab is. */
  twin: z.object({ lab: labId, news: twinNews }),
  'twin-ended': twinEnded,
  preferences: preferencesShape,
  /** Something was pressed in a wizard's window, or it came to another page. */
  'wizard-moved': wizardMovedShape,
  /** The engine process ended and was started again; a run it held is interrupted and can be resumed. */
  'engine-restarted': z.object({ reason: z.string() }),
} as const;

export const COMMANDS = { ...APP_COMMANDS, ...PAGE_LAB_COMMANDS } as const;

export type AppCommand = keyof typeof APP_COMMANDS;
export type PageLabCommand = keyof typeof PAGE_LAB_COMMANDS;
export type Command = keyof typeof COMMANDS;
export type CommandInput<C extends Command> = DeepReadonly<z.infer<(typeof COMMANDS)[C]['input']>>;
export type CommandOutput<C extends Command> = DeepReadonly<z.infer<(typeof COMMANDS)[C]['output']>>;
export type Channel = keyof typeof NEWS;
export type News<C extends Channel> = DeepReadonly<z.infer<(typeof NEWS)[C]>>;

export type OpenLab = DeepReadonly<z.infer<typeof openLabShape>>;
export type ChosenFile = DeepReadonly<z.infer<typeof chosenFile>>;
export type Labs = DeepReadonly<z.infer<typeof labsShape>>;
export type RunStanding = DeepReadonly<z.infer<typeof runStateShape>>;
export type Preferences = DeepReadonly<z.infer<typeof preferencesShape>>;
export type WizardMoved = DeepReadonly<z.infer<typeof wizardMovedShape>>;
export type WizardContext = DeepReadonly<z.infer<typeof wizardContextShape>>;
