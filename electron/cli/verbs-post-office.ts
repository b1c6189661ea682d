import type { LabInput, LabOutput } from '../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type Arguments, wholeNumber } from './arguments.ts';
import { facts, table, when } from './table.ts';
import { fileOf, ofFile, type PathOf, verb } from './verb.ts';

const FLAGS = ['backup', 'restore', 'corrupt'] as const;
const VALUES = ['move-users', 'set'] as const;

function read(given: Arguments, path: PathOf): Result<LabInput<'postoffice'>> {
  const acts = [
    ...FLAGS.filter((flag) => given.flags.has(flag)),
    ...VALUES.filter((value) => given.values[value] !== undefined),
  ];
  if (acts.length > 1)
    return fail('bad-arguments', 'lab postoffice does one thing at a time: see lab postoffice --help.');
  const number = wholeNumber(given, 'number', 1, Number.MAX_SAFE_INTEGER);
  if (!number.ok) return number;
  const [act] = acts;
  if (number.value !== undefined && act !== 'restore')
    return fail('bad-arguments', '--number says which backup to restore: give it with --restore.');
  const { name, set, 'move-users': to } = given.values;
  return ok({
    file: fileOf(given, path),
    ...(name === undefined ? {} : { name }),
    ...(act === undefined ? {} : { do: act }),
    ...(number.value === undefined ? {} : { backup: number.value }),
    ...(to === undefined ? {} : { to }),
    ...(set === undefined ? {} : { set }),
  });
}

function printOne(po: LabOutput<'postoffice'>['postOffices'][number]): string {
  const damage = po.damage === null ? 'none' : `${po.damage.files.join(', ')} (${po.damage.cause})`;
  const head = facts([
    ['Post office', `${po.name} (${po.database}, release ${po.release})`],
    ['Directory', po.directory],
    ['Code page', po.codePage],
    ['Pre-expired passwords', po.preExpiredPasswords ? 'on' : 'off'],
    ['In use by', po.inUseBy.join(', ') || 'nobody'],
    ['Damage', damage],
    [
      'Backups',
      po.backups.map(({ number, at, label }) => `${number} (${when(at)}, ${label})`).join(', ') || 'none',
    ],
  ]);
  const users = table(
    ['User', 'Name', 'Post office', 'Folders', 'Messages', 'Bytes', 'Addresses', 'Lists', 'Password'],
    po.users.map((user) => [
      user.alias,
      user.name,
      user.postOffice,
      user.folders,
      user.messages,
      user.bytes,
      user.addresses,
      user.lists,
      user.kind === 'local' ? user.password : '-',
    ]),
  );
  const boards = table(
    ['Bulletin board', 'Messages'],
    po.boards.map(({ name, messages }) => [name, messages]),
  );
  const lists = table(
    ['Public list', 'Members'],
    po.lists.map(({ name, members }) => [name, members.join('; ')]),
  );
  return [head, users, po.boards.length === 0 ? '' : boards, po.lists.length === 0 ? '' : lists]
    .filter((part) => part !== '')
    .join('\n');
}

const postoffice = verb('postoffice', {
  usage:
    'postoffice FILE [--name PO] [--backup | --restore [--number N] | --corrupt | --move-users NEWPO | --set pre-expired=on|off]',
  takes: ofFile({ flags: [...FLAGS], values: ['name', 'number', ...VALUES] }),
  read,
  print: ({ postOffices, programs }) => {
    const found = table(
      ['Program', 'Found', 'Version', 'Flavour', 'Shipped as'],
      programs.map((each) => [
        each.name,
        each.path ?? 'not found',
        each.version,
        each.flavour,
        each.shippedAs,
      ]),
    );
    return `${postOffices.map((po) => `${printOne(po)}\n`).join('')}${found}`;
  },
});

/** Verbs for what one does to cc:Mail post offices by hand. */
export const OF_POST_OFFICES = [postoffice] as const;
