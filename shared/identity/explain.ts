import { type ByteField, cutGid, cutGuid, cutShortId, FieldCutter, GID_SOURCE } from './byte-fields.ts';
import {
  cutAddressBookEntryId,
  cutFolderEntryId,
  cutMessageEntryId,
  cutStoreEntryId,
} from './explain-entry-ids.ts';
import { cutIdSet } from './explain-idset.ts';
import { cutRuleActions } from './explain-rule-actions.ts';
import { GID_SIZE, LONG_TERM_ID_SIZE } from './gid.ts';
import { GUID_SIZE } from './guid.ts';

/** The kinds of identifiers that can be explained byte by byte. */
export const IDENTIFIER_KINDS = [
  'sourceKey',
  'longTermId',
  'shortId',
  'folderEntryId',
  'messageEntryId',
  'changeKey',
  'pcl',
  'idset',
  'storeEntryId',
  'addressBookEntryId',
  'ruleActions',
  'guid',
  'opaque',
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

const XID_SOURCE = 'MS-OXCFXICS 2.2.2.2';

/** A change key or a client's source key: with a server's 6-byte counter, or with a local id of another length. */
function cutXid(cutter: FieldCutter): void {
  if (cutter.left === GID_SIZE) cutGid(cutter);
  else {
    cutGuid(cutter, 'namespace', XID_SOURCE);
    cutter.rest('local-id', XID_SOURCE);
  }
}

function cutPcl(cutter: FieldCutter): void {
  while (cutter.left > 0) {
    const size = cutter.number('xid-size', 1, 'MS-OXCFXICS 2.2.2.3');
    cutter.part(size, cutXid);
  }
}

const CUTS: Readonly<Record<IdentifierKind, (cutter: FieldCutter) => void>> = {
  sourceKey: cutXid,
  longTermId: (cutter) => {
    cutGid(cutter);
    cutter.take('pad', LONG_TERM_ID_SIZE - GID_SIZE, `${GID_SOURCE}.1`);
  },
  shortId: cutShortId,
  folderEntryId: cutFolderEntryId,
  messageEntryId: cutMessageEntryId,
  changeKey: cutXid,
  pcl: cutPcl,
  idset: cutIdSet,
  storeEntryId: cutStoreEntryId,
  addressBookEntryId: cutAddressBookEntryId,
  ruleActions: cutRuleActions,
  guid: (cutter) => (cutter.left === GUID_SIZE ? cutGuid(cutter, 'guid', GID_SOURCE) : undefined),
  opaque: (cutter) => cutter.rest('opaque', ''),
};

/**
 * Splits an identifier into its fields. They cover every byte exactly once and in order, whatever the bytes are: what
 * is not in the documented form stands at the end as 'unexplained'.
 */
export function explain(kind: IdentifierKind, bytes: Uint8Array): readonly ByteField[] {
  const cutter = new FieldCutter(bytes);
  CUTS[kind](cutter);
  cutter.rest('unexplained', '');
  return cutter.fields;
}
