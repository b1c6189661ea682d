import { fail, ok, type Result } from '../result.ts';
import { GC_SIZE } from './gid.ts';
import { normaliseRanges, type Range, type Ranges } from './ranges.ts';

/*
 * A set of 48-bit counters as a small program for a stack of common leading bytes (MS-OXCFXICS 2.2.2.6, 3.1.5.4.3).
 * One set has many encodings: compare sets, never bytes.
 */
const END = 0x00;
const BITMASK = 0x42;
const POP = 0x50;
const RANGE = 0x52;

/**
 * Encodes ascending, disjoint ranges, the end command included. Subtrees with a common prefix push it once; values
 * that differ in the last byte only become bitmasks where that is shorter.
 */
export function encodeGlobset(ranges: Ranges): Uint8Array {
  const out: number[] = [];
  if (ranges.length > 0) writeGroup(out, ranges, 0, ranges.length, 0);
  out.push(END);
  return Uint8Array.from(out);
}

/** Writes the ranges `from`..`to` (exclusive), all under the `prefix` leading bytes that are on the stack. */
function writeGroup(out: number[], ranges: Ranges, from: number, to: number, prefix: number): void {
  const [low] = rangeAt(ranges, from);
  const [, high] = rangeAt(ranges, to - 1);
  const common = commonBytes(low, high, prefix);
  const gain = common - prefix;
  const single = to - from === 1;
  if (common === GC_SIZE) {
    // A push of all six bytes is the value itself and pops itself.
    writePush(out, low, prefix, common);
    return;
  }
  if (single && gain < 3) {
    // For a single range a push and its pop pay only from three bytes on.
    writeRange(out, low, high, prefix);
    return;
  }
  if (gain > 0) writePush(out, low, prefix, common);
  if (single) writeRange(out, low, high, common);
  else if (common === GC_SIZE - 1) writeLastByte(out, ranges, from, to);
  else writeChildren(out, ranges, from, to, common);
  if (gain > 0) out.push(POP);
}

function writeChildren(out: number[], ranges: Ranges, from: number, to: number, prefix: number): void {
  let i = from;
  while (i < to) {
    const [low, high] = rangeAt(ranges, i);
    const branch = leading(low, prefix + 1);
    if (leading(high, prefix + 1) !== branch) {
      writeRange(out, low, high, prefix);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < to && leading(rangeAt(ranges, end)[1], prefix + 1) === branch) end++;
    writeGroup(out, ranges, i, end, prefix);
    i = end;
  }
}

/** Under five common bytes: several ranges within nine values become one bitmask. */
function writeLastByte(out: number[], ranges: Ranges, from: number, to: number): void {
  let i = from;
  while (i < to) {
    const [start, high] = rangeAt(ranges, i);
    let mask = 0;
    let end = i;
    while (end < to && rangeAt(ranges, end)[1] <= start + 8) {
      const [a, b] = rangeAt(ranges, end);
      for (let value = a; value <= b; value++) if (value > start) mask |= 1 << (value - start - 1);
      end++;
    }
    if (end - i > 1) {
      out.push(BITMASK, start % 256, mask);
      i = end;
    } else {
      if (start === high) writePush(out, start, GC_SIZE - 1, GC_SIZE);
      else writeRange(out, start, high, GC_SIZE - 1);
      i++;
    }
  }
}

function writePush(out: number[], value: number, from: number, to: number): void {
  out.push(to - from);
  writeBytes(out, value, from, to);
}

function writeRange(out: number[], low: number, high: number, prefix: number): void {
  out.push(RANGE);
  writeBytes(out, low, prefix, GC_SIZE);
  writeBytes(out, high, prefix, GC_SIZE);
}

function writeBytes(out: number[], value: number, from: number, to: number): void {
  for (let position = from; position < to; position++) out.push(leading(value, position + 1) % 256);
}

/** The number made of the first `count` bytes of a counter. */
function leading(value: number, count: number): number {
  return Math.floor(value / 2 ** (8 * (GC_SIZE - count)));
}

function commonBytes(low: number, high: number, atLeast: number): number {
  let common = atLeast;
  while (common < GC_SIZE && leading(low, common + 1) === leading(high, common + 1)) common++;
  return common;
}

function rangeAt(ranges: Ranges, index: number): Range {
  const range = ranges[index];
  if (range === undefined) throw new RangeError(`no range ${index}`);
  return range;
}

interface Stack {
  value: number;
  length: number;
  readonly pushes: number[];
}

/**
 * Decodes from `offset` up to and including the end command; `end` is the offset after it. The ranges are ascending
 * and disjoint, at most five for three bytes of input. Failure: 'malformed-globset' (RpcFormat 0x4B6).
 */
export function decodeGlobset(bytes: Uint8Array, offset = 0): Result<{ ranges: Range[]; end: number }> {
  const found: Range[] = [];
  const stack: Stack = { value: 0, length: 0, pushes: [] };
  let at = offset;
  for (;;) {
    const command = bytes[at];
    if (command === undefined) return malformed(at, 'the end command is missing');
    const size = 1 + operandSize(command, stack.length);
    if (at + size > bytes.length) return malformed(at, 'the bytes end inside a command');
    if (command === END) {
      if (stack.length > 0) return malformed(at, 'common bytes are left at the end');
      return ok({ ranges: normaliseRanges(found), end: at + size });
    }
    const problem = step(command, bytes.subarray(at + 1, at + size), stack, found);
    if (problem !== null) return malformed(at, problem);
    at += size;
  }
}

function operandSize(command: number, prefix: number): number {
  if (command === RANGE) return 2 * (GC_SIZE - prefix);
  if (command === BITMASK) return 2;
  return command <= GC_SIZE ? command : 0;
}

/** Executes one command; returns what is wrong with it, or null. */
function step(command: number, operand: Uint8Array, stack: Stack, found: Range[]): string | null {
  switch (command) {
    case POP: {
      const count = stack.pushes.pop();
      if (count === undefined) return 'there is nothing to pop';
      stack.value = Math.floor(stack.value / 256 ** count);
      stack.length -= count;
      return null;
    }
    case RANGE: {
      const width = operand.length / 2;
      const low = extend(stack.value, operand.subarray(0, width));
      const high = extend(stack.value, operand.subarray(width));
      if (low > high) return 'a range ends before it begins';
      found.push([low, high]);
      return null;
    }
    case BITMASK:
      return readBitmask(operand, stack, found);
    default:
      if (command > GC_SIZE) return 'the command is unknown';
      if (stack.length + command > GC_SIZE) return 'more than six common bytes are pushed';
      if (stack.length + command === GC_SIZE) {
        const value = extend(stack.value, operand);
        found.push([value, value]);
        return null;
      }
      stack.value = extend(stack.value, operand);
      stack.length += command;
      stack.pushes.push(command);
      return null;
  }
}

function readBitmask(operand: Uint8Array, stack: Stack, found: Range[]): string | null {
  if (stack.length !== GC_SIZE - 1) return 'a bitmask needs five common bytes';
  const start = operand[0] ?? 0;
  const mask = operand[1] ?? 0;
  if (start + 32 - Math.clz32(mask) > 255) return 'a bitmask runs over the last byte';
  const first = stack.value * 256 + start;
  found.push([first, first]);
  for (let bit = 0; bit < 8; bit++) if (mask & (1 << bit)) found.push([first + bit + 1, first + bit + 1]);
  return null;
}

function extend(prefix: number, bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, prefix);
}

function malformed(at: number, what: string): Result<never> {
  return fail(
    'malformed-globset',
    `The set of identifiers is damaged at byte ${at}: ${what}; synchronize again from an empty state.`,
    { error: 0x4b6, at },
  );
}
