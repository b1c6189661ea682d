import { type FieldCutter, cutGuid, hexNumber } from './byte-fields.ts';
import { GC_SIZE } from './gid.ts';

const SOURCE = 'MS-OXCFXICS 2.2.2.6, 3.1.5.4.3';

interface Stack {
  value: number;
  length: number;
  readonly pushes: number[];
}

function extend(prefix: number, bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, prefix);
}

function bitmaskValues(stack: Stack, operand: Uint8Array): string {
  const first = stack.value * 256 + (operand[0] ?? 0);
  const values = [first];
  for (let bit = 0; bit < 8; bit++) if ((operand[1] ?? 0) & (1 << bit)) values.push(first + bit + 1);
  return values.map(hexNumber).join(', ');
}

/** One command of a GLOBSET; answers false when it is the last one or cannot be read. */
function cutCommand(cutter: FieldCutter, stack: Stack): boolean {
  const command = cutter.next;
  if (command >= 1 && command <= GC_SIZE - stack.length) {
    const whole = command + stack.length === GC_SIZE;
    const taken = cutter.take(whole ? 'single' : 'push', 1 + command, SOURCE, (bytes) =>
      hexNumber(extend(stack.value, bytes.subarray(1))),
    );
    if (taken === null) return false;
    if (!whole) {
      stack.value = extend(stack.value, taken.subarray(1));
      stack.length += command;
      stack.pushes.push(command);
    }
    return true;
  }
  if (command === 0x50 && stack.pushes.length > 0) {
    const count = stack.pushes.pop() ?? 0;
    stack.value = Math.floor(stack.value / 256 ** count);
    stack.length -= count;
    return cutter.take('pop', 1, SOURCE) !== null;
  }
  if (command === 0x42 && stack.length === GC_SIZE - 1) {
    return cutter.take('bitmask', 3, SOURCE, (bytes) => bitmaskValues(stack, bytes.subarray(1))) !== null;
  }
  if (command === 0x52) {
    const width = GC_SIZE - stack.length;
    const value = (bytes: Uint8Array): string =>
      [bytes.subarray(1, 1 + width), bytes.subarray(1 + width)]
        .map((end) => hexNumber(extend(stack.value, end)))
        .join(' - ');
    return cutter.take('range', 1 + 2 * width, SOURCE, value) !== null;
  }
  if (command === 0x00 && stack.length === 0) cutter.take('end', 1, SOURCE);
  else cutter.rest('unexplained', SOURCE);
  return false;
}

/** An IDSET in the form of the state properties: REPLGUID and GLOBSET, again and again (MS-OXCFXICS 2.2.2.4). */
export function cutIdSet(cutter: FieldCutter): void {
  while (cutter.left > 0) {
    cutGuid(cutter, 'replguid', 'MS-OXCFXICS 2.2.2.4');
    const stack: Stack = { value: 0, length: 0, pushes: [] };
    while (cutter.left > 0 && cutCommand(cutter, stack));
  }
}
