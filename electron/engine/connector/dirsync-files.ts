import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { documented } from '../../../shared/evidence.ts';
import { encodeText, isCodePage } from '../../../shared/formats/migration-files/code-pages.ts';
import { dosJoin } from '../../../shared/lab/dos-path.ts';
import { realPath } from '../server/lab-files.ts';
import { putFile } from '../server/server-rows.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { asStoreFault, StoreFault } from '../store/store-fault.ts';
import type { CcMailList, DirectoryEntry } from './cc-directory.ts';
import { STORE } from './programs.ts';

/** The five files of directory synchronization, in the folders that Q295753 names. */
export const DIRSYNC_FILES = {
  directory: 'Export\\Ccmdir.exp',
  lists: 'Export\\Ccmlist.exp',
  boards: 'Export\\Ccmbb.exp',
  deletions: 'Import\\Ccmdel.imp',
  additions: 'Import\\Ccmdir.imp',
} as const;

export type DirsyncFile = keyof typeof DIRSYNC_FILES;

const END = '\r\n';

/** A block of `Field: value` lines; blocks are parted by an empty line. Layout modelled on Lotus's directory files. */
const block = (lines: readonly string[]): string => lines.join(END) + END;

export function printEntries(entries: readonly DirectoryEntry[]): string {
  return entries
    .map(({ name, location, address, comment }) =>
      block([`Name: ${name}`, `Locn: ${location}`, `Addr: ${address}`, `Cmts: ${comment}`]),
    )
    .join(END);
}

export function printLists(lists: readonly CcMailList[]): string {
  return lists
    .map(({ name, members }) => block([`List: ${name}`, ...members.map((member) => `Name: ${member}`)]))
    .join(END);
}

export function printBoards(boards: readonly string[]): string {
  return boards.map((name) => block([`Name: ${name}`])).join(END);
}

/** Writes one of the files, in the post office's code page: as a file of the migration server, and really. Throws StoreFault. */
export function writeDirsyncFile(lab: Lab, which: DirsyncFile, text: string, codePage: number): void {
  const simulated = dosJoin(STORE, DIRSYNC_FILES[which]);
  const place = realPath(lab, simulated);
  if (!place.ok) throw new StoreFault(place.failure, null);
  const { bytes } = encodeText(isCodePage(codePage) ? codePage : 1252, text);
  putFile(lab, {
    path: simulated,
    version: null,
    size: bytes.length,
    modified: labNow(lab),
    platform: null,
    ...documented('Q295753'),
  });
  try {
    mkdirSync(path.dirname(place.value), { recursive: true });
    writeFileSync(place.value, bytes);
  } catch (error) {
    throw asStoreFault(error, place.value);
  }
}
