import type { Lab } from '../store/lab.ts';

/** One mailbox and the database it lives in. */
export interface MailboxRow {
  readonly id: number;
  readonly mdbId: number;
  /** The interned key of the database's own REPLGUID: the namespace of what it creates. */
  readonly mdbRepl: number;
  readonly objectId: number;
  readonly storeGuid: Uint8Array;
  readonly ostKey: Uint8Array;
  readonly initialized: boolean;
  readonly inTransit: boolean;
}

interface Row {
  id: number;
  mdbId: number;
  mdbRepl: number;
  objectId: number;
  storeGuid: Uint8Array;
  ostKey: Uint8Array;
  initialized: number;
  inTransit: number;
}

/** The mailbox with this key; a key without a row is a bug. */
export function mailboxRow(lab: Lab, mailboxId: number): MailboxRow {
  const row = lab.get<Row>(
    `SELECT mailbox.id, mdb_id AS mdbId, mdb.repl AS mdbRepl, object_id AS objectId, store_guid AS storeGuid, ost_key AS ostKey,
       initialized, in_transit AS inTransit
     FROM mailbox JOIN mdb ON mdb.id = mdb_id WHERE mailbox.id = ?`,
    mailboxId,
  );
  if (row === undefined) throw new Error(`no mailbox with key ${mailboxId}`);
  return { ...row, initialized: row.initialized === 1, inTransit: row.inTransit === 1 };
}
