import { fail, ok, type Result } from '../result.ts';

/** What was asked of `mailmig`. The original's switches (TN aa998096, Q198957) and the lab's own options. */
export interface CommandLine {
  readonly help: boolean;
  /** `/M`: clone mode. */
  readonly clone: boolean;
  /** `/S`: no dialogs; errors only in the event log. */
  readonly silent: boolean;
  /** `/g:o`, undocumented: OLE objects are left behind (Q168550). */
  readonly ignoreOle: boolean;
  readonly controlFile: string | null;
  readonly account: string | null;
  /** Never print, store or log it. */
  readonly password: string | null;
  readonly domain: string | null;
  /** `/F`: values not documented. */
  readonly logging: string | null;
  readonly lab: string | null;
  readonly accounts: 'all' | readonly string[] | null;
  readonly source: 'EXCHANGE' | 'CCMAIL' | 'FILE' | null;
  /** Name of a post office (CCMAIL), and its path if it was given. */
  readonly postOffice: string | null;
  readonly postOfficePath: string | null;
  /** Extract Migration Files Only, into this directory of the migration server. */
  readonly extract: string | null;
  /** Packing list to import (FILE). */
  readonly files: string | null;
  readonly noMailboxes: boolean;
  readonly noMail: boolean;
  /** Bulletin boards too; alias of the owner of their public folders, and what all others may do in them. */
  readonly bulletinBoards: string | null;
  readonly folderAccess: 'None' | 'Author' | 'PubEditor' | null;
  readonly ntAccounts: 'RANDOM' | 'ALIAS' | 'NO' | null;
  readonly template: string | null;
  readonly answers: string | null;
  readonly cwd: string | null;
  readonly pace: 'full' | 'demo';
  readonly json: boolean;
  readonly ignoreGate: boolean;
  readonly resume: boolean;
  /** Keep a copy of the lab before the run. */
  readonly undo: boolean;
  readonly journal: boolean;
}

type Words = { -readonly [Key in keyof CommandLine]: CommandLine[Key] };
type Put = (words: Words, value: string) => string | null;
interface Switch {
  /** What its value is, or null for one without. */
  readonly value: string | null;
  /** Stores it; a text is what is wrong with the value. */
  readonly put: Put;
}

type Flag =
  | 'help'
  | 'clone'
  | 'silent'
  | 'json'
  | 'ignoreGate'
  | 'resume'
  | 'undo'
  | 'journal'
  | 'noMailboxes'
  | 'noMail';
type Text =
  | 'controlFile'
  | 'account'
  | 'password'
  | 'domain'
  | 'logging'
  | 'lab'
  | 'answers'
  | 'cwd'
  | 'postOffice'
  | 'postOfficePath'
  | 'extract'
  | 'files'
  | 'bulletinBoards'
  | 'template';

const flag = (key: Flag): Switch => ({
  value: null,
  put: (words) => {
    words[key] = true;
    return null;
  },
});
const valued = (key: Text, value: string): Switch => ({
  value,
  put: (words, given) => {
    words[key] = given;
    return null;
  },
});

const SWITCHES: Readonly<Record<string, Switch>> = {
  '?': flag('help'),
  h: flag('help'),
  help: flag('help'),
  m: flag('clone'),
  s: flag('silent'),
  c: valued('controlFile', 'a file'),
  a: valued('account', 'an account'),
  p: valued('password', 'a password'),
  d: valued('domain', 'a domain name'),
  f: valued('logging', 'a logging mode'),
  g: {
    value: 'o',
    put: (words, given) => {
      words.ignoreOle = true;
      return given.toLowerCase() === 'o' ? null : 'knows only /g:o';
    },
  },
};

const choose =
  <Key extends 'pace' | 'source' | 'folderAccess' | 'ntAccounts'>(
    key: Key,
    choices: readonly Words[Key][],
  ): Put =>
  (words, given) => {
    const choice = choices.find((candidate) => candidate?.toLowerCase() === given.toLowerCase());
    if (choice === undefined) return `takes ${choices.join(' or ')}, not "${given}"`;
    words[key] = choice;
    return null;
  };

function putAccounts(words: Words, given: string): string | null {
  const names = given.split(',').map((name) => name.trim());
  if (names.some((name) => name === ''))
    return `takes aliases with a comma between them, or all, not "${given}"`;
  words.accounts = given.toLowerCase() === 'all' ? 'all' : names;
  return null;
}

const OPTIONS: Readonly<Record<string, Switch>> = {
  lab: valued('lab', 'a file'),
  'post-office': valued('postOffice', 'the name of a post office'),
  'post-office-path': valued('postOfficePath', 'a directory'),
  extract: valued('extract', 'a directory of the migration server'),
  files: valued('files', 'a packing list'),
  'no-mailboxes': flag('noMailboxes'),
  'no-mail': flag('noMail'),
  'bulletin-boards': valued('bulletinBoards', 'the alias of an owner'),
  'folder-access': {
    value: 'an access',
    put: choose('folderAccess', ['None', 'Author', 'PubEditor']),
  },
  'nt-accounts': { value: 'RANDOM, ALIAS or NO', put: choose('ntAccounts', ['RANDOM', 'ALIAS', 'NO']) },
  template: valued('template', 'an alias'),
  answers: valued('answers', 'a file'),
  cwd: valued('cwd', 'a folder'),
  accounts: { value: 'aliases', put: putAccounts },
  source: { value: 'a type', put: choose('source', ['EXCHANGE', 'CCMAIL', 'FILE']) },
  pace: { value: 'full or demo', put: choose('pace', ['full', 'demo']) },
  json: flag('json'),
  'ignore-gate': flag('ignoreGate'),
  resume: flag('resume'),
  undo: flag('undo'),
  journal: flag('journal'),
  help: flag('help'),
  m: flag('clone'),
};

interface Found {
  readonly shown: string;
  readonly spec: Switch;
  /** The value that stood with it; null: none did. */
  readonly inline: string | null;
}

/** `--name`, `--name=value`, `/X`, `-X`, `/X:value`; null when the word is none of them. */
function recognize(word: string): Found | null {
  const long = /^--([a-z-]+)(?:=(.*))?$/is.exec(word);
  const short = long === null ? /^[/-]([a-z]+|\?)(?::(.*))?$/is.exec(word) : null;
  const [match, table] = long === null ? ([short, SWITCHES] as const) : ([long, OPTIONS] as const);
  const name = match?.[1]?.toLowerCase();
  if (match === null || name === undefined || !Object.hasOwn(table, name)) return null;
  const spec = table[name];
  if (spec === undefined) return null;
  const shown = long === null ? `/${name.length === 1 ? name.toUpperCase() : name}` : `--${name}`;
  return { shown, spec, inline: match[2] ?? null };
}

function bad<T>(message: string): Result<T> {
  return fail('bad-switch', message);
}

function start(): Words {
  return {
    help: false,
    clone: false,
    silent: false,
    ignoreOle: false,
    controlFile: null,
    account: null,
    password: null,
    domain: null,
    logging: null,
    lab: null,
    accounts: null,
    source: null,
    postOffice: null,
    postOfficePath: null,
    extract: null,
    files: null,
    noMailboxes: false,
    noMail: false,
    bulletinBoards: null,
    folderAccess: null,
    ntAccounts: null,
    template: null,
    answers: null,
    cwd: null,
    pace: 'full',
    json: false,
    ignoreGate: false,
    resume: false,
    undo: false,
    journal: false,
  };
}

/**
 * Parses the words after `mailmig`. Switches stand in any case, with `/` or `-`, their value after a colon (or as the
 * next word after an empty colon: Microsoft prints `/D: Domain name`). Failure code: bad-switch, one sentence.
 */
export function parseCommandLine(args: readonly string[]): Result<CommandLine> {
  const words = start();
  const seen = new Set<string>();
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    const found = recognize(word);
    if (found === null) {
      const secret = /^[/-]+p/i.test(word) ? `${word.slice(0, 2)}...` : word;
      return bad(`mailmig knows no switch "${secret}": see mailmig /?.`);
    }
    if (seen.has(found.shown) && found.shown !== '--cwd') {
      return bad(`The switch ${found.shown} was given twice: give it once.`);
    }
    seen.add(found.shown);
    if (found.spec.value === null) {
      if (found.inline !== null) return bad(`The switch ${found.shown} takes no value: leave it out.`);
      found.spec.put(words, '');
      continue;
    }
    const takesNext = found.shown.startsWith('--') ? found.inline === null : found.inline === '';
    if (takesNext) at += 1;
    const typed = (takesNext ? args[at] : found.inline) ?? '';
    // Quoted as one word, `/D: Domain name` leaves the space after the colon; only a password may begin with one.
    const value = found.shown === '/D' ? typed.trim() : typed;
    const isSwitch = found.shown.startsWith('--') ? value.startsWith('--') : recognize(value) !== null;
    if (value === '' || (takesNext && isSwitch)) {
      return bad(`The switch ${found.shown} needs ${found.spec.value}: see mailmig /?.`);
    }
    const wrong = found.spec.put(words, value);
    if (wrong !== null) return bad(`The switch ${found.shown} ${wrong}.`);
  }
  return ok(words);
}
