import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { liveRuns } from '../migrate/claim.ts';
import { discardFiles, prepareFiles, settleFiles } from '../server/copy-files.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { asStoreFault, StoreFault } from '../store/store-fault.ts';
import { pruneCopies, takeUndo } from './take-undo.ts';
import { bytesOf, clearCopies, copyFile, readCopies, undoFolder } from './undo-folder.ts';

/**
 * Puts a copy's rows in the place of the lab's own, all tables in one transaction. The file itself stays: a file put in
 * its place would leave every other connection, this process's uncollected ones too, on the old one with a write-ahead
 * log of the same name. So a crash leaves the one state or the other, and everybody who has the lab open notices.
 */
function takeRowsFrom(lab: Lab, file: string): void {
  const { db } = lab;
  db.prepare('ATTACH ? AS undo').run(file);
  // Between the first table and the last, rows refer to rows that have yet to come.
  db.exec('PRAGMA foreign_keys = OFF');
  try {
    lab.transact(() => {
      const tables = lab.all<{ name: string }>(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('claim', 'work_claim')",
      );
      for (const { name } of tables) {
        db.exec(`DELETE FROM main."${name}"`);
        db.exec(`INSERT INTO main."${name}" SELECT * FROM undo."${name}"`);
      }
      db.exec('DELETE FROM main.claim');
      db.exec('DELETE FROM main.work_claim');
      const [dangling] = db.prepare('PRAGMA main.foreign_key_check').all();
      if (dangling !== undefined) throw new Error(`${file} holds rows that refer to nothing`);
    });
  } catch (error) {
    throw asStoreFault(error, lab.path);
  } finally {
    db.exec('PRAGMA foreign_keys = ON');
    db.exec('DETACH undo');
  }
}

/**
 * Puts a copy's files in the place of the lab's own around the work on the rows: they are copied first, where a full disk
 * still changes nothing, and take their place last. Throws StoreFault.
 */
function takeFilesAnd(lab: Lab, file: string, rows: () => void): void {
  try {
    prepareFiles(file, lab.path);
    rows();
    settleFiles(lab.path);
  } catch (error) {
    throw asStoreFault(error, lab.path);
  } finally {
    discardFiles(lab.path);
  }
}

/** Brings a copy that an older version of the program took up to the present format. Failure codes: those of opening a lab. */
function upToDate(file: string): Result<null> {
  const copy = openLab(file);
  if (!copy.ok) return copy;
  copy.value.close();
  return ok(null);
}

/** Failure codes: undo-live-run, undo-none, undo-unknown, undo-copy, not-a-lab, lab-newer, lab-damaged. */
function goBack(lab: Lab, to: number | 'last'): Result<number> {
  const live = [...liveRuns(lab)][0];
  if (live !== undefined) {
    return fail(
      'undo-live-run',
      `Run ${live} of ${lab.path} is going on: cancel it or wait until it has ended, and go back then.`,
    );
  }
  const copies = readCopies(lab.path);
  const wanted = to === 'last' ? copies.at(-1) : copies.find((copy) => copy.number === to);
  if (wanted === undefined) {
    return to === 'last'
      ? fail('undo-none', `No copy of ${lab.path} is kept yet: one is taken before each run and act.`)
      : fail(
          'undo-unknown',
          `No copy with the number ${to} is kept of ${lab.path}: see "lab undo FILE --list" for those that are.`,
        );
  }
  const file = copyFile(lab.path, wanted.number);
  const sound = upToDate(file);
  if (!sound.ok) return sound;
  const taken = takeUndo(lab, { kind: 'undo', detail: String(wanted.number) });
  if (!taken.ok) return taken;
  takeFilesAnd(lab, file, () => takeRowsFrom(lab, file));
  pruneCopies(lab);
  return ok(wanted.number);
}

/** Failure codes: those of the store. */
function clear(lab: Lab): Result<null> {
  try {
    clearCopies(lab.path);
    return ok(null);
  } catch (error) {
    const fault = asStoreFault(error, undoFolder(lab.path));
    if (!(fault instanceof StoreFault)) throw error;
    return { ok: false, failure: fault.failure };
  }
}

/** `lab undo`: the copies that are kept, the way back to one of them, or all of them deleted; see `goBack` for the failures. */
export function undoLab(lab: Lab, input: LabInput<'undo'>): Result<LabOutput<'undo'>> {
  if (input.clear === true && input.to !== undefined)
    return fail(
      'bad-input',
      'One can go back to a copy or delete them all, not both at once: leave one out.',
    );
  const cleared = input.clear === true ? clear(lab) : ok(null);
  if (!cleared.ok) return cleared;
  const went = input.to === undefined ? ok(null) : goBack(lab, input.to);
  if (!went.ok) return went;
  const copies = readCopies(lab.path)
    .map((copy) => ({ ...copy, bytes: bytesOf(lab.path, copy.number) }))
    .reverse();
  return ok({
    folder: undoFolder(lab.path),
    bytes: copies.reduce((sum, copy) => sum + copy.bytes, 0),
    wentTo: went.value,
    copies,
  });
}
