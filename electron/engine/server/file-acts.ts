import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { checkName, dosFolder, dosJoin, dosName, sameDosPath } from '../../../shared/lab/dos-path.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Lab } from '../store/lab.ts';
import { asStoreFault } from '../store/store-fault.ts';
import { writeAct } from './act-row.ts';
import { type Entry, entriesIn, fileAt, fileRow, isFolder, realEntry, topEntries } from './file-entries.ts';
import { heldBy } from './file-holders.ts';
import { realPath } from './lab-files.ts';
import { networkPath } from './network.ts';
import { putFile } from './server-rows.ts';

type Done = LabOutput<'file'>;

/** A file that is there and that nobody holds, by its network path. Failure codes: those of paths, file-missing, file-folder, file-in-use, file-denied. */
function fileToTake(lab: Lab, given: string, changes: boolean): Result<Entry> {
  const at = networkPath(lab, given);
  if (!at.ok) return at;
  const file = fileAt(lab, at.value);
  if (file === null)
    return isFolder(lab, at.value)
      ? fail('file-folder', `${given} is a folder: name one file in it.`)
      : fail(
          'file-missing',
          `There is no file ${given} on the migration server of ${lab.path} or its network: see "lab file --list".`,
        );
  const held = changes ? heldBy(lab, at.value) : null;
  return held ?? ok(file);
}

/** Where a copy goes: into a folder under the file's own name, or to a path of its own in a folder that is there. */
function placeFor(lab: Lab, given: string, name: string): Result<string> {
  const at = networkPath(lab, given);
  if (!at.ok) return at;
  if (isFolder(lab, at.value)) return ok(dosJoin(at.value, name));
  const folder = dosFolder(at.value);
  if (isFolder(lab, folder) && !/[\\/]$/.test(given)) return ok(at.value);
  return fail(
    'folder-missing',
    `There is no folder ${/[\\/]$/.test(given) ? given : folder} on the migration server of ${lab.path} or its network: name one that is there.`,
  );
}

/** Does to the real file what was done to its row; whatever fails takes the rows back with it. */
function really(lab: Lab, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw asStoreFault(error, lab.path);
  }
}

function copyReal(lab: Lab, from: string, to: string): void {
  const source = realEntry(lab, from);
  really(lab, () => {
    if (source === null) rmSync(to, { force: true });
    else {
      mkdirSync(path.dirname(to), { recursive: true });
      copyFileSync(source.at, to);
    }
  });
}

/** What a file was called when it was shipped: that, where it is known, and otherwise the name it has had so far. */
function shippedAs(file: { readonly path: string; readonly shipped_as?: string | null }): string {
  return file.shipped_as ?? dosName(file.path);
}

function copy(lab: Lab, from: string, to: string): Result<Done> {
  const source = fileToTake(lab, from, false);
  if (!source.ok) return source;
  const place = placeFor(lab, to, source.value.name);
  if (!place.ok) return place;
  const target = place.value;
  if (sameDosPath(source.value.path, target))
    return fail('file-same', `${from} cannot be copied onto itself: name another place.`);
  const held = heldBy(lab, target);
  if (held !== null) return held;
  const real = realPath(lab, target);
  if (!real.ok) return real;
  const replaced = fileAt(lab, target);
  const row = fileRow(lab, source.value.path);
  lab.run('DELETE FROM server_file WHERE path = ?', target);
  if (row !== undefined) {
    const renamed = !sameDosPath(dosName(row.path), dosName(target));
    putFile(lab, { ...row, path: target, shipped_as: renamed ? shippedAs(row) : (row.shipped_as ?? null) });
  }
  writeAct(lab, 'file', {
    act: 'copy',
    from: source.value.path,
    to: target,
    replaced: replaced?.version ?? null,
  });
  copyReal(lab, source.value.path, real.value);
  return ok({ path: target, replaced, entries: [] });
}

function rename(lab: Lab, given: string, name: string): Result<Done> {
  const named = checkName(name);
  if (!named.ok) return named;
  const source = fileToTake(lab, given, true);
  if (!source.ok) return source;
  const target = dosJoin(dosFolder(source.value.path), name);
  const same = sameDosPath(source.value.path, target);
  if (!same && (fileAt(lab, target) !== null || isFolder(lab, target)))
    return fail('file-exists', `${target} exists already: delete it or choose another name.`);
  const row = fileRow(lab, source.value.path);
  if (row !== undefined) {
    lab.run('DELETE FROM server_file WHERE path = ?', row.path);
    putFile(lab, { ...row, path: target, shipped_as: shippedAs(row) });
  }
  writeAct(lab, 'file', { act: 'rename', from: source.value.path, to: target });
  const real = realEntry(lab, source.value.path);
  if (real !== null) really(lab, () => renameSync(real.at, path.join(path.dirname(real.at), name)));
  return ok({ path: target, replaced: null, entries: [] });
}

function remove(lab: Lab, given: string): Result<Done> {
  const source = fileToTake(lab, given, true);
  if (!source.ok) return source;
  lab.run('DELETE FROM server_file WHERE path = ?', source.value.path);
  writeAct(lab, 'file', { act: 'delete', path: source.value.path });
  const real = realEntry(lab, source.value.path);
  if (real !== null) really(lab, () => rmSync(real.at));
  return ok({ path: null, replaced: null, entries: [] });
}

function list(lab: Lab, given: string | undefined): Result<Done> {
  if (given === undefined) return ok({ path: null, replaced: null, entries: topEntries(lab) });
  const at = networkPath(lab, given);
  if (!at.ok) return at;
  const file = fileAt(lab, at.value);
  if (file !== null) return ok({ path: at.value, replaced: null, entries: [file] });
  if (!isFolder(lab, at.value))
    return fail(
      'folder-missing',
      `There is no folder ${given} on the migration server of ${lab.path} or its network: see "lab file --list".`,
    );
  return ok({ path: at.value, replaced: null, entries: entriesIn(lab, at.value) });
}

/**
 * `lab file`: copies, renames, deletes or lists files of the migration server and its network, as a person would. A copy
 * keeps version, flavour and what the file was shipped as, also under another name; it overwrites, and says what. A new
 * name never overwrites. Failure codes: file-act (a missing path), those of paths and drives, file-missing, file-folder,
 * folder-missing, file-same, file-exists, file-in-use, file-denied; nothing is changed then.
 */
export function fileAct(lab: Lab, input: LabInput<'file'>): Result<Done> {
  const { act, path: given, to } = input;
  if (act === 'list') return list(lab, given);
  if (given === undefined || (act !== 'delete' && to === undefined))
    return fail(
      'file-act',
      `To ${act} a file, name it${act === 'delete' ? '' : ' and where it goes'}: see lab file --help.`,
    );
  return lab.transact(() => {
    if (act === 'copy') return copy(lab, given, to ?? '');
    if (act === 'rename') return rename(lab, given, to ?? '');
    return remove(lab, given);
  });
}
