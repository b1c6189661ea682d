import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import {
  type CodePage,
  decodeText,
  isCodePage,
} from '../../../../shared/formats/migration-files/code-pages.ts';
import { FILE_WINDOW } from '../../../../shared/ipc/foreign-browse-commands.ts';
import type { LabInput, LabOutput } from '../../../../shared/ipc/lab-commands.ts';
import { dosFolder, dosJoin, dosName } from '../../../../shared/lab/dos-path.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { openSetFile } from '../../migration-files/set-file.ts';
import { labFolder, realPath } from '../../server/lab-files.ts';
import type { Lab } from '../../store/lab.ts';

type FileSet = LabOutput<'file-sets'>['sets'][number];

/** Folders that are listed; somebody who has more looks at them in the system's own window. */
const SETS_AT_MOST = 200;
/** Folders below one another that are looked into. */
const DEPTH = 6;
const MIGRATION_FILE = /\.(pkl|pri|sec)$/i;

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function collect(real: string, simulated: string, depth: number, sets: FileSet[]): void {
  if (sets.length >= SETS_AT_MOST) return;
  const entries = entriesOf(real).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const files = entries
    .filter((entry) => entry.isFile() && MIGRATION_FILE.test(entry.name))
    .map(({ name }) => ({
      name,
      path: dosJoin(simulated, name),
      size: lstatSync(path.join(real, name), { throwIfNoEntry: false })?.size ?? 0,
    }));
  if (files.length > 0) {
    const packingList = files.find(({ name }) => /\.pkl$/i.test(name))?.path ?? null;
    sets.push({ path: simulated, packingList, files });
  }
  if (depth === 0) return;
  for (const entry of entries)
    if (entry.isDirectory())
      collect(path.join(real, entry.name), dosJoin(simulated, entry.name), depth - 1, sets);
}

/** Every folder of the lab's own files that holds migration files, those of the migration server's disk and of shares. */
export function browseFileSets(lab: Lab, _input: LabInput<'file-sets'>): Result<LabOutput<'file-sets'>> {
  const folder = labFolder(lab);
  const sets: FileSet[] = [];
  for (const root of entriesOf(folder)) {
    if (!root.isDirectory()) continue;
    if (root.name !== 'UNC') collect(path.join(folder, root.name), `${root.name}:`, DEPTH, sets);
    else
      for (const server of entriesOf(path.join(folder, 'UNC')))
        if (server.isDirectory())
          collect(path.join(folder, 'UNC', server.name), `\\\\${server.name}`, DEPTH, sets);
  }
  return ok({ folder, sets });
}

/** What the packing list beside a file says on its first line; Windows' own page where there is none. */
function codePageOf(folder: string): CodePage {
  const list = entriesOf(folder).find((entry) => entry.isFile() && /\.pkl$/i.test(entry.name));
  if (list === undefined) return 1252;
  const opened = openSetFile(folder, list.name);
  if (!opened.ok) return 1252;
  const first = decodeText(1252, opened.value.read(0, 64)).split(/\r?\n/, 1)[0] ?? '';
  opened.value.close();
  const page = Number(/\d+/.exec(first)?.[0] ?? '1252');
  return isCodePage(page) ? page : 1252;
}

/** Bytes as lines with their offsets; the last one counts only where the file ends with it. */
function linesOf(
  bytes: Uint8Array,
  at: number,
  isLast: boolean,
  page: CodePage,
): { lines: FileLine[]; used: number } {
  const lines: FileLine[] = [];
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(0x0a, from);
    if (end < 0 && !isLast && from > 0) break;
    const to = end < 0 ? bytes.length : end + 1;
    const text = decodeText(page, bytes.subarray(from, to)).replace(/\r?\n$/, '');
    lines.push({ offset: at + from, text });
    from = to;
  }
  return { lines, used: from };
}
type FileLine = LabOutput<'file-text'>['lines'][number];

/** A window of a migration file as text. Failure codes: those of a simulated path, file-missing, file-unreadable. */
export function browseFileText(lab: Lab, input: LabInput<'file-text'>): Result<LabOutput<'file-text'>> {
  const folder = realPath(lab, dosFolder(input.path));
  if (!folder.ok) return folder;
  if (!MIGRATION_FILE.test(input.path))
    return fail('file-unreadable', `${input.path} is no migration file: select a .pkl, .pri or .sec file.`);
  const opened = openSetFile(folder.value, dosName(input.path));
  if (!opened.ok) return opened;
  const file = opened.value;
  const page = codePageOf(folder.value);
  const bytes = file.read(input.offset, FILE_WINDOW);
  const { lines, used } = linesOf(bytes, input.offset, input.offset + bytes.length >= file.length, page);
  const next = input.offset + used;
  file.close();
  return ok({
    path: input.path,
    size: file.length,
    codePage: page,
    lines,
    next: next < file.length ? next : null,
  });
}
