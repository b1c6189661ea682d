import type { LabCommand, LabInput, LabOutput } from '../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../shared/result.ts';
import { runCommand } from '../engine/commands.ts';
import type { Arguments, ArgumentSpec } from './arguments.ts';
import type { ExitCode } from './io.ts';

/** Turns a name that was typed into a path. */
export type PathOf = (typed: string) => string;

interface VerbSpec<C extends LabCommand> {
  /** Words after `lab`. */
  readonly usage: string;
  readonly takes: ArgumentSpec;
  readonly read: (given: Arguments, path: PathOf) => Result<LabInput<C>>;
  /** The outcome for people. */
  readonly print: (output: LabOutput<C>) => string | Iterable<string>;
  readonly exit?: (output: LabOutput<C>) => ExitCode;
}

export interface VerbDone {
  readonly output: object;
  /** The outcome for people, laid out when somebody wants it, in pieces. */
  readonly human: () => Iterable<string>;
  readonly exit: ExitCode;
}

/** One verb of the command line. */
export interface Verb {
  readonly name: LabCommand;
  readonly usage: string;
  readonly takes: ArgumentSpec;
  run(given: Arguments, path: PathOf): Promise<Result<VerbDone>>;
}

/** Binds a verb to its command: the same input and output that the windows use. */
export function verb<C extends LabCommand>(name: C, spec: VerbSpec<C>): Verb {
  return {
    name,
    usage: spec.usage,
    takes: spec.takes,
    run: async (given, path) => {
      const input = spec.read(given, path);
      if (!input.ok) return input;
      const done = await runCommand(name, input.value);
      if (!done.ok) return done;
      const output = done.value;
      const human = (): Iterable<string> => {
        const printed = spec.print(output);
        return typeof printed === 'string' ? [printed] : printed;
      };
      return ok({ output, human, exit: spec.exit?.(output) ?? 0 });
    },
  };
}

/** What most verbs take: the lab's file alone, and options. */
export function ofFile(options: Pick<ArgumentSpec, 'flags' | 'values' | 'slashes'> = {}): ArgumentSpec {
  return { positional: { least: 1, most: 1, names: 'the FILE of a lab' }, ...options };
}

export function fileOf(given: Arguments, path: PathOf, at = 0): string {
  return path(given.positional[at] ?? '');
}
