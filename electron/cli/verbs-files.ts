import type { LabOutput } from '../../shared/ipc/lab-commands.ts';
import { ok } from '../../shared/result.ts';
import { required } from './arguments.ts';
import { facts, table } from './table.ts';
import { fileOf, ofFile, type Verb, verb } from './verb.ts';

/** A path of the migration server stays as it is; one of the machine is taken from where the command was typed. */
function isOfServer(given: string): boolean {
  return /^([a-z]:[\\/]|\\\\)/i.test(given);
}

function print(set: LabOutput<'files'>): string {
  const head = facts([
    ['Packing list', set.packingList],
    ['Code page', set.codePage],
    ['Primary files', set.primaries.length],
    ['Secondary files', set.secondaries.length],
    ['Directory entries', set.directoryEntries],
    ['Public folder messages', set.publicMessages],
  ]);
  const users = table(
    ['Address', 'Name', 'Entry', 'Sections', 'Messages', 'Address books'],
    set.users.map((user) => [
      user.address,
      user.displayName,
      user.entry ? 'yes' : 'no',
      user.sections,
      user.messages,
      user.addressBooks,
    ]),
  );
  const listed = table(
    ['File', 'Line', 'Byte', 'Complaint'],
    set.complaints.map((one) => [one.file, one.line, one.offset, one.text]),
  );
  const more = set.complaintCount - set.complaints.length;
  const complaints =
    set.complaintCount === 0
      ? 'Nothing is wrong with these files.\n'
      : `${listed}${more > 0 ? `And ${more} more complaints.\n` : ''}`;
  return `${head}\n${users}\n${complaints}`;
}

const files = verb('files', {
  usage: 'files FILE --read PACKINGLIST',
  takes: ofFile({ values: ['read'] }),
  read: (given, path) => {
    const read = required(given, 'files', 'read');
    if (!read.ok) return read;
    return ok({ file: fileOf(given, path), read: isOfServer(read.value) ? read.value : path(read.value) });
  },
  print,
  exit: (set) => (set.complaintCount === 0 ? 0 : 1),
});

export const OF_FILES: readonly Verb[] = [files];
