import { bytesEqual } from '../../../shared/identity/bytes.ts';
import { encodeStoreEntryId } from '../../../shared/identity/store-entry-id.ts';
import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import type { Lab } from '../store/lab.ts';
import type { Marks, Violation } from './proof-marks.ts';
import { type Comparison, compareFolders, compareMessages } from './prove-equal-rows.ts';
import { mistranslated, notVerbatim } from './prove-references.ts';

function compared(invariant: string, what: string, comparison: Comparison): Violation[] {
  const { differing, missing, extra } = comparison;
  if (differing + missing + extra === 0) return [];
  return [
    {
      invariant,
      text: `Of the ${what}, ${differing} differ from the source, ${missing} are missing and ${extra} stand there without a source.`,
    },
  ];
}

function storeEntryId(lab: Lab, mailbox: MailboxRow): Uint8Array {
  const row = lab.get<{ server: string; mailboxDn: string }>(
    `SELECT server.netbios AS server, coalesce(o.legacy_dn, '') AS mailboxDn FROM mailbox m JOIN mdb ON mdb.id = m.mdb_id
     JOIN server ON server.id = mdb.server_id JOIN directory_object o ON o.id = m.object_id WHERE m.id = ?`,
    mailbox.id,
  );
  if (row === undefined) throw new Error(`no mailbox with key ${mailbox.id}`);
  return encodeStoreEntryId(row);
}

/** Ids of the target's own namespace that its database would hand out a second time (C11). */
function reissued(lab: Lab, target: MailboxRow): boolean {
  return (
    lab.get(
      `SELECT 1 FROM mdb WHERE id = ?1 AND (EXISTS (SELECT 1 FROM message WHERE mailbox_id = ?2 AND repl = mdb.repl AND gc >= next_gc)
         OR EXISTS (SELECT 1 FROM folder WHERE mailbox_id = ?2 AND repl = mdb.repl AND gc >= next_gc))`,
      target.mdbId,
      target.id,
    ) !== undefined
  );
}

/**
 * The invariants of a clone (identity 7.7), set-wise: C1 folders, C2 messages, C3 store GUID and .ost key, C4 entry IDs
 * (they are made of the former), C5 the store's entry ID differs, C6 short ids name the same, C11 no id comes twice.
 */
export function proveClone(lab: Lab, source: MailboxRow, target: MailboxRow, marks: Marks): Violation[] {
  const violations = [
    ...compared('C1', 'folders', compareFolders(lab, source.id, target.id, marks)),
    ...compared('C2', 'messages', compareMessages(lab, source.id, target.id, marks)),
  ];
  const found = (invariant: string, text: string): void => {
    violations.push({ invariant, text });
  };
  if (!bytesEqual(source.storeGuid, target.storeGuid) || !bytesEqual(source.ostKey, target.ostKey))
    found('C3', 'The store GUID or the key of the .ost is not that of the source.');
  const verbatim = notVerbatim(lab, source.id, target.id);
  if (verbatim.length > 0)
    found('C4', `Entry IDs, permissions or delegates were not kept: ${verbatim.join(', ')}.`);
  if (bytesEqual(storeEntryId(lab, source), storeEntryId(lab, target)))
    found('C5', 'The entry ID of the store is that of the source, though server and name differ.');
  const wrong = mistranslated(lab, source, target);
  if (wrong.length > 0)
    found('C6', `These name something else in the target than in the source: ${wrong.join('; ')}.`);
  if (reissued(lab, target)) found('C11', 'The target mailbox store would hand out ids that are in use.');
  return violations;
}
