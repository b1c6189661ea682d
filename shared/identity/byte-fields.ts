import { copyBytes, readSingleByteText, toHex } from './bytes.ts';
import { GC_SIZE, readGc } from './gid.ts';
import { formatGuid, GUID_SIZE } from './guid.ts';

/** What a run of bytes inside an identifier is; names and meanings stand under these words in the texts. */
export type FieldKind =
  | 'replguid'
  | 'counter'
  | 'replid'
  | 'pad'
  | 'flags'
  | 'store-guid'
  | 'public-provider'
  | 'folder-type'
  | 'message-type'
  | 'namespace'
  | 'local-id'
  | 'xid-size'
  | 'push'
  | 'single'
  | 'pop'
  | 'bitmask'
  | 'range'
  | 'end'
  | 'wrapper-provider'
  | 'version'
  | 'dll'
  | 'wrapped-provider'
  | 'wrapped-type'
  | 'server-name'
  | 'mailbox-dn'
  | 'ab-provider'
  | 'ab-version'
  | 'ab-type'
  | 'dn'
  | 'action-count'
  | 'action-length'
  | 'action-type'
  | 'action-flavor'
  | 'action-flags'
  | 'in-this-store'
  | 'size'
  | 'store-eid'
  | 'folder-eid'
  | 'ours'
  | 'no-message'
  | 'instance'
  | 'template-guid'
  | 'recipient-count'
  | 'reserved'
  | 'property-count'
  | 'property-tag'
  | 'property-value'
  | 'action-data'
  | 'guid'
  | 'opaque'
  | 'unexplained';

/** One field of an identifier. The fields of an identifier cover every byte of it exactly once, in order. */
export interface ByteField {
  readonly offset: number;
  readonly length: number;
  readonly hex: string;
  readonly kind: FieldKind;
  /** What the bytes say, as a person reads it; empty where there is nothing to add. */
  readonly value: string;
  /** Where the layout is documented. */
  readonly source: string;
}

/** Cuts bytes into fields one after another; cut short, a field takes what is left and says that it is unexplained. */
export class FieldCutter {
  readonly bytes: Uint8Array;
  readonly fields: ByteField[] = [];
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get left(): number {
    return this.bytes.length - this.#offset;
  }

  /** The byte that comes next, or -1 at the end. */
  get next(): number {
    return this.bytes[this.#offset] ?? -1;
  }

  /** Takes `length` bytes as one field. Answers them; null when fewer are left, which ends the cutting. */
  take(
    kind: FieldKind,
    length: number,
    source: string,
    value: (bytes: Uint8Array) => string = () => '',
  ): Uint8Array | null {
    if (length === 0) return new Uint8Array(0);
    if (length > this.left) {
      this.rest('unexplained', source);
      return null;
    }
    const taken = copyBytes(this.bytes, this.#offset, this.#offset + length);
    this.fields.push({ offset: this.#offset, length, hex: toHex(taken), kind, value: value(taken), source });
    this.#offset += length;
    return taken;
  }

  /** Takes a number, least significant byte first; -1 when it is cut off. */
  number(kind: FieldKind, width: 1 | 2 | 4, source: string, value: (n: number) => string = String): number {
    const taken = this.take(kind, width, source, (bytes) => value(littleEndianOf(bytes)));
    return taken === null ? -1 : littleEndianOf(taken);
  }

  /** Takes a NUL-terminated single-byte text with its NUL. */
  text(kind: FieldKind, source: string): void {
    const nul = this.bytes.indexOf(0, this.#offset);
    if (nul < 0) this.rest('unexplained', source);
    else
      this.take(kind, nul - this.#offset + 1, source, (bytes) => readSingleByteText(bytes.subarray(0, -1)));
  }

  /** The next bytes, at most `length` of them, without taking them. */
  peek(length: number): Uint8Array {
    return copyBytes(this.bytes, this.#offset, this.#offset + length);
  }

  /** Cuts the next `length` bytes by themselves, so that a damaged part cannot run into what follows. Too few: all of them. */
  part(length: number, cut: (part: FieldCutter) => void): void {
    const part = new FieldCutter(this.peek(Math.max(0, Math.min(length, this.left))));
    cut(part);
    part.rest('unexplained', '');
    for (const field of part.fields) this.fields.push({ ...field, offset: field.offset + this.#offset });
    this.#offset += part.bytes.length;
  }

  /** Whatever is left as one field. */
  rest(kind: FieldKind, source: string): void {
    this.take(kind, this.left, source);
  }
}

export function littleEndianOf(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}

export function hexNumber(value: number): string {
  return `0x${value.toString(16)}`;
}

export const GID_SOURCE = 'MS-OXCDATA 2.2.1.3';
const COUNTER_SOURCE = 'MS-OXCDATA 2.2.1.1; MS-OXCFXICS R1900';

export function cutGuid(cutter: FieldCutter, kind: FieldKind, source: string): void {
  cutter.take(kind, GUID_SIZE, source, formatGuid);
}

export function cutCounter(cutter: FieldCutter): void {
  cutter.take('counter', GC_SIZE, COUNTER_SOURCE, (bytes) => hexNumber(readGc(bytes, 0)));
}

/** REPLGUID and counter, 22 bytes. */
export function cutGid(cutter: FieldCutter): void {
  cutGuid(cutter, 'replguid', GID_SOURCE);
  cutCounter(cutter);
}

/** REPLID and counter, 8 bytes. */
export function cutShortId(cutter: FieldCutter): void {
  cutter.number('replid', 2, 'MS-OXCDATA 2.2.1.1', hexNumber);
  cutCounter(cutter);
}
