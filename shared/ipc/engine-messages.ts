import { z } from 'zod';
import { APP_COMMANDS, PAGE_LAB_COMMANDS } from './app-commands.ts';
import { COMPARISON_ENGINE_REQUESTS } from './comparison-commands.ts';
import { twinNews } from './comparison-shapes.ts';
import { LAB_COMMANDS } from './lab-commands.ts';
import { labId, restMs, runStateShape } from './page-shapes.ts';
import { type DeepReadonly, file, runNewsSchema, runReport } from './shapes.ts';

/*
 * What the main process and the engine's process say to each other. The engine first says `ready`; then every request
 * gets exactly one reply with its `seq`, news come in between. Labs are named by the ids the main process gave them.
 */

const nothing = z.object({});

/** The lab verbs as the engine takes them: an open lab's id instead of a file, but real paths (not tokens). */
const LAB_REQUESTS = {
  ...PAGE_LAB_COMMANDS,
  'lab:import': {
    input: LAB_COMMANDS.import.input.omit({ file: true }).extend({ lab: labId }),
    output: LAB_COMMANDS.import.output,
  },
  /** Builds a lab file; it is not open afterwards. */
  'lab:new': LAB_COMMANDS.new,
  'lab:copy': {
    input: LAB_COMMANDS.copy.input.omit({ file: true }).extend({ lab: labId }),
    output: LAB_COMMANDS.copy.output,
  },
} as const;

export const ENGINE_REQUESTS = {
  ...LAB_REQUESTS,
  ...COMPARISON_ENGINE_REQUESTS,
  /** Opens a lab file under an id; opening the same id twice fails with `lab-open`. */
  'lab:open': { input: z.object({ lab: labId, file }), output: nothing },
  /** Closes it; a run that goes on in it is cancelled first. An id that is not open is no failure. */
  'lab:close': { input: z.object({ lab: labId }), output: nothing },
  'run:start': APP_COMMANDS['run:start'],
  'run:resume': APP_COMMANDS['run:resume'],
  'run:control': APP_COMMANDS['run:control'],
  'run:pace': APP_COMMANDS['run:pace'],
  'run:attach': { input: z.object({ lab: labId }), output: runStateShape },
  /** Cancels runs, closes every lab; the process ends after the reply. */
  'engine:stop': { input: nothing, output: nothing },
} as const;

export type EngineAsk = keyof typeof ENGINE_REQUESTS;
export type EngineInput<A extends EngineAsk> = DeepReadonly<z.infer<(typeof ENGINE_REQUESTS)[A]['input']>>;
export type EngineOutput<A extends EngineAsk> = DeepReadonly<z.infer<(typeof ENGINE_REQUESTS)[A]['output']>>;

export function isEngineAsk(name: string): name is EngineAsk {
  return Object.hasOwn(ENGINE_REQUESTS, name);
}

export const engineRequestSchema = z.object({
  seq: z.number().int().min(0),
  ask: z.string(),
  input: z.unknown(),
});
export type EngineRequest = z.infer<typeof engineRequestSchema>;

const failureSchema = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});

export const engineMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({
    kind: z.literal('reply'),
    seq: z.number().int(),
    result: z.union([
      z.object({ ok: z.literal(true), value: z.unknown() }),
      z.object({ ok: z.literal(false), failure: failureSchema }),
    ]),
  }),
  z.object({ kind: z.literal('run'), lab: labId, paused: z.boolean(), restMs, news: runNewsSchema }),
  /** `failure`: the disk or the lab's file failed, and the run is interrupted; it can be continued. */
  z.object({
    kind: z.literal('run-ended'),
    lab: labId,
    report: runReport,
    failure: failureSchema.optional(),
  }),
  /** How far a twin run of a lab is; its end is the reply to `twin:start`. */
  z.object({ kind: z.literal('twin'), lab: labId, news: twinNews }),
  /** Somebody changed an open lab: this process or another one. */
  z.object({ kind: z.literal('lab-changed'), lab: labId }),
  /** For the app's log; `bug` carries a stack. */
  z.object({ kind: z.literal('log'), level: z.enum(['info', 'bug']), text: z.string() }),
]);
export type EngineMessage = DeepReadonly<z.infer<typeof engineMessageSchema>>;
