import type { Failure } from '../../shared/result.ts';
import { isTextKey, text } from '../../shared/text/text.ts';
import { type ArgumentSpec, readArguments } from './arguments.ts';
import { type ExitCode, type Io, resolveFrom } from './io.ts';
import { jsonText } from './json-text.ts';
import type { Verb } from './verb.ts';
import { ACTING } from './verbs-act.ts';
import { OF_FILES } from './verbs-files.ts';
import { OF_THE_LIBRARY } from './verbs-library.ts';
import { LOOKING } from './verbs-look.ts';
import { MAKING } from './verbs-make.ts';
import { OF_POST_OFFICES } from './verbs-post-office.ts';
import { SERVING } from './verbs-server.ts';

export const VERBS: readonly Verb[] = [
  ...MAKING,
  ...LOOKING,
  ...ACTING,
  ...SERVING,
  ...OF_POST_OFFICES,
  ...OF_FILES,
  ...OF_THE_LIBRARY,
];

function about(verb: Verb): string {
  const key = `lab.verb.${verb.name}`;
  return isTextKey(key) ? text(key) : '';
}

function verbNames(): string {
  return VERBS.map((verb) => verb.name).join(', ');
}

function overview(): string {
  const verbs = VERBS.map((verb) => `  ${verb.usage}\n      ${about(verb)}`).join('\n');
  return `${text('lab.help', { verbs })}\n`;
}

function withCommon(spec: ArgumentSpec): ArgumentSpec {
  return {
    ...spec,
    flags: [...(spec.flags ?? []), 'json', 'help'],
    values: [...(spec.values ?? []), 'cwd'],
  };
}

function refuse(io: Io, failure: Failure): ExitCode {
  io.err(`${failure.message.replace(/\s*\n\s*/g, ' ')}\n`);
  return 2;
}

/** Options may stand before the verb: npm's script puts --cwd there. */
function splitVerb(words: readonly string[]): { name: string | undefined; rest: string[] } {
  const rest = [...words];
  let at = 0;
  while (rest[at] === '--cwd' || rest[at] === '--json') at += rest[at] === '--cwd' ? 2 : 1;
  const [name] = rest.splice(at, 1);
  return { name, rest };
}

/**
 * `lab VERB FILE ...`: one verb, then the end. Errors are one sentence on the error output, exit code 2; with --json
 * the standard output holds JSON alone.
 */
export async function labMain(words: readonly string[], io: Io): Promise<ExitCode> {
  const { name, rest } = splitVerb(words);
  if (name === undefined) {
    return refuse(io, { code: 'no-verb', message: `lab needs a verb: ${verbNames()}; see lab --help.` });
  }
  if (['help', '--help', '-h', '/?'].includes(name)) {
    io.out(overview());
    return 0;
  }
  const verb = VERBS.find((candidate) => candidate.name === name.toLowerCase());
  if (verb === undefined) {
    return refuse(io, {
      code: 'unknown-verb',
      message: `lab knows no verb "${name}": it knows ${verbNames()}.`,
    });
  }
  if (rest.includes('--help')) {
    io.out(`${text('lab.usage', { usage: verb.usage })}\n${about(verb)}\n`);
    return 0;
  }
  const given = readArguments(verb.name, withCommon(verb.takes), rest);
  if (!given.ok) return refuse(io, given.failure);
  const cwd = resolveFrom(io.cwd, given.value.values.cwd ?? '.');
  const done = await verb.run(given.value, (typed) => resolveFrom(cwd, typed));
  if (!done.ok) return refuse(io, done.failure);
  const asJson = given.value.flags.has('json');
  for (const piece of asJson ? jsonText(done.value.output) : done.value.human()) io.out(piece);
  if (asJson) io.out('\n');
  return done.value.exit;
}
