import {
  ENGINE_REQUESTS,
  type EngineAsk,
  type EngineInput,
  type EngineMessage,
  engineRequestSchema,
  isEngineAsk,
} from '../../shared/ipc/engine-messages.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { text } from '../../shared/text/text.ts';
import { forkLab, newLab } from './build/new-lab.ts';
import { badInput, LAB_HANDLERS, type OfOneLab } from './commands.ts';
import { createComparisons } from './comparisons.ts';
import { attach, control, resume, setPace, start } from './engine-runs.ts';
import { type Answer, guarded } from './guarded.ts';
import { changeMark, forgetRun, OpenLabs, type OpenLab } from './open-labs.ts';
import { compareLabs } from './report/compare.ts';
import type { Lab } from './store/lab.ts';
import { actOf } from './undo/before-act.ts';
import { withUndoOf } from './undo/take-undo.ts';

/** How often open labs are looked at for changes of others. */
const WATCH_MS = 400;

export interface Engine {
  /** Answers one request; every request gets exactly one reply. */
  receive(message: unknown): Promise<void>;
  /** Looks whether labs changed since somebody was told. */
  watch(): void;
  /** Cancels runs and closes all labs. */
  stop(): Promise<void>;
}

/** Commands that let go of the thread half-way, with their transaction open: a run cannot go on beside them. */
const ALONE: ReadonlySet<string> = new Set(['lab:import']);

/** The engine behind any port: a table from requests to the engine's functions, on labs that stay open. */
export function createEngine(post: (message: EngineMessage) => void): Engine {
  const labs = new OpenLabs();
  const comparisons = createComparisons(labs, post);

  /** One command after another on a lab. */
  const inTurn = (id: string, work: (entry: OpenLab) => Answer<unknown>): Promise<Result<unknown>> => {
    const found = labs.find(id);
    if (!found.ok) return Promise.resolve(found);
    const entry = found.value;
    const turn = entry.queue.then(() => guarded(() => work(entry)));
    entry.queue = turn.catch(() => undefined);
    return turn;
  };

  const onLab = (ask: string, input: { readonly lab: string }): Promise<Result<unknown>> => {
    // The request table's keys are the handler table's with 'lab:' before them; the input was checked against it.
    const command = ask.slice('lab:'.length) as OfOneLab;
    const handler = LAB_HANDLERS[command] as (lab: Lab, input: unknown) => Answer<unknown>;
    return inTurn(input.lab, (entry) => {
      if (ALONE.has(ask) && entry.running !== null) return fail('run-going', text('failure.run-going'));
      const act = actOf(command, input);
      const work = (): Answer<unknown> => handler(entry.lab, { ...input, file: entry.lab.path });
      // The run that was told of last may not have been, in the lab that one goes back to.
      if (command === 'undo' && 'to' in input && entry.running === null) forgetRun(entry);
      return act === null ? work() : withUndoOf(entry.lab, act, work);
    });
  };

  const compare = (input: EngineInput<'lab:compare'>): Promise<Result<unknown>> =>
    inTurn(input.lab, (entry) => {
      const other = labs.find(input.other);
      return other.ok ? compareLabs(entry.lab, other.value.lab) : other;
    });

  const answer = (ask: EngineAsk, given: unknown): Answer<unknown> => {
    const input = given as never;
    if (comparisons.answers(ask)) return comparisons.answer(ask, input);
    switch (ask) {
      case 'lab:open': {
        const { lab, file } = input as EngineInput<'lab:open'>;
        const opened = labs.open(lab, file);
        return opened.ok ? ok({}) : opened;
      }
      case 'lab:close':
        return close((input as EngineInput<'lab:close'>).lab).then(() => ok({}));
      case 'lab:new':
        return guarded(() => newLab(input));
      case 'lab:copy': {
        const { lab, to } = input as EngineInput<'lab:copy'>;
        return inTurn(lab, (entry) => forkLab(entry.lab, to));
      }
      case 'lab:compare':
        return compare(input);
      case 'run:start':
        return inTurn((input as EngineInput<'run:start'>).lab, (entry) => start(entry, input, post));
      case 'run:resume':
        return inTurn((input as EngineInput<'run:resume'>).lab, (entry) => resume(entry, input, post));
      case 'run:control': {
        const { lab, action } = input as EngineInput<'run:control'>;
        const found = labs.find(lab);
        return found.ok ? control(found.value, action, post) : found;
      }
      case 'run:pace': {
        const pace = input as EngineInput<'run:pace'>;
        const found = labs.find(pace.lab);
        return found.ok ? setPace(found.value, pace, post) : found;
      }
      case 'run:attach': {
        const found = labs.find((input as EngineInput<'run:attach'>).lab);
        return found.ok ? attach(found.value) : found;
      }
      case 'engine:stop':
        return stop().then(() => ok({}));
      default:
        return onLab(ask, input);
    }
  };

  const watch = (): void => {
    for (const entry of labs.all()) {
      // A run tells its own news, ten times a second; the lab's change is told once it has ended.
      if (entry.running !== null) continue;
      const mark = changeMark(entry.lab);
      if (mark === entry.mark) continue;
      entry.mark = mark;
      post({ kind: 'lab-changed', lab: entry.id });
    }
  };

  const close = async (lab: string): Promise<void> => {
    await comparisons.stop(lab);
    await labs.close(lab);
  };

  const stop = async (): Promise<void> => {
    await comparisons.stop(null);
    await Promise.all(labs.all().map((entry) => labs.close(entry.id)));
  };

  const reply = async (ask: string, input: unknown): Promise<Result<unknown>> => {
    if (!isEngineAsk(ask)) return fail('unknown-ask', text('failure.unknown-ask', { ask }));
    const parsed = ENGINE_REQUESTS[ask].input.safeParse(input);
    if (!parsed.success) return badInput(parsed.error.issues);
    try {
      return await guarded(() => answer(ask, parsed.data));
    } catch (bug) {
      post({
        kind: 'log',
        level: 'bug',
        text: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug),
      });
      return fail('internal', text('failure.internal', { what: String(bug) }));
    }
  };

  return {
    receive: async (message) => {
      const request = engineRequestSchema.safeParse(message);
      if (!request.success) {
        post({ kind: 'log', level: 'bug', text: `a message that is no request: ${request.error.message}` });
        return;
      }
      const { seq, ask, input } = request.data;
      post({ kind: 'reply', seq, result: await reply(ask, input) } as EngineMessage);
    },
    watch,
    stop,
  };
}

/** Looks at the open labs again and again; the answer ends it. */
export function keepWatching(engine: Engine): () => void {
  const timer = setInterval(() => {
    try {
      engine.watch();
    } catch {
      // A lab whose file is out of reach for a moment is looked at again next time.
    }
  }, WATCH_MS);
  timer.unref();
  return () => clearInterval(timer);
}
