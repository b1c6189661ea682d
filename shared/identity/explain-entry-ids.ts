import { bytesEqual } from './bytes.ts';
import { cutGid, cutGuid, type FieldCutter, hexNumber } from './byte-fields.ts';
import { PUBLIC_PROVIDER } from './entry-id.ts';
import { GUID_SIZE } from './guid.ts';

function cutHeader(cutter: FieldCutter, kind: 'folder-type' | 'message-type', source: string): void {
  cutter.take('flags', 4, source);
  const provider = cutter.peek(GUID_SIZE);
  cutGuid(cutter, bytesEqual(provider, PUBLIC_PROVIDER) ? 'public-provider' : 'store-guid', source);
  cutter.number(kind, 2, source, hexNumber);
}

/** 46 bytes (MS-OXCDATA 2.2.4.1). */
export function cutFolderEntryId(cutter: FieldCutter): void {
  const source = 'MS-OXCDATA 2.2.4.1';
  cutHeader(cutter, 'folder-type', source);
  cutGid(cutter);
  cutter.take('pad', 2, source);
}

/** 70 bytes (MS-OXCDATA 2.2.4.2). */
export function cutMessageEntryId(cutter: FieldCutter): void {
  const source = 'MS-OXCDATA 2.2.4.2';
  cutHeader(cutter, 'message-type', source);
  for (let part = 0; part < 2; part++) {
    cutGid(cutter);
    cutter.take('pad', 2, source);
  }
}

/** A wrapped mailbox, version 1 and what later Outlooks add behind it (MS-OXCDATA 2.2.4.3). */
export function cutStoreEntryId(cutter: FieldCutter): void {
  const source = 'MS-OXCDATA 2.2.4.3';
  cutter.take('flags', 4, source);
  cutGuid(cutter, 'wrapper-provider', source);
  cutter.take('version', 2, source);
  cutter.take('dll', 14, source, (bytes) =>
    String.fromCharCode(...bytes.subarray(0, Math.max(0, bytes.indexOf(0)))),
  );
  cutter.take('flags', 4, source);
  cutGuid(cutter, 'wrapped-provider', source);
  cutter.number('wrapped-type', 4, source, hexNumber);
  cutter.text('server-name', source);
  cutter.text('mailbox-dn', source);
}

/** 28 bytes and a legacyExchangeDN (MS-OXCDATA 2.2.5.2). */
export function cutAddressBookEntryId(cutter: FieldCutter): void {
  const source = 'MS-OXCDATA 2.2.5.2';
  cutter.take('flags', 4, source);
  cutGuid(cutter, 'ab-provider', source);
  cutter.number('ab-version', 4, source);
  cutter.number('ab-type', 4, source);
  cutter.text('dn', source);
}
