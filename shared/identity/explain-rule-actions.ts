import { cutAddressBookEntryId } from './explain-entry-ids.ts';
import { cutGuid, cutShortId, type FieldCutter, hexNumber } from './byte-fields.ts';
import { ACTION_TYPES } from './rule-actions.ts';

const SOURCE = 'MS-OXORULE 2.2.5';
const BLOCK = `${SOURCE}, R246-R269`;
const MOVE = `${SOURCE}, R294-R301`;
const SERVER_EID_SIZE = 21;
const ENTRY_ID = 0x0fff0102;

const TYPE_NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(ACTION_TYPES).map(([name, type]) => [type, name]),
);

function cutMove(cutter: FieldCutter): void {
  const inThisStore = cutter.number('in-this-store', 1, MOVE);
  const storeSize = cutter.number('size', 2, MOVE);
  cutter.part(storeSize, (part) => part.rest('store-eid', MOVE));
  const folderSize = cutter.number('size', 2, MOVE);
  cutter.part(folderSize, (part) => {
    if (inThisStore !== 1 || part.left !== SERVER_EID_SIZE) {
      part.rest('folder-eid', MOVE);
      return;
    }
    part.number('ours', 1, MOVE);
    cutShortId(part);
    part.take('no-message', 8, MOVE);
    part.take('instance', 4, MOVE);
  });
}

function cutReply(cutter: FieldCutter): void {
  cutShortId(cutter);
  cutShortId(cutter);
  cutGuid(cutter, 'template-guid', `${SOURCE}, R305-R309`);
}

function cutRecipients(cutter: FieldCutter): void {
  const source = `${SOURCE}.1.2.4`;
  const people = cutter.number('recipient-count', 2, source);
  for (let person = 0; person < people && cutter.left > 0; person++) {
    cutter.number('reserved', 1, source);
    const properties = cutter.number('property-count', 2, source);
    for (let property = 0; property < properties && cutter.left > 0; property++) {
      const tag = cutter.number('property-tag', 4, source, hexNumber);
      // Other property types than binary are not cut further: their sizes are not in the bytes.
      if ((tag & 0xffff) !== 0x0102) {
        cutter.rest('property-value', source);
        return;
      }
      const size = cutter.number('size', 2, source);
      cutter.part(size, (part) =>
        tag === ENTRY_ID ? cutAddressBookEntryId(part) : part.rest('property-value', source),
      );
    }
  }
}

function cutData(cutter: FieldCutter, type: number): void {
  if (type === ACTION_TYPES.move || type === ACTION_TYPES.copy) cutMove(cutter);
  else if (type === ACTION_TYPES.reply || type === ACTION_TYPES.oofReply) cutReply(cutter);
  else if (type === ACTION_TYPES.forward || type === ACTION_TYPES.delegate) cutRecipients(cutter);
  else cutter.rest('action-data', SOURCE);
}

/** The actions of a standard rule, with counts of 2 bytes (MS-OXORULE 2.2.5). */
export function cutRuleActions(cutter: FieldCutter): void {
  const count = cutter.number('action-count', 2, SOURCE);
  for (let action = 0; action < count && cutter.left > 0; action++) {
    const length = cutter.number('action-length', 2, BLOCK);
    cutter.part(length, (part) => {
      const type = part.number('action-type', 1, BLOCK, (n) => TYPE_NAMES.get(n) ?? hexNumber(n));
      part.number('action-flavor', 4, BLOCK, hexNumber);
      part.number('action-flags', 4, BLOCK, hexNumber);
      cutData(part, type);
    });
  }
}
