import { fail, ok, type Result } from '../result.ts';
import { ByteReader } from './byte-reader.ts';
import { joinBytes, littleEndian } from './bytes.ts';

/** Counts and lengths take 2 bytes in standard rules, 4 in extended ones (MS-OXORULE 2.2.5). */
export type CountWidth = 2 | 4;

/** One ActionBlock with its data still in bytes, and where in the whole those begin. */
export interface ActionBlock {
  readonly type: number;
  readonly flavor: number;
  readonly flags: number;
  readonly data: Uint8Array;
  readonly dataAt: number;
}

const HEADER_SIZE = 9;

/** NoOfActions, then per action ActionLength, ActionType, ActionFlavor, ActionFlags, ActionData. */
export function encodeActionBlocks(
  blocks: readonly Omit<ActionBlock, 'dataAt'>[],
  width: CountWidth,
): Uint8Array {
  const parts = blocks.flatMap((block) => [
    littleEndian(HEADER_SIZE + block.data.length, width),
    littleEndian(block.type, 1),
    littleEndian(block.flavor, 4),
    littleEndian(block.flags, 4),
    block.data,
  ]);
  return joinBytes([littleEndian(blocks.length, width), ...parts]);
}

/** Failure: 'malformed-rule-actions'. */
export function decodeActionBlocks(bytes: Uint8Array, width: CountWidth): Result<ActionBlock[]> {
  const reader = new ByteReader(bytes);
  const blocks: ActionBlock[] = [];
  const count = reader.number(width);
  for (let i = 0; i < count && !reader.failed; i++) {
    const at = reader.offset;
    const length = reader.number(width);
    if (length < HEADER_SIZE || length > reader.left)
      return malformedActions(at, 'an action has a wrong length');
    const type = reader.number(1);
    const flavor = reader.number(4);
    const flags = reader.number(4);
    const dataAt = reader.offset;
    blocks.push({ type, flavor, flags, data: reader.take(length - HEADER_SIZE), dataAt });
  }
  if (reader.failed || reader.left > 0)
    return malformedActions(reader.offset, 'the number of actions is wrong');
  return ok(blocks);
}

export function malformedActions(at: number, what: string): Result<never> {
  return fail(
    'malformed-rule-actions',
    `The actions of the rule are damaged at byte ${at}: ${what}; create the rule again.`,
    { at },
  );
}
