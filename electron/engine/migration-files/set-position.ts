import { type PrimaryItem, readPrimary } from '../../../shared/formats/migration-files/primary-reader.ts';
import type { SectionHead } from '../../../shared/formats/migration-files/sections.ts';
import type { MigrationSet } from './migration-set.ts';
import { openSetFile, type SetFile } from './set-file.ts';

/** How far the reading of a set is: which primary file, the byte in it, and the section that goes on there. */
export interface SetPosition {
  readonly file: number;
  readonly offset: number;
  readonly section: SectionHead | null;
  readonly skipping: boolean;
}

export const SET_START: SetPosition = { file: 0, offset: 0, section: null, skipping: false };

/** One item of a primary file, and where reading goes on behind it. `unreadable`: a whole file that cannot be opened. */
export type SetItem =
  | {
      readonly file: number;
      readonly next: SetPosition;
      readonly item: PrimaryItem;
      readonly unreadable: null;
    }
  | { readonly file: number; readonly next: SetPosition; readonly item: null; readonly unreadable: string };

function lineAt(file: SetFile, offset: number): number {
  let line = 1;
  let left = offset;
  for (const chunk of file.chunks(0)) {
    const part = chunk.subarray(0, left);
    for (const byte of part) if (byte === 0x0a) line += 1;
    left -= part.length;
    if (left <= 0) break;
  }
  return line;
}

function behind(file: number, item: PrimaryItem): SetPosition {
  return {
    file,
    offset: item.place.offset + item.place.length,
    section: item.section,
    skipping: item.kind === 'bad-section' || item.kind === 'skipped',
  };
}

/** Everything in the primary files of a set from a position on; one file is open at a time. */
export function* setItems(set: MigrationSet, from: SetPosition): Generator<SetItem> {
  for (let index = from.file; index < set.primaries.length; index += 1) {
    const start = index === from.file ? from : { ...SET_START, file: index };
    const after: SetPosition = { ...SET_START, file: index + 1 };
    const opened = openSetFile(set.folder.real, set.primaries[index] ?? '');
    if (!opened.ok) {
      yield { file: index, next: after, item: null, unreadable: opened.failure.message };
      continue;
    }
    const file = opened.value;
    try {
      const position = { ...start, line: start.offset === 0 ? 1 : lineAt(file, start.offset) };
      for (const item of readPrimary(file.chunks(start.offset), set.codePage, position))
        yield { file: index, next: behind(index, item), item, unreadable: null };
    } finally {
      file.close();
    }
  }
}
