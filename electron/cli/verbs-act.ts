import type { LabInput } from '../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { undoWhat } from '../../shared/text/undo-text.ts';
import { type Arguments, oneOf, required, wholeNumber } from './arguments.ts';
import { printOutlook } from './print.ts';
import { facts, table, when } from './table.ts';
import { fileOf, ofFile, type PathOf, verb } from './verb.ts';

const fix = verb('fix', {
  usage: 'fix FILE --install ID',
  takes: ofFile({ values: ['install'] }),
  read: (given, path) => {
    const install = required(given, 'fix', 'install');
    return install.ok ? ok({ file: fileOf(given, path), install: install.value }) : install;
  },
  print: (done) =>
    `${done.installed} is installed.\n${table(
      ['File', 'Version'],
      done.files.map((file) => [file.path, file.version]),
    )}`,
});

const LETTERS = ['f', 'a', 'o', 'n', 'r', 's', 'q', 'v'] as const;

const exprofre = verb('exprofre', {
  usage: 'exprofre FILE --user ALIAS|all --targetgc GC [/f /a /o /n /r /s /q /v]',
  takes: ofFile({ values: ['user', 'targetgc'], flags: LETTERS, slashes: true }),
  read: (given, path) => {
    const user = required(given, 'exprofre', 'user');
    if (!user.ok) return user;
    const targetgc = required(given, 'exprofre', 'targetgc');
    if (!targetgc.ok) return targetgc;
    const letters = LETTERS.filter((letter) => given.flags.has(letter)).map((letter) => [letter, true]);
    return ok({
      file: fileOf(given, path),
      user: user.value,
      targetgc: targetgc.value,
      ...(Object.fromEntries(letters) as Partial<Record<(typeof LETTERS)[number], true>>),
    });
  },
  print: (done) =>
    done.profiles
      .map(
        (profile) =>
          `${facts([
            ['Profile of', profile.user],
            ['Re-pointed', profile.changed ? 'yes' : 'no'],
            ['.ost', profile.ost],
            ['Offline address book', profile.oab],
            ['Favorites', profile.favourites],
            ['Nicknames', profile.nicknames],
          ])}${profile.log.map((line) => `  ${line}\n`).join('')}`,
      )
      .join('\n'),
});

const outlook = verb('outlook', {
  usage: 'outlook FILE --user ALIAS [--compose N] [--sync]',
  takes: ofFile({ values: ['user', 'compose'], flags: ['sync'] }),
  read: (given, path) => {
    const user = required(given, 'outlook', 'user');
    if (!user.ok) return user;
    const compose = wholeNumber(given, 'compose', 1, 10_000);
    if (!compose.ok) return compose;
    return ok({
      file: fileOf(given, path),
      user: user.value,
      ...(compose.value === undefined ? {} : { compose: compose.value }),
      ...(given.flags.has('sync') ? { sync: true } : {}),
    });
  },
  print: printOutlook,
});

function readAct(name: 'deliver' | 'logon', given: Arguments, path: PathOf): Result<LabInput<'deliver'>> {
  const mailbox = required(given, name, 'mailbox');
  if (!mailbox.ok) return mailbox;
  const at = oneOf(given, 'at', ['before-stage-2']);
  if (!at.ok) return at;
  return ok({
    file: fileOf(given, path),
    mailbox: mailbox.value,
    ...(at.value === undefined ? {} : { at: at.value }),
  });
}

const printAct = (done: { readonly at: string; readonly initialized: boolean }): string =>
  facts([
    ['When', done.at],
    ['The mailbox is initialized', done.initialized ? 'yes' : 'no'],
  ]);

const deliver = verb('deliver', {
  usage: 'deliver FILE --mailbox ALIAS [--at before-stage-2]',
  takes: ofFile({ values: ['mailbox', 'at'] }),
  read: (given, path) => readAct('deliver', given, path),
  print: printAct,
});

const logon = verb('logon', {
  usage: 'logon FILE --mailbox ALIAS [--at before-stage-2]',
  takes: ofFile({ values: ['mailbox', 'at'] }),
  read: (given, path) => readAct('logon', given, path),
  print: printAct,
});

const server = verb('server', {
  usage: 'server FILE --set pageheap=on|off',
  takes: ofFile({ values: ['set'] }),
  read: (given, path) => {
    const set = required(given, 'server', 'set');
    return set.ok ? ok({ file: fileOf(given, path), set: set.value }) : set;
  },
  print: (done) => facts(Object.entries(done.settings)),
});

const purge = verb('purge', {
  usage: 'purge FILE --mailbox ALIAS',
  takes: ofFile({ values: ['mailbox'] }),
  read: (given, path) => {
    const mailbox = required(given, 'purge', 'mailbox');
    return mailbox.ok ? ok({ file: fileOf(given, path), mailbox: mailbox.value }) : mailbox;
  },
  print: (done) =>
    `${done.deleted.map((name) => `Deleted: ${name}\n`).join('')}Replicated by ${when(done.replicated)}.\n`,
});

const undo = verb('undo', {
  usage: 'undo FILE [--list | --to N | --clear]',
  takes: ofFile({ flags: ['list', 'clear'], values: ['to'] }),
  read: (given, path) => {
    const to = wholeNumber(given, 'to', 1, Number.MAX_SAFE_INTEGER);
    if (!to.ok) return to;
    const file = fileOf(given, path);
    const wishes = [given.flags.has('list'), given.flags.has('clear'), to.value !== undefined];
    if (wishes.filter((wish) => wish).length > 1)
      return fail('bad-arguments', 'lab undo takes one of --list, --to and --clear at a time.');
    if (given.flags.has('clear')) return ok({ file, clear: true });
    return ok(given.flags.has('list') ? { file } : { file, to: to.value ?? 'last' });
  },
  print: (done) => {
    const kept = table(
      ['No.', 'Taken', 'Before', 'Bytes'],
      done.copies.map((copy) => [copy.number, when(copy.at), undoWhat(copy), copy.bytes]),
    );
    return done.wentTo === null ? kept : `The lab stands again as copy ${done.wentTo} kept it.\n${kept}`;
  },
});

/** Verbs that change a lab. */
export const ACTING = [fix, exprofre, outlook, deliver, logon, server, purge, undo] as const;
