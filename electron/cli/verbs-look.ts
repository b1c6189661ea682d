import { fail, ok } from '../../shared/result.ts';
import { oneOf, required, wholeNumber } from './arguments.ts';
import { brief, printFates, printGate, printIds, printLab } from './print.ts';
import { table, when } from './table.ts';
import { fileOf, ofFile, verb } from './verb.ts';

const show = verb('show', {
  usage: 'show FILE',
  takes: ofFile(),
  read: (given, path) => ok({ file: fileOf(given, path) }),
  print: printLab,
});

const ids = verb('ids', {
  usage: 'ids FILE --org source|target --mailbox ALIAS',
  takes: ofFile({ values: ['org', 'mailbox'] }),
  read: (given, path) => {
    const org = required(given, 'ids', 'org');
    if (!org.ok) return org;
    const role = oneOf(given, 'org', ['source', 'target']);
    if (!role.ok) return role;
    const mailbox = required(given, 'ids', 'mailbox');
    if (!mailbox.ok) return mailbox;
    return ok({ file: fileOf(given, path), org: role.value ?? 'source', mailbox: mailbox.value });
  },
  print: printIds,
});

const gate = verb('gate', {
  usage: 'gate FILE [--mode default|clone] [--source EXCHANGE|CCMAIL|FILE] [--post-office NAME]',
  takes: ofFile({ values: ['mode', 'source', 'post-office'] }),
  read: (given, path) => {
    const mode = oneOf(given, 'mode', ['default', 'clone']);
    if (!mode.ok) return mode;
    const source = oneOf(given, 'source', ['EXCHANGE', 'CCMAIL', 'FILE']);
    if (!source.ok) return source;
    const postOffice = given.values['post-office'];
    if (postOffice !== undefined && source.value !== 'CCMAIL') {
      return fail(
        'bad-option',
        'Only --source CCMAIL has a post office: leave --post-office out, or add it.',
      );
    }
    if (mode.value === 'clone' && source.value !== undefined && source.value !== 'EXCHANGE') {
      return fail(
        'bad-option',
        `Clone mode copies mailboxes of an Exchange organization alone: leave --mode clone out with --source ${source.value}.`,
      );
    }
    return ok({
      file: fileOf(given, path),
      ...(mode.value === undefined ? {} : { mode: mode.value }),
      ...(source.value === undefined ? {} : { source: source.value }),
      ...(postOffice === undefined ? {} : { postOffice }),
    });
  },
  print: printGate,
  exit: (report) => (report.ok ? 0 : 1),
});

const fate = verb('fate', {
  usage: 'fate FILE [--run N]',
  takes: ofFile({ values: ['run'] }),
  read: (given, path) => {
    const run = wholeNumber(given, 'run', 1, Number.MAX_SAFE_INTEGER);
    if (!run.ok) return run;
    return ok({ file: fileOf(given, path), ...(run.value === undefined ? {} : { run: run.value }) });
  },
  print: printFates,
});

const events = verb('events', {
  usage: 'events FILE',
  takes: ofFile(),
  read: (given, path) => ok({ file: fileOf(given, path) }),
  print: (log) =>
    table(
      ['Time', 'Type', 'Source', 'ID', 'Text'],
      log.events.map((event) => [
        when(event.at),
        event.type,
        event.source,
        event.id === null ? 'not documented' : String(event.id),
        event.text,
      ]),
    ),
});

const runs = verb('runs', {
  usage: 'runs FILE',
  takes: ofFile(),
  read: (given, path) => ok({ file: fileOf(given, path) }),
  print: (journal) =>
    table(
      ['Run', 'Mode', 'State', 'Exit', 'Mailboxes', 'Started', 'Ended'],
      journal.runs.map((run) => [
        String(run.run),
        run.mode,
        run.state,
        String(run.exit),
        run.mailboxes.length,
        when(run.started),
        run.ended === null ? null : when(run.ended),
      ]),
    ),
});

const compare = verb('compare', {
  usage: 'compare A B [--html FILE] [--csv FILE] [--link KBIT]',
  takes: {
    positional: { least: 2, most: 2, names: 'the FILES of two labs' },
    values: ['html', 'csv', 'link'],
  },
  read: (given, path) => {
    const linkKbit = wholeNumber(given, 'link', 1, 10_000_000);
    if (!linkKbit.ok) return linkKbit;
    const { html, csv } = given.values;
    return ok({
      file: fileOf(given, path),
      other: fileOf(given, path, 1),
      ...(html === undefined ? {} : { html: path(html) }),
      ...(csv === undefined ? {} : { csv: path(csv) }),
      ...(linkKbit.value === undefined ? {} : { linkKbit: linkKbit.value }),
    });
  },
  print: (both) => {
    const rows = both.mailboxes.map((row) => [row.alias, brief(row.a), brief(row.b)]);
    const files = both.exported.map(({ file, mailboxes }) => `${mailboxes} mailboxes went into ${file}.\n`);
    return `${table(['Mailbox', 'A', 'B'], rows)}${files.join('')}`;
  },
});

const check = verb('check', {
  usage: 'check FILE',
  takes: ofFile(),
  read: (given, path) => ok({ file: fileOf(given, path) }),
  print: (report) => {
    const later = report.later.map((line) => `Changed since: ${line}\n`).join('');
    if (report.ok) return `Everything holds.\n${later}`;
    const violations = table(
      ['Run', 'Mailbox', 'Invariant', 'What'],
      report.violations.map((broken) => [
        broken.run === null ? null : String(broken.run),
        broken.alias,
        broken.invariant,
        broken.text,
      ]),
    );
    return `${violations}${later}`;
  },
  exit: (report) => (report.ok ? 0 : 1),
});

const accounts = verb('accounts', {
  usage: 'accounts FILE [--server NAME]',
  takes: ofFile({ values: ['server'] }),
  read: (given, path) => {
    const { server } = given.values;
    return ok({ file: fileOf(given, path), ...(server === undefined ? {} : { server }) });
  },
  print: (list) =>
    table(
      ['Alias', 'Name', 'Address', 'Items', 'Bytes'],
      list.accounts.map((row) => [row.alias, row.displayName, row.address, row.items, row.bytes]),
    ),
});

/** Verbs that only look. */
export const LOOKING = [show, ids, gate, fate, events, runs, compare, check, accounts] as const;
