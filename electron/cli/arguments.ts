import { fail, ok, type Result } from '../../shared/result.ts';

/** What a verb understands besides its positional words. */
export interface ArgumentSpec {
  readonly positional: { readonly least: number; readonly most: number; readonly names: string };
  readonly flags?: readonly string[];
  readonly values?: readonly string[];
  /** Also `/x`, `-x` and `/x=value` for the names above, as old Windows tools have it. */
  readonly slashes?: boolean;
}

export interface Arguments {
  readonly positional: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: Readonly<Record<string, string>>;
}

interface Option {
  readonly name: string;
  readonly shown: string;
  readonly inline: string | null;
}

function asOption(word: string, slashes: boolean): Option | null {
  const long = /^--([a-z][a-z-]*)(?:=(.*))?$/s.exec(word);
  const short = long === null && slashes ? /^[/-]([a-z]+)(?:[=:](.*))?$/is.exec(word) : null;
  const found = long ?? short;
  const name = found?.[1]?.toLowerCase();
  if (!found || name === undefined) return null;
  return { name, shown: long === null ? `/${name}` : `--${name}`, inline: found[2] ?? null };
}

/**
 * Reads the words of one verb. `--` ends the options. Failure code: bad-arguments, one sentence naming the word.
 * @param verb for the sentences
 */
export function readArguments(verb: string, spec: ArgumentSpec, words: readonly string[]): Result<Arguments> {
  const bad = (message: string): Result<Arguments> => fail('bad-arguments', message);
  const flags = new Set<string>();
  const values: Record<string, string> = {};
  const positional: string[] = [];
  let ended = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const option = ended ? null : asOption(word, spec.slashes === true);
    const isFlag = option !== null && (spec.flags ?? []).includes(option.name);
    const isValue = option !== null && (spec.values ?? []).includes(option.name);
    if (word === '--' && !ended) ended = true;
    else if (option !== null && isFlag) {
      if (option.inline !== null) return bad(`The option ${option.shown} of lab ${verb} takes no value.`);
      flags.add(option.name);
    } else if (option !== null && isValue) {
      if (option.inline === null) at += 1;
      const value = option.inline ?? words[at];
      if (value === undefined || value === '' || (option.inline === null && value.startsWith('--')))
        return bad(`The option ${option.shown} of lab ${verb} needs a value.`);
      if (Object.hasOwn(values, option.name) && option.name !== 'cwd') {
        return bad(`The option ${option.shown} of lab ${verb} was given twice: give it once.`);
      }
      values[option.name] = value;
    } else if (!ended && word.startsWith('-') && word !== '-') {
      return bad(`lab ${verb} knows no option "${word}": see lab ${verb} --help.`);
    } else positional.push(word);
  }
  if (positional.length < spec.positional.least) {
    return bad(`lab ${verb} needs ${spec.positional.names}: see lab ${verb} --help.`);
  }
  const extra = positional[spec.positional.most];
  if (extra !== undefined)
    return bad(`lab ${verb} does not know what to do with "${extra}": it takes ${spec.positional.names}.`);
  return ok({ positional, flags, values });
}

/** A whole number of an option, or a sentence. Undefined: the option was not given. */
export function wholeNumber(
  given: Arguments,
  name: string,
  least: number,
  most: number,
): Result<number | undefined> {
  const word = given.values[name];
  if (word === undefined) return ok(undefined);
  const value = /^\d{1,16}$/.test(word) ? Number(word) : Number.NaN;
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    return fail('bad-arguments', `--${name} is a whole number from ${least} to ${most}, not "${word}".`);
  }
  return ok(value);
}

/** One of a few words of an option, compared without case. */
export function oneOf<const T extends string>(
  given: Arguments,
  name: string,
  choices: readonly T[],
): Result<T | undefined> {
  const word = given.values[name];
  if (word === undefined) return ok(undefined);
  const choice = choices.find((candidate) => candidate.toLowerCase() === word.toLowerCase());
  if (choice !== undefined) return ok(choice);
  return fail('bad-arguments', `--${name} is ${choices.join(' or ')}, not "${word}".`);
}

/** A value that has to be given. */
export function required(given: Arguments, verb: string, name: string): Result<string> {
  const word = given.values[name];
  if (word !== undefined) return ok(word);
  return fail('bad-arguments', `lab ${verb} needs --${name}: see lab ${verb} --help.`);
}
