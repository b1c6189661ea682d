import { PSTFile, PSTFolder, PSTMessage } from 'pst-extractor';
import { PstDamage, pstChecksum, type PstBytes } from './pst-bytes.ts';
import type { PstIndex } from './pst-index.ts';
import { type PstLayout, word } from './pst-layout.ts';
import { endStreams } from './pst-streams.ts';

endStreams();

/*
 * The border to pst-extractor. The library finds nodes and blocks by tables of our own, so that a damaged file can be
 * read as far as it goes, and every block is checked before it is believed. Its map of named properties, which all
 * files of a process would share, is left empty: nothing here asks for a named property.
 */

/** A 64-bit number as the library has it. */
interface Long {
  toNumber(): number;
}

/** What the library's file class does inside, as far as it is replaced or asked here. */
interface LibraryFile {
  readSync(target: Buffer, length: number, position: number): number;
  processNameToIDMap(): void;
  /** The entry of a tree with this key: of the nodes, or of the blocks. */
  findBtreeItem(key: Long, inNodes: boolean): Buffer;
  getDescriptorIndexNode(key: Long): ConstructorParameters<typeof PSTMessage>[1];
}

const Library = PSTFile as unknown as new (data: Buffer) => LibraryFile;

/** Properties by tag, whatever kind of object. The library keeps these readers to itself. */
interface Properties {
  getBinaryItem(tag: number): Buffer | null;
  getStringItem(tag: number): string;
}

export function binaryProperty(object: object, tag: number): Buffer | null {
  return (object as Properties).getBinaryItem(tag);
}

export function stringProperty(object: object, tag: number): string {
  return (object as Properties).getStringItem(tag);
}

/** A .pst or .ost file as the library sees it. */
export interface Pst {
  message(node: number): PSTMessage;
  folder(node: number): PSTFolder;
  /** Takes what went wrong since it was last asked: the library hides some of it and answers with nothing instead. */
  takeFaults(): string[];
}

/** Offset and size of a block stand behind its id in its entry. */
function checkBlock(bytes: PstBytes, layout: PstLayout, entry: Buffer): void {
  const offset = word(entry, layout.word, layout.word);
  const size = entry.readUInt16LE(2 * layout.word);
  const whole = Math.ceil((size + layout.blockTrailer) / layout.blockAlignment) * layout.blockAlignment;
  const block = Buffer.alloc(whole);
  bytes.read(block, offset);
  const stored = block.readUInt32LE(whole - layout.blockTrailer + layout.blockChecksum);
  // Some programs write no checksums; zero is taken for that.
  if (stored !== 0 && stored !== pstChecksum(block.subarray(0, size)))
    throw new PstDamage('the checksum of one of its blocks is wrong');
}

/** Reads for one message or folder: a message of the longest kind takes a fifth of them. */
const MOST_READS = 200_000;

/** Opens the library on a file whose tables were read already. */
export function openPst(bytes: PstBytes, layout: PstLayout, index: PstIndex): Pst {
  const faults: string[] = [];
  const checked = new Set<number>();
  let left = MOST_READS;
  const noting = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      faults.push((error as Error).message);
      throw error;
    }
  };

  const nodeEntry = (key: number): Buffer => {
    const entry = index.nodes.get(key);
    if (entry === undefined) throw new PstDamage('a node it refers to is missing');
    return entry;
  };
  const blockEntry = (key: number): Buffer => {
    const entry = index.blocks.get(key);
    if (entry === undefined) throw new PstDamage('a block it refers to is missing');
    if (!checked.has(key)) checkBlock(bytes, layout, entry);
    checked.add(key);
    return entry;
  };

  class IndexedFile extends Library {
    override readSync(target: Buffer, length: number, position: number): number {
      return noting(() => {
        left -= 1;
        if (left < 0) throw new PstDamage('reading it comes to no end');
        bytes.read(target.subarray(0, length), position);
        return length;
      });
    }
    override processNameToIDMap(): void {}
    override findBtreeItem(key: Long, inNodes: boolean): Buffer {
      return noting(() => {
        const number = key.toNumber();
        return inNodes ? nodeEntry(number) : blockEntry(number - (number % 2));
      });
    }
  }

  const file = new IndexedFile(Buffer.alloc(0));
  const asPst = file as unknown as PSTFile;
  const node = (id: number) => file.getDescriptorIndexNode({ toNumber: () => id });
  return {
    message: (id) => {
      left = MOST_READS;
      return new PSTMessage(asPst, node(id));
    },
    folder: (id) => {
      left = MOST_READS;
      return new PSTFolder(asPst, node(id));
    },
    takeFaults: () => faults.splice(0),
  };
}
