import { ok } from '../../shared/result.ts';
import { text } from '../../shared/text/text.ts';
import { required, wholeNumber } from './arguments.ts';
import { facts, table } from './table.ts';
import { fileOf, ofFile, verb } from './verb.ts';

const newLab = verb('new', {
  usage: 'new FILE [--scenario ID] [--seed N] [--mailboxes N] [--items N]',
  takes: ofFile({ values: ['scenario', 'seed', 'mailboxes', 'items'] }),
  read: (given, path) => {
    const seed = wholeNumber(given, 'seed', 0, Number.MAX_SAFE_INTEGER);
    if (!seed.ok) return seed;
    const mailboxes = wholeNumber(given, 'mailboxes', 1, 50_000);
    if (!mailboxes.ok) return mailboxes;
    const items = wholeNumber(given, 'items', 0, 50_000_000);
    if (!items.ok) return items;
    const { scenario } = given.values;
    return ok({
      file: fileOf(given, path),
      ...(scenario === undefined ? {} : { scenario }),
      ...(seed.value === undefined ? {} : { seed: seed.value }),
      ...(mailboxes.value === undefined ? {} : { mailboxes: mailboxes.value }),
      ...(items.value === undefined ? {} : { items: items.value }),
    });
  },
  print: (made) =>
    facts([
      ['Lab', made.file],
      ['Scenario', made.scenario ?? 'generated'],
      ['Seed', String(made.seed)],
      ['Mailboxes', made.mailboxes],
      ['Items', made.items],
      ['Digest', made.digest],
    ]),
});

const copy = verb('copy', {
  usage: 'copy FILE NEW',
  takes: { positional: { least: 2, most: 2, names: 'the FILE of a lab and the NEW file' } },
  read: (given, path) => ok({ file: fileOf(given, path), to: fileOf(given, path, 1) }),
  print: (made) =>
    facts([
      ['Fork', made.file],
      ['Digest', made.digest],
    ]),
});

const importMail = verb('import', {
  usage: 'import FILE --mailbox ALIAS PATH... | import FILE --post-office PO --user KEY PATH...',
  takes: {
    positional: { least: 2, most: 10_000, names: 'the FILE of a lab and the PATH of mail' },
    values: ['mailbox', 'post-office', 'user'],
  },
  read: (given, path) => {
    const { mailbox, user, 'post-office': postOffice } = given.values;
    const paths = given.positional.slice(1).map(path);
    const file = fileOf(given, path);
    if (postOffice !== undefined || user !== undefined)
      return ok({
        file,
        paths,
        ...(mailbox === undefined ? {} : { mailbox }),
        ...(postOffice === undefined ? {} : { postOffice }),
        ...(user === undefined ? {} : { user }),
      });
    const alias = required(given, 'import', 'mailbox');
    return alias.ok ? ok({ file, mailbox: alias.value, paths }) : alias;
  },
  print: (done) => {
    const counts = `${done.items} items in ${done.folders} folders went into the mailbox of ${done.mailbox}.\n`;
    if (done.skipped.length === 0) return counts;
    const skipped = table(
      ['Could not be read', 'Reason'],
      done.skipped.map((entry) => [entry.path, entry.reason]),
    );
    return `${counts}\n${skipped}`;
  },
  exit: (done) => (done.skipped.length > 0 ? 1 : 0),
});

const twin = verb('twin', {
  usage: 'twin FILE [--no-clients]',
  takes: ofFile({ flags: ['no-clients'] }),
  read: (given, path) => ok({ file: fileOf(given, path), clients: !given.flags.has('no-clients') }),
  print: (both) => {
    const sides = [both.default, both.clone];
    const rows = sides.map((side) => [
      side.file,
      side.state,
      side.exit,
      side.installed.length === 0 ? 'nothing' : side.installed.join(', '),
      side.synchronized,
      side.profiles,
    ]);
    const failed = sides.flatMap((side) => side.failed.map((one) => `${one.alias}: ${one.message}\n`));
    const head = ['Fork', 'Run', 'Exit', 'Installed for it', 'Synchronized', 'Profiles'];
    const before = both.migratedBefore ? `${text('comparison.twin.migrated')}\n` : '';
    return `${table(head, rows)}${before}${failed.join('')}`;
  },
  exit: (both) => (both.default.exit === 2 || both.clone.exit === 2 ? 1 : 0),
});

/** Verbs that make labs or fill them. */
export const MAKING = [newLab, copy, importMail, twin] as const;
