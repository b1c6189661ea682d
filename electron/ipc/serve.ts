import {
  COMMANDS,
  type Command,
  type CommandInput,
  type CommandOutput,
} from '../../shared/ipc/app-commands.ts';
import { type Result, fail } from '../../shared/result.ts';
import type { Sender } from './shell.ts';

/** One handler for every command of the contract; a missing one does not compile. */
export type Handlers = {
  readonly [C in Command]: (
    input: CommandInput<C>,
    sender: Sender,
  ) => Promise<Result<CommandOutput<C>>> | Result<CommandOutput<C>>;
};

/** Whether a page of this origin asks, in its own top frame. */
export function isTrusted(sender: Sender, origin: string): boolean {
  return sender.isTopFrame && sender.url.startsWith(`${origin}/`);
}

function isCommand(name: unknown): name is Command {
  return typeof name === 'string' && Object.hasOwn(COMMANDS, name);
}

export interface ServeOptions {
  readonly handlers: Handlers;
  /** Where our pages come from, without the closing slash. */
  readonly origin: string;
  /** For bugs alone: expected failures are answers. */
  logBug(text: string): void;
}

/**
 * The border between a page and the app: checks who asks, what is asked and its input, runs the handler, and answers a
 * Result in every case. Failures: `untrusted-sender`, `unknown-command`, `bad-input`, `internal` (a bug; logged with
 * its stack, which never reaches the page), or the handler's own.
 */
export async function answer(
  { handlers, origin, logBug }: ServeOptions,
  sender: Sender,
  name: unknown,
  input: unknown,
): Promise<Result<unknown>> {
  if (!isTrusted(sender, origin)) return fail('untrusted-sender', 'This page may not ask the app anything.');
  if (!isCommand(name)) return fail('unknown-command', `The app knows no command "${String(name)}".`);
  const parsed = COMMANDS[name].input.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.path.join('.') || 'the input';
    return fail(
      'bad-input',
      `The input of ${name} is not right at ${place}: ${issue?.message ?? 'unknown'}.`,
    );
  }
  try {
    // The schema of this very command has just been checked.
    const handler = handlers[name] as (input: unknown, sender: Sender) => Promise<Result<unknown>>;
    return await handler(parsed.data, sender);
  } catch (error) {
    logBug(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return fail('internal', `${name} failed by a fault of this app; its log says more.`);
  }
}
