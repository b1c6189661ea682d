import { BYTE_KINDS, type ByteKind, type Bytes, allBytes } from './comparison-totals.ts';

/** One piece of a bar: where it begins and how long it is, in shares of the whole width (0..1). */
export interface BarPiece {
  readonly kind: ByteKind;
  readonly bytes: number;
  readonly from: number;
  readonly width: number;
}

/** The pieces of one bar; bars of one chart share `most`, the longest bar's bytes. */
export function barPieces(bytes: Bytes, most: number): BarPiece[] {
  const pieces: BarPiece[] = [];
  let from = 0;
  for (const kind of BYTE_KINDS) {
    const width = most <= 0 ? 0 : bytes[kind] / most;
    if (width > 0) pieces.push({ kind, bytes: bytes[kind], from, width });
    from += width;
  }
  return pieces;
}

/** Bytes of the longest of several bars. */
export function mostBytes(all: readonly Bytes[]): number {
  return Math.max(0, ...all.map(allBytes));
}

/** 1, 1,024, 1,048,576 ... bytes: the largest that is not more. */
function unitOf(bytes: number): number {
  let unit = 1;
  while (unit * 1024 <= bytes) unit *= 1024;
  return unit;
}

/** Round marks for an axis from 0 to `most` bytes: steps of 1, 2 or 5 times a power of ten of its unit. */
export function axisMarks(most: number): number[] {
  if (!(most > 0)) return [0];
  const unit = unitOf(most);
  const rough = most / unit / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? power) * unit;
  const marks: number[] = [];
  for (let at = 0; at * step <= most * 1.0000001; at += 1) marks.push(at * step);
  return marks;
}
