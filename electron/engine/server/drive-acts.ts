import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { parseDosPath } from '../../../shared/lab/dos-path.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Lab } from '../store/lab.ts';
import { writeAct } from './act-row.ts';
import { isFolder } from './file-entries.ts';
import { drivesOf, OWN_DRIVE, networkPath } from './network.ts';

/** A letter that can be mapped: `M`, `m:` and `M:\` are `M:`. */
function letterOf(given: string): Result<string> {
  const letter = /^([a-z]):?\\?$/i.exec(given.trim())?.[1]?.toUpperCase();
  if (letter === undefined)
    return fail('drive-letter', `"${given}" is no drive: give a letter and a colon, for example M:.`);
  if (`${letter}:` === OWN_DRIVE)
    return fail('drive-letter', `${OWN_DRIVE} is the migration server's own disk: choose another letter.`);
  return ok(`${letter}:`);
}

function map(lab: Lab, letter: string, path: string): Result<null> {
  const parsed = parseDosPath(path);
  if (!parsed.ok) return parsed;
  if (!parsed.value.root.startsWith('\\\\'))
    return fail(
      'drive-target',
      `${path} is no network path, which a drive is mapped to: write it as \\\\SERVER\\SHARE.`,
    );
  const at = networkPath(lab, path);
  if (!at.ok) return at;
  if (!isFolder(lab, at.value))
    return fail(
      'drive-target',
      `There is no folder ${path} on the network of the migration server: name one that is there.`,
    );
  const there = drivesOf(lab).find((drive) => drive.letter === letter);
  if (there !== undefined)
    return fail(
      'drive-mapped',
      `${letter} is mapped to ${there.path} already: unmap it first, or choose another letter.`,
    );
  lab.run('INSERT INTO drive(letter, path) VALUES(?, ?)', letter, at.value);
  writeAct(lab, 'drive', { map: letter, path: at.value });
  return ok(null);
}

function unmap(lab: Lab, letter: string): Result<null> {
  if (lab.run('DELETE FROM drive WHERE substr(upper(letter), 1, 1) = ?', letter.slice(0, 1)).changes === 0)
    return fail(
      'drive-unmapped',
      `${letter} is not mapped on the migration server of ${lab.path}: there is nothing to take away.`,
    );
  writeAct(lab, 'drive', { unmap: letter });
  return ok(null);
}

/**
 * `lab drive`: maps a letter to a share of the network, takes a mapping away, or tells what is mapped. Failure codes:
 * drive-letter, drive-target, drive-mapped, drive-unmapped, share-unknown and those of paths; nothing is changed then.
 */
export function driveAct(lab: Lab, input: LabInput<'drive'>): Result<LabOutput<'drive'>> {
  const { letter: given, path } = input;
  if (given === undefined) return ok({ drives: [...drivesOf(lab)] });
  return lab.transact(() => {
    const letter = letterOf(given);
    if (!letter.ok) return letter;
    if (path === undefined)
      return fail('drive-target', `Say where ${letter.value} is to lead, or that it is to be unmapped.`);
    const done = path === null ? unmap(lab, letter.value) : map(lab, letter.value, path);
    return done.ok ? ok({ drives: [...drivesOf(lab)] }) : done;
  });
}
