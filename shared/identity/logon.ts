import { fail, ok, type Result } from '../result.ts';
import { concatBytes, copyBytes, littleEndian } from './bytes.ts';
import { checkGuid, type Guid } from './guid.ts';
import { encodeShortId, readShortId, SHORT_ID_SIZE, type ShortId } from './short-id.ts';

/** The folders a private logon returns, in their order (MS-OXCSTOR 2.2.1.1.3); all others are found by properties. */
export const LOGON_FOLDERS = [
  'root',
  'deferredAction',
  'spooler',
  'ipmSubtree',
  'inbox',
  'outbox',
  'sent',
  'deleted',
  'commonViews',
  'schedule',
  'finder',
  'views',
  'shortcuts',
] as const;

export type LogonFolder = (typeof LOGON_FOLDERS)[number];

/** The success response of RopLogon to a mailbox, from LogonFlags on (MS-OXCROPS 2.2.3.1.2). */
export interface LogonResponse {
  readonly logonFlags: number;
  readonly folders: Readonly<Record<LogonFolder, ShortId>>;
  readonly responseFlags: number;
  /** PR_STORE_RECORD_KEY: the ProviderUID in all entry IDs of the mailbox. */
  readonly mailboxGuid: Guid;
  readonly replid: number;
  /** Names the REPLID map and the named property map; when it changes, clients drop what they cached. */
  readonly replGuid: Guid;
  /** 8 bytes each, as they stand: no fate depends on them. */
  readonly logonTime: Uint8Array;
  readonly gwartTime: Uint8Array;
  readonly storeState: number;
}

export const LOGON_RESPONSE_SIZE = 160;
const IDS_AT = 1;
const AFTER_IDS = IDS_AT + LOGON_FOLDERS.length * SHORT_ID_SIZE;

/** 160 bytes. */
export function encodeLogonResponse(logon: LogonResponse): Uint8Array {
  if (logon.logonTime.length !== 8 || logon.gwartTime.length !== 8)
    throw new RangeError('times have 8 bytes');
  return concatBytes(
    littleEndian(logon.logonFlags, 1),
    ...LOGON_FOLDERS.map((role) => encodeShortId(logon.folders[role])),
    littleEndian(logon.responseFlags, 1),
    checkGuid(logon.mailboxGuid),
    littleEndian(logon.replid, 2),
    checkGuid(logon.replGuid),
    logon.logonTime,
    logon.gwartTime,
    littleEndian(logon.storeState, 4),
  );
}

/** Failure: 'bad-logon-response' unless there are exactly 160 bytes. */
export function decodeLogonResponse(bytes: Uint8Array): Result<LogonResponse> {
  if (bytes.length !== LOGON_RESPONSE_SIZE) {
    return fail(
      'bad-logon-response',
      `A logon response has 160 bytes, this one has ${bytes.length}; log on again.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const folder = (role: LogonFolder) =>
    readShortId(bytes, IDS_AT + LOGON_FOLDERS.indexOf(role) * SHORT_ID_SIZE);
  return ok({
    logonFlags: view.getUint8(0),
    folders: {
      root: folder('root'),
      deferredAction: folder('deferredAction'),
      spooler: folder('spooler'),
      ipmSubtree: folder('ipmSubtree'),
      inbox: folder('inbox'),
      outbox: folder('outbox'),
      sent: folder('sent'),
      deleted: folder('deleted'),
      commonViews: folder('commonViews'),
      schedule: folder('schedule'),
      finder: folder('finder'),
      views: folder('views'),
      shortcuts: folder('shortcuts'),
    },
    responseFlags: view.getUint8(AFTER_IDS),
    mailboxGuid: copyBytes(bytes, AFTER_IDS + 1, AFTER_IDS + 17),
    replid: view.getUint16(AFTER_IDS + 17, true),
    replGuid: copyBytes(bytes, AFTER_IDS + 19, AFTER_IDS + 35),
    logonTime: copyBytes(bytes, AFTER_IDS + 35, AFTER_IDS + 43),
    gwartTime: copyBytes(bytes, AFTER_IDS + 43, AFTER_IDS + 51),
    storeState: view.getUint32(AFTER_IDS + 51, true),
  });
}
