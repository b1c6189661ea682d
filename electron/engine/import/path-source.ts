import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { folderName } from './clean-text.ts';
import { emlSource, mboxSource } from './file-sources.ts';
import { ownName, roleBelowTop } from './folder-roles.ts';
import { mailKind } from './mail-kind.ts';
import { type MailSource, type SourceEvent, skipped } from './mail-source.ts';
import { pstSource } from './pst/pst-source.ts';

/** Deepest nesting of directories that is followed. */
const DEEPEST = 64;

/** Files beside mail that mail programs and systems keep; nobody misses them. */
const NO_MAIL = /^\.|^(thumbs\.db|desktop\.ini)$|\.(msf|dat)$/i;

/** Where the mail of a directory goes: nowhere yet, for nothing was found in it, or into a folder. */
interface Place {
  /** Key of the folder of what is loose in here; '' for the top. */
  readonly key: string;
  readonly name: string;
  readonly above: Place | null;
}

interface Walk {
  readonly told: Set<string>;
}

/** Tells of a place's folders from the top down, each once. */
function* tell(place: Place, walk: Walk): Generator<SourceEvent> {
  if (place.above !== null) yield* tell(place.above, walk);
  if (walk.told.has(place.key)) return;
  walk.told.add(place.key);
  yield {
    kind: 'folder',
    folder: {
      key: place.key,
      parent: place.above?.key ?? null,
      role: place.above === null ? roleBelowTop(place.name) : null,
      name: folderName(ownName(place.name)),
      containerClass: 'IPF.Note',
      isSearch: false,
    },
  };
}

function below(above: Place | null, name: string): Place {
  return { key: `${above?.key ?? ''}\\${folderName(name).toLowerCase()}`, name, above };
}

/** A directory of Thunderbird's subfolders bears the folder's name and .sbd. */
function directoryName(path: string): string {
  return basename(path).replace(/\.sbd$/i, '');
}

async function* fileEvents(file: string, place: Place | null, walk: Walk): AsyncGenerator<SourceEvent> {
  const kind = mailKind(file);
  if (kind === 'pst') yield* pstSource(file, file);
  else if (kind === 'unknown') yield skipped(file, 'it is neither .pst, .ost, .mbox nor .eml');
  else if (kind === 'eml') {
    const into = place ?? below(null, 'Inbox');
    yield* tell(into, walk);
    yield* emlSource(file, file, into.key);
  } else {
    const into = below(place, basename(file, /^\.mbo?x$/i.test(extname(file)) ? extname(file) : ''));
    yield* tell(into, walk);
    yield* mboxSource(file, file, into.key);
  }
}

function statOf(path: string): Stats | string {
  try {
    return statSync(path);
  } catch (error) {
    return (error as Error).message;
  }
}

async function* directoryEvents(
  directory: string,
  place: Place | null,
  walk: Walk,
  depth: number,
): AsyncGenerator<SourceEvent> {
  // A link would lead in circles, out of what was asked for, or a second time to what is read in its own place.
  if (depth > 0 && lstatSync(directory).isSymbolicLink()) {
    yield skipped(
      directory,
      'it is a link to a directory, and links are not followed: name that directory itself',
    );
    return;
  }
  if (depth > DEEPEST) {
    yield skipped(directory, 'it lies too deep');
    return;
  }
  let names: string[];
  try {
    names = readdirSync(directory).sort((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    yield skipped(directory, (error as Error).message);
    return;
  }
  const loose = place ?? below(null, directoryName(directory));
  for (const name of names) {
    const path = join(directory, name);
    const found = statOf(path);
    if (typeof found === 'string') yield skipped(path, found);
    else if (found.isDirectory()) {
      if (!name.startsWith('.'))
        yield* directoryEvents(path, below(place, directoryName(path)), walk, depth + 1);
    } else if (NO_MAIL.test(name)) continue;
    else yield* guarded(path, () => fileEvents(path, mailKindIsMbox(path) ? place : loose, walk), found);
  }
}

function mailKindIsMbox(path: string): boolean {
  try {
    return mailKind(path) === 'mbox';
  } catch {
    return false;
  }
}

/** One file: what the file system refuses is told like any other thing that cannot be read. */
async function* guarded(
  path: string,
  read: () => AsyncGenerator<SourceEvent>,
  found: Stats,
): AsyncGenerator<SourceEvent> {
  if (!found.isFile()) {
    yield skipped(path, 'it is no ordinary file');
    return;
  }
  try {
    yield* read();
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
    yield skipped(path, (error as Error).message);
  }
}

/** Whatever stands at a path: a mail file of any kind, or a directory of them, whose subdirectories become folders. */
export async function* pathSource(path: string): AsyncGenerator<SourceEvent> & MailSource {
  const found = statOf(path);
  const walk: Walk = { told: new Set() };
  if (typeof found === 'string') yield skipped(path, found);
  else if (found.isDirectory()) yield* directoryEvents(path, null, walk, 0);
  else yield* guarded(path, () => fileEvents(path, null, walk), found);
}
