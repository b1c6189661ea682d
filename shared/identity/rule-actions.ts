import { assertNever, ok, type Result } from '../result.ts';
import { ByteReader } from './byte-reader.ts';
import { concatBytes, copyBytes, littleEndian } from './bytes.ts';
import { checkGuid, type Guid } from './guid.ts';
import {
  type ActionBlock,
  decodeActionBlocks,
  encodeActionBlocks,
  malformedActions,
} from './rule-action-blocks.ts';
import { decodeRecipients, encodeRecipients } from './rule-recipients.ts';
import { encodeShortId, readShortId, SHORT_ID_SIZE, type ShortId } from './short-id.ts';

/** Flavor and flags of an action block; absent when zero. */
interface Modifiers {
  readonly flavor?: number;
  readonly flags?: number;
}

/** What every rule can do, standard or extended. `bounce` codes: too large, form mismatch, denied. */
export type CommonRuleAction = Modifiers &
  (
    | { readonly op: 'defer'; readonly clientData: Uint8Array }
    | { readonly op: 'forward' | 'delegate'; readonly recipients: readonly Uint8Array[] }
    | { readonly op: 'tag'; readonly propTag: number; readonly value: Uint8Array }
    | { readonly op: 'bounce'; readonly code: 0x0d | 0x1f | 0x26 }
    | { readonly op: 'delete' | 'markRead' }
    | { readonly op: 'unknown'; readonly type: number; readonly data: Uint8Array }
  );

/**
 * An action of a standard server rule (MS-OXORULE 2.2.5). Inside the own store folders and templates are short IDs,
 * which mean something only with that store's REPLID map. What is not understood is kept as `unknown`.
 */
export type RuleAction =
  | CommonRuleAction
  | (Modifiers &
      (
        | { readonly op: 'move' | 'copy'; readonly inThisStore: true; readonly folder: ShortId }
        | {
            readonly op: 'move' | 'copy';
            readonly inThisStore: false;
            readonly storeEid: Uint8Array;
            readonly folderEid: Uint8Array;
          }
        | {
            readonly op: 'reply' | 'oofReply';
            readonly template: { readonly folder: ShortId; readonly message: ShortId; readonly guid: Guid };
          }
      ));

export const ACTION_TYPES = {
  move: 1,
  copy: 2,
  reply: 3,
  oofReply: 4,
  defer: 5,
  bounce: 6,
  forward: 7,
  delegate: 8,
  tag: 9,
  delete: 0x0a,
  markRead: 0x0b,
} as const;

const SERVER_EID_SIZE = 21;
const TEMPLATE_SIZE = 2 * SHORT_ID_SIZE + 16;

/** The property value PidTagRuleActions: 2-byte counts. */
export function encodeRuleActions(actions: readonly RuleAction[]): Uint8Array {
  return encodeActionBlocks(
    actions.map((action) => ({
      type: action.op === 'unknown' ? action.type : ACTION_TYPES[action.op],
      flavor: action.flavor ?? 0,
      flags: action.flags ?? 0,
      data: encodeData(action),
    })),
    2,
  );
}

/** Failure: 'malformed-rule-actions'. */
export function decodeRuleActions(bytes: Uint8Array): Result<RuleAction[]> {
  const blocks = decodeActionBlocks(bytes, 2);
  if (!blocks.ok) return blocks;
  const actions: RuleAction[] = [];
  for (const block of blocks.value) {
    const action = decodeAction(block);
    if (action === null) return malformedActions(block.dataAt, 'the data of an action is cut or too long');
    actions.push(withModifiers(action, block));
  }
  return ok(actions);
}

/**
 * Replaces the short IDs (folders of MOVE and COPY in the own store, templates of replies) through `map` and leaves
 * every other byte as it is. Unset IDs (REPLID 0) stay. Failures: those of `map`, 'malformed-rule-actions'.
 */
export function mapRuleShortIds(
  actions: Uint8Array,
  map: (id: ShortId) => Result<ShortId>,
): Result<Uint8Array> {
  const blocks = decodeActionBlocks(actions, 2);
  if (!blocks.ok) return blocks;
  const result = copyBytes(actions);
  for (const block of blocks.value) {
    if (decodeAction(block) === null) {
      return malformedActions(block.dataAt, 'the data of an action is cut or too long');
    }
    for (const offset of shortIdOffsets(block)) {
      const id = readShortId(block.data, offset);
      if (id.replid === 0) continue;
      const mapped = map(id);
      if (!mapped.ok) return mapped;
      result.set(encodeShortId(mapped.value), block.dataAt + offset);
    }
  }
  return ok(result);
}

/** Where in the data of a well-formed action its short IDs stand. */
function shortIdOffsets(block: ActionBlock): number[] {
  if (block.type === ACTION_TYPES.reply || block.type === ACTION_TYPES.oofReply) return [0, SHORT_ID_SIZE];
  if (block.type !== ACTION_TYPES.move && block.type !== ACTION_TYPES.copy) return [];
  const target = decodeMove(block);
  if (target?.op !== 'move' && target?.op !== 'copy') return [];
  return target.inThisStore ? [block.data.length - SERVER_EID_SIZE + 1] : [];
}

function encodeData(action: RuleAction): Uint8Array {
  switch (action.op) {
    case 'move':
    case 'copy': {
      // In the own store the store entry ID is ignored by both sides: any value that is not empty.
      const storeEid = action.inThisStore ? new Uint8Array(1) : action.storeEid;
      const folderEid = action.inThisStore
        ? concatBytes(Uint8Array.of(1), encodeShortId(action.folder), new Uint8Array(12))
        : action.folderEid;
      return concatBytes(
        Uint8Array.of(action.inThisStore ? 1 : 0),
        littleEndian(storeEid.length, 2),
        storeEid,
        littleEndian(folderEid.length, 2),
        folderEid,
      );
    }
    case 'reply':
    case 'oofReply': {
      const { folder, message, guid } = action.template;
      return concatBytes(encodeShortId(folder), encodeShortId(message), checkGuid(guid));
    }
    default:
      return encodeCommonData(action, 2);
  }
}

/** The data of an action that looks alike in standard and extended rules but for the width of its counts. */
export function encodeCommonData(action: CommonRuleAction, width: 2 | 4): Uint8Array {
  switch (action.op) {
    case 'defer':
      return action.clientData;
    case 'forward':
    case 'delegate':
      return encodeRecipients(action.recipients, width);
    case 'tag':
      return concatBytes(littleEndian(action.propTag, 4), action.value);
    case 'bounce':
      return littleEndian(action.code, 4);
    case 'delete':
    case 'markRead':
      return new Uint8Array(0);
    case 'unknown':
      return action.data;
    default:
      return assertNever(action);
  }
}

function decodeAction(block: ActionBlock): RuleAction | null {
  switch (block.type) {
    case ACTION_TYPES.move:
    case ACTION_TYPES.copy:
      return decodeMove(block);
    case ACTION_TYPES.reply:
    case ACTION_TYPES.oofReply: {
      if (block.data.length !== TEMPLATE_SIZE) return null;
      const folder = readShortId(block.data, 0);
      const message = readShortId(block.data, SHORT_ID_SIZE);
      const template = { folder, message, guid: copyBytes(block.data, 2 * SHORT_ID_SIZE) };
      return { op: block.type === ACTION_TYPES.reply ? 'reply' : 'oofReply', template };
    }
    default:
      return decodeCommon(block, 2);
  }
}

function decodeMove(block: ActionBlock): RuleAction | null {
  const reader = new ByteReader(block.data);
  const op = block.type === ACTION_TYPES.move ? 'move' : 'copy';
  const inThisStore = reader.number(1);
  const storeEid = reader.take(reader.number(2));
  const folderEid = reader.take(reader.number(2));
  if (reader.failed || reader.left > 0 || inThisStore > 1) return null;
  if (inThisStore === 0) return { op, inThisStore: false, storeEid, folderEid };
  if (folderEid.length !== SERVER_EID_SIZE || folderEid[0] !== 1) return verbatim(block);
  return { op, inThisStore: true, folder: readShortId(folderEid, 1) };
}

/** Data that is not in the documented form is kept as `unknown`. */
export function decodeCommon(block: ActionBlock, width: 2 | 4): CommonRuleAction {
  const { type, data } = block;
  const reader = new ByteReader(data);
  switch (type) {
    case ACTION_TYPES.defer:
      return { op: 'defer', clientData: data };
    case ACTION_TYPES.forward:
    case ACTION_TYPES.delegate: {
      const recipients = decodeRecipients(data, width);
      if (recipients === null) return verbatim(block);
      return { op: type === ACTION_TYPES.forward ? 'forward' : 'delegate', recipients };
    }
    case ACTION_TYPES.tag:
      return data.length < 4
        ? verbatim(block)
        : { op: 'tag', propTag: reader.number(4), value: reader.rest() };
    case ACTION_TYPES.bounce: {
      const code = data.length === 4 ? reader.number(4) : 0;
      return code === 0x0d || code === 0x1f || code === 0x26 ? { op: 'bounce', code } : verbatim(block);
    }
    case ACTION_TYPES.delete:
      return data.length === 0 ? { op: 'delete' } : verbatim(block);
    case ACTION_TYPES.markRead:
      return data.length === 0 ? { op: 'markRead' } : verbatim(block);
    default:
      return verbatim(block);
  }
}

/** Adds flavor and flags where they are not zero. */
export function withModifiers<T extends object>(action: T, block: ActionBlock): T & Modifiers {
  const flavor = block.flavor === 0 ? {} : { flavor: block.flavor };
  const flags = block.flags === 0 ? {} : { flags: block.flags };
  return { ...action, ...flavor, ...flags };
}

function verbatim(block: ActionBlock): CommonRuleAction {
  return { op: 'unknown', type: block.type, data: block.data };
}
