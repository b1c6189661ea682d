import { ok, type Result } from '../result.ts';
import { ByteReader } from './byte-reader.ts';
import { concatBytes, littleEndian } from './bytes.ts';
import { FOLDER_ENTRY_ID_SIZE, MESSAGE_ENTRY_ID_SIZE } from './entry-id.ts';
import { checkGuid, GUID_SIZE, type Guid } from './guid.ts';
import {
  type ActionBlock,
  decodeActionBlocks,
  encodeActionBlocks,
  malformedActions,
} from './rule-action-blocks.ts';
import {
  ACTION_TYPES,
  type CommonRuleAction,
  decodeCommon,
  encodeCommonData,
  withModifiers,
} from './rule-actions.ts';

/**
 * An action of an extended rule, a FAI of class IPM.ExtendedRule.Message (MS-OXORULE 2.2.4, 2.2.5): entry IDs instead
 * of short IDs, 4-byte counts.
 */
export type ExtendedRuleAction =
  | CommonRuleAction
  | {
      readonly op: 'move' | 'copy';
      readonly storeEid: Uint8Array;
      /** 46 bytes */
      readonly folderEid: Uint8Array;
      readonly flavor?: number;
      readonly flags?: number;
    }
  | {
      readonly op: 'reply' | 'oofReply';
      /** 70 bytes */
      readonly templateEid: Uint8Array;
      readonly templateGuid: Guid;
      readonly flavor?: number;
      readonly flags?: number;
    };

export function encodeExtendedRuleActions(actions: readonly ExtendedRuleAction[]): Uint8Array {
  return encodeActionBlocks(
    actions.map((action) => ({
      type: action.op === 'unknown' ? action.type : ACTION_TYPES[action.op],
      flavor: action.flavor ?? 0,
      flags: action.flags ?? 0,
      data: encodeData(action),
    })),
    4,
  );
}

/** Failure: 'malformed-rule-actions'. */
export function decodeExtendedRuleActions(bytes: Uint8Array): Result<ExtendedRuleAction[]> {
  const blocks = decodeActionBlocks(bytes, 4);
  if (!blocks.ok) return blocks;
  const actions: ExtendedRuleAction[] = [];
  for (const block of blocks.value) {
    const action = decodeAction(block);
    if (action === null) return malformedActions(block.dataAt, 'the data of an action has a wrong size');
    actions.push(withModifiers(action, block));
  }
  return ok(actions);
}

function encodeData(action: ExtendedRuleAction): Uint8Array {
  switch (action.op) {
    case 'move':
    case 'copy':
      return concatBytes(sized(action.storeEid), sized(action.folderEid));
    case 'reply':
    case 'oofReply':
      return concatBytes(sized(action.templateEid), checkGuid(action.templateGuid));
    default:
      return encodeCommonData(action, 4);
  }
}

function decodeAction(block: ActionBlock): ExtendedRuleAction | null {
  const reader = new ByteReader(block.data);
  switch (block.type) {
    case ACTION_TYPES.move:
    case ACTION_TYPES.copy: {
      const storeEid = reader.take(reader.number(4));
      const folderEid = reader.take(reader.number(4));
      if (reader.failed || reader.left > 0 || folderEid.length !== FOLDER_ENTRY_ID_SIZE) return null;
      return { op: block.type === ACTION_TYPES.move ? 'move' : 'copy', storeEid, folderEid };
    }
    case ACTION_TYPES.reply:
    case ACTION_TYPES.oofReply: {
      const templateEid = reader.take(reader.number(4));
      const templateGuid = reader.take(GUID_SIZE);
      if (reader.failed || reader.left > 0 || templateEid.length !== MESSAGE_ENTRY_ID_SIZE) return null;
      return { op: block.type === ACTION_TYPES.reply ? 'reply' : 'oofReply', templateEid, templateGuid };
    }
    default:
      return decodeCommon(block, 4);
  }
}

function sized(bytes: Uint8Array): Uint8Array {
  return concatBytes(littleEndian(bytes.length, 4), bytes);
}
