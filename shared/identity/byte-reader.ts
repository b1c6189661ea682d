import { copyBytes } from './bytes.ts';

/**
 * Reads fields one after another. Reading past the end raises `failed` and yields zeros or no bytes, so that a
 * decoder checks once per record instead of once per field; loops must check it in every turn.
 */
export class ByteReader {
  readonly bytes: Uint8Array;
  offset: number;
  readonly end: number;
  failed = false;

  constructor(bytes: Uint8Array, offset = 0, end = bytes.length) {
    this.bytes = bytes;
    this.offset = offset;
    this.end = Math.min(end, bytes.length);
  }

  get left(): number {
    return this.end - this.offset;
  }

  /** The next `length` bytes as a copy; no bytes when fewer are left. */
  take(length: number): Uint8Array {
    if (length > this.left) {
      this.failed = true;
      this.offset = this.end;
      return new Uint8Array(0);
    }
    this.offset += length;
    return copyBytes(this.bytes, this.offset - length, this.offset);
  }

  rest(): Uint8Array {
    return this.take(this.left);
  }

  /** An unsigned number, least significant byte first. */
  number(width: 1 | 2 | 4): number {
    return this.take(width).reduceRight((value, byte) => value * 256 + byte, 0);
  }

  /** The bytes before the next NUL, which is consumed. */
  untilNul(): Uint8Array {
    const nul = this.bytes.subarray(this.offset, this.end).indexOf(0);
    if (nul < 0) {
      this.failed = true;
      this.offset = this.end;
      return new Uint8Array(0);
    }
    const text = this.take(nul);
    this.offset += 1;
    return text;
  }
}
