import type { LabInput, LabOutput } from '../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Arguments } from './arguments.ts';
import { facts, table, when } from './table.ts';
import { fileOf, ofFile, type PathOf, verb } from './verb.ts';

const FILE_ACTS = ['copy', 'rename', 'delete', 'list'] as const;

/** `--copy FROM TO`: the second word stands behind the option, as it does with copy and ren. */
function readFile(given: Arguments, path: PathOf): Result<LabInput<'file'>> {
  const acts = FILE_ACTS.filter((act) => given.values[act] !== undefined || given.flags.has(act));
  const [act] = acts;
  if (act === undefined || acts.length > 1)
    return fail('bad-arguments', 'lab file does one thing at a time: see lab file --help.');
  const subject = given.values[act];
  const to = given.positional[1];
  const needsTwo = act === 'copy' || act === 'rename';
  if (needsTwo !== (to !== undefined))
    return fail(
      'bad-arguments',
      needsTwo
        ? `lab file --${act} needs two names: see lab file --help.`
        : `lab file --${act} takes one name, and does not know what to do with "${to}".`,
    );
  return ok({
    file: fileOf(given, path),
    act,
    ...(subject === undefined || subject === '.' ? {} : { path: subject }),
    ...(to === undefined ? {} : { to }),
  });
}

function printFile(done: LabOutput<'file'>): string {
  if (done.entries.length > 0 || done.path === null)
    return done.path === null && done.entries.length === 0
      ? 'Deleted.\n'
      : table(
          ['Name', 'Version', 'Size', 'Flavour', 'Shipped as'],
          done.entries.map((entry) => [
            entry.kind === 'folder' ? `${entry.name}\\` : entry.name,
            entry.version,
            entry.size,
            entry.flavour,
            entry.shippedAs,
          ]),
        );
  const old = done.replaced;
  const was = old === null ? '' : `It replaced ${old.name} ${old.version ?? 'of unknown version'}.\n`;
  return `${done.path}\n${was}`;
}

const file = verb('file', {
  usage: 'file FILE --copy FROM TO | --rename PATH NAME | --delete PATH | --list DIR',
  takes: {
    positional: { least: 1, most: 2, names: 'the FILE of a lab, and with --copy or --rename a second name' },
    values: [...FILE_ACTS],
  },
  read: readFile,
  print: printFile,
});

const drive = verb('drive', {
  usage: 'drive FILE [--map M: \\\\SERVER\\SHARE | --unmap M:]',
  takes: {
    positional: { least: 1, most: 2, names: 'the FILE of a lab, and with --map a network path' },
    values: ['map', 'unmap'],
  },
  read: (given, path) => {
    const { map, unmap } = given.values;
    const to = given.positional[1];
    if (map !== undefined && unmap !== undefined)
      return fail('bad-arguments', 'lab drive does one thing at a time: give --map or --unmap.');
    if ((map === undefined) !== (to === undefined))
      return fail(
        'bad-arguments',
        'lab drive --map needs a letter and a network path: see lab drive --help.',
      );
    const lab = { file: fileOf(given, path) };
    if (map !== undefined && to !== undefined) return ok({ ...lab, letter: map, path: to });
    return ok(unmap === undefined ? lab : { ...lab, letter: unmap, path: null });
  },
  print: (done) =>
    table(
      ['Drive', 'Leads to'],
      done.drives.map(({ letter, path }) => [letter, path]),
    ),
});

const service = verb('service', {
  usage: 'service FILE [--start NAME | --stop NAME]',
  takes: ofFile({ values: ['start', 'stop'] }),
  read: (given, path) => {
    const { start, stop } = given.values;
    if (start !== undefined && stop !== undefined)
      return fail('bad-arguments', 'lab service does one thing at a time: give --start or --stop.');
    const name = start ?? stop;
    return ok({
      file: fileOf(given, path),
      ...(name === undefined
        ? {}
        : { name, action: start === undefined ? ('stop' as const) : ('start' as const) }),
    });
  },
  print: (done) =>
    `${table(
      ['Service', 'State'],
      done.services.map(({ name, state }) => [name, state]),
    )}${done.events.map((event) => `${event.source} ${event.id ?? '-'} ${event.type}: ${event.text}\n`).join('')}`,
  // A service that was started and has ended already, as the connector does where its programs are missing.
  exit: (done) => (done.events.some(({ type }) => type === 'Error') ? 1 : 0),
});

function printConnector({ connector }: LabOutput<'connector'>): string {
  if (connector === null) return 'The migration server has no Connector for cc:Mail.\n';
  const { postOffice, cycles } = connector;
  const [last] = cycles;
  const head = facts([
    ['Service', `${connector.service}, ${connector.state}`],
    [
      'Post office',
      `${postOffice.name} (${postOffice.database}, release ${postOffice.release}) in ${postOffice.directory}${postOffice.damaged ? ', damaged' : ''}`,
    ],
    ...connector.settings.map(({ key, value }) => [key, value === '' ? '-' : value] as const),
    ...(connector.restartNeeded ? [['Settings', 'changed ones count from the next start on'] as const] : []),
  ]);
  const programs = table(
    ['File', 'Found', 'Version', 'Flavour'],
    connector.programs.map((each) => [each.name, each.path ?? 'not found', each.version, each.flavour]),
  );
  const done =
    last === undefined
      ? ''
      : `\n${when(last.at)} ${last.kind}: ${last.result}. ${last.summary}.\n${last.steps.map(({ text }) => `  ${text}\n`).join('')}`;
  return `${head}\n${programs}${done}`;
}

const connector = verb('connector', {
  usage: 'connector FILE [--cycle | --transfer | --set NAME=VALUE]',
  takes: ofFile({ flags: ['cycle', 'transfer'], values: ['set'] }),
  read: (given, path) => {
    const acts = (['cycle', 'transfer'] as const).filter((act) => given.flags.has(act));
    const { set } = given.values;
    if (acts.length + (set === undefined ? 0 : 1) > 1)
      return fail('bad-arguments', 'lab connector does one thing at a time: see lab connector --help.');
    const [act] = acts;
    return ok({
      file: fileOf(given, path),
      ...(act === undefined ? {} : { do: act }),
      ...(set === undefined ? {} : { set }),
    });
  },
  print: printConnector,
  exit: ({ result }) => (result === null || result === 'ok' ? 0 : 1),
});

/** Verbs for what one does to the migration server by hand. */
export const SERVING = [file, drive, service, connector] as const;
