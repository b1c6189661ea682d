import { oneLine } from '../clean-text.ts';
import { type MailSource, type SourceEvent, skipped } from '../mail-source.ts';
import { openBytes, PstDamage, type PstBytes } from './pst-bytes.ts';
import { type FolderText, type PstNode, type PstTree, placeFolders, readTree } from './pst-folders.ts';
import { type PstIndex, readIndex } from './pst-index.ts';
import { type PstLayout, readLayout } from './pst-layout.ts';
import { binaryProperty, openPst, type Pst } from './pst-library.ts';
import { readPstMessage } from './pst-message.ts';
import { quietly } from './quietly.ts';

/** The node of the message store, and PR_IPM_SUBTREE_ENTRYID on it. */
const MESSAGE_STORE = 0x21;
const IPM_SUBTREE = 0x35e0;

/** Where messages go whose folder is gone. */
const RECOVERED = 'recovered';

function topOf(pst: Pst): number | null {
  try {
    const entryId = binaryProperty(pst.message(MESSAGE_STORE), IPM_SUBTREE);
    return entryId === null || entryId.length < 24 ? null : entryId.readUInt32LE(20);
  } catch {
    return null;
  } finally {
    pst.takeFaults();
  }
}

/** A folder's own words; one that cannot be read is called by its number, for its mail can still be there. */
function textOf(pst: Pst, node: PstNode): FolderText {
  try {
    const folder = pst.folder(node.id);
    const containerClass = oneLine(folder.containerClass);
    return {
      name: oneLine(folder.displayName),
      containerClass: containerClass.startsWith('IPF') ? containerClass : '',
    };
  } catch {
    return { name: `Folder ${node.id}`, containerClass: '' };
  } finally {
    pst.takeFaults();
  }
}

/** Why something could not be read: what was wrong in the file, else what the library says. */
function reasonOf(pst: Pst, error: unknown): string {
  const [fault] = pst.takeFaults();
  if (fault !== undefined) return fault;
  const { message } = error as Error;
  return error instanceof PstDamage ? message : `it cannot be made sense of (${oneLine(message)})`;
}

function* mailOf(pst: Pst, path: string, folder: string, ids: readonly number[]): Generator<SourceEvent> {
  for (const id of ids) {
    const events = quietly((): SourceEvent[] => {
      const place = `${path}, message ${id}`;
      try {
        pst.takeFaults();
        const { mail, lost } = readPstMessage(pst, pst.message(id));
        return [
          { kind: 'mail', folder, mail },
          ...lost.map(({ part, reason }) => skipped(`${place} (${mail.subject}), ${part}`, reason)),
        ];
      } catch (error) {
        return [skipped(place, reasonOf(pst, error))];
      }
    });
    yield* events;
  }
}

function* orphansOf(pst: Pst, path: string, tree: PstTree): Generator<SourceEvent> {
  const known = new Set(tree.folders.map((folder) => folder.id));
  const lost = [...tree.messages].filter(([folder]) => !known.has(folder)).flatMap(([, ids]) => ids);
  if (lost.length === 0) return;
  yield {
    kind: 'folder',
    folder: {
      key: RECOVERED,
      parent: null,
      role: null,
      name: 'Recovered items',
      containerClass: 'IPF.Note',
      isSearch: false,
    },
  };
  yield* mailOf(pst, path, RECOVERED, lost);
}

/** What a file lacks as a whole: its end, or its table of contents. */
function* damageOf(
  path: string,
  bytes: PstBytes,
  layout: PstLayout,
  index: PstIndex,
): Generator<SourceEvent> {
  if (layout.fileSize > bytes.size)
    yield skipped(path, `the file is cut off: it should have ${layout.fileSize} bytes and has ${bytes.size}`);
  if (index.repaired) yield skipped(path, 'its table of contents is damaged, so not all of it can be found');
}

/** How many messages a folder counts itself; 0 when it cannot say. */
function countOf(pst: Pst, id: number): number {
  try {
    return pst.folder(id).contentCount;
  } catch {
    return 0;
  } finally {
    pst.takeFaults();
  }
}

function* read(bytes: PstBytes, path: string): Generator<SourceEvent> {
  const layout = readLayout(bytes);
  const index = readIndex(bytes, layout);
  const pst = openPst(bytes, layout, index);
  const tree = readTree(index, layout);
  yield* damageOf(path, bytes, layout, index);
  const placed = quietly(() => placeFolders(tree, (node) => textOf(pst, node), topOf(pst)));
  const paths = new Map<string, string>();
  for (const folder of placed) {
    yield { kind: 'folder', folder };
    const above = folder.parent === null ? undefined : paths.get(folder.parent);
    const where = above === undefined ? path : `${above}\\${folder.name}`;
    paths.set(folder.key, where);
    const ids = tree.messages.get(Number(folder.key)) ?? [];
    yield* mailOf(pst, where, folder.key, ids);
    const missing = index.repaired && !folder.isSearch ? countOf(pst, Number(folder.key)) - ids.length : 0;
    if (missing > 0) yield skipped(where, `${missing} of its messages cannot be found any more`);
  }
  yield* orphansOf(pst, path, tree);
}

/**
 * A .pst or .ost file: its whole tree of folders and every message in it. Associated messages (FAI) stay out: they are
 * settings of the mailbox the file came from, and importing them breaks the rules of the new one (KB840007).
 * @param path as it shall stand in what could not be read
 */
export async function* pstSource(file: string, path: string): AsyncGenerator<SourceEvent> & MailSource {
  let bytes: PstBytes | null = null;
  try {
    bytes = openBytes(file);
    yield* read(bytes, path);
  } catch (error) {
    if (!(error instanceof PstDamage)) throw error;
    yield skipped(path, error.message);
  } finally {
    bytes?.close();
  }
}
