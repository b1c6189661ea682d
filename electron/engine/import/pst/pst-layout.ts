import { PstDamage, type PstBytes } from './pst-bytes.ts';

/** Where things stand in the three kinds of file (MS-PST 2.2.2.6-2.2.2.8; the third kind is Outlook 2013's, 4 KiB pages). */
export interface PstLayout {
  /** The version as the reading library tells it: 14, 23 or 36. */
  readonly kind: 14 | 23 | 36;
  readonly encryption: number;
  readonly pageSize: number;
  /** Bytes of a page that its checksum covers, and where the checksum and the page's own id stand. */
  readonly pageBody: number;
  readonly pageType: number;
  readonly pageChecksum: number;
  readonly pageId: number;
  /** Where a tree page counts its entries; two bytes wide in 4 KiB pages. */
  readonly entryCount: number;
  readonly wideCount: boolean;
  /** Sizes of entries: of a node, of a block, and of a page's child; and the width of ids and offsets. */
  readonly nodeEntry: number;
  readonly blockEntry: number;
  readonly childEntry: number;
  readonly word: 4 | 8;
  /** Blocks end in a trailer that is aligned so; `blockChecksum` is the checksum's place within it. */
  readonly blockAlignment: number;
  readonly blockTrailer: number;
  readonly blockChecksum: number;
  /** Roots of the trees of nodes and of blocks. */
  readonly nodeRoot: number;
  readonly blockRoot: number;
  /** How long the file is by its own account. */
  readonly fileSize: number;
}

const HEADER = 564;

const ANSI = {
  kind: 14,
  pageSize: 512,
  pageBody: 500,
  pageType: 500,
  pageChecksum: 508,
  pageId: 504,
  entryCount: 496,
  wideCount: false,
  nodeEntry: 16,
  blockEntry: 12,
  childEntry: 12,
  word: 4,
  blockAlignment: 64,
  blockTrailer: 12,
  blockChecksum: 8,
} as const;

const UNICODE = {
  kind: 23,
  pageSize: 512,
  pageBody: 496,
  pageType: 496,
  pageChecksum: 500,
  pageId: 504,
  entryCount: 488,
  wideCount: false,
  nodeEntry: 32,
  blockEntry: 24,
  childEntry: 24,
  word: 8,
  blockAlignment: 64,
  blockTrailer: 16,
  blockChecksum: 4,
} as const;

const UNICODE_4K = {
  ...UNICODE,
  kind: 36,
  pageSize: 4096,
  pageBody: 4072,
  pageType: 4072,
  pageChecksum: 4076,
  pageId: 4080,
  entryCount: 4056,
  wideCount: true,
  blockAlignment: 512,
  blockTrailer: 24,
} as const;

/** A 64-bit number of a file; ids and offsets stay far below 2^53. */
export function word(bytes: Buffer, offset: number, width: 4 | 8): number {
  const low = bytes.readUInt32LE(offset);
  return width === 4 ? low : bytes.readUInt32LE(offset + 4) * 0x1_0000_0000 + low;
}

/** Reads the header. Throws PstDamage when the file is none of the kinds, or encrypted in a way that cannot be read. */
export function readLayout(bytes: PstBytes): PstLayout {
  const header = Buffer.alloc(HEADER);
  if (bytes.size < HEADER) throw new PstDamage('the file is cut off within its header');
  bytes.read(header, 0);
  if (header.toString('latin1', 0, 4) !== '!BDN') throw new PstDamage('the file is no .pst or .ost file');
  const version = header.readUInt16LE(10);
  const ansi = version === 14 || version === 15;
  if (!ansi && version !== 23 && version !== 21 && version !== 36)
    throw new PstDamage(`the file is of version ${version}, which is not known`);
  const encryption = header[ansi ? 461 : 513] ?? 0;
  if (encryption > 1) throw new PstDamage('the file is encrypted in a way that cannot be read');
  const base = ansi ? ANSI : version === 36 ? UNICODE_4K : UNICODE;
  return {
    ...base,
    encryption,
    nodeRoot: word(header, ansi ? 188 : 224, base.word),
    fileSize: word(header, ansi ? 168 : 184, base.word),
    blockRoot: word(header, ansi ? 196 : 240, base.word),
  };
}
