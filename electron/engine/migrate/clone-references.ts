import { mapRuleShortIds } from '../../../shared/identity/rule-actions.ts';
import { decodeShortId, encodeShortId, type ShortId } from '../../../shared/identity/short-id.ts';
import { ok } from '../../../shared/result.ts';
import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import type { Lab } from '../store/lab.ts';

/** A REPLID that no map can hold (they end at 32,768): what meant nothing in the source means nothing in the target. */
const NOWHERE = 0xffff;

/** Short ids of the source's database in the words of the target's: same REPLGUID, other REPLID (MS-OXCSTOR 3.2.5.8/9). */
export type TranslateShortId = (id: ShortId) => ShortId;

/** Both databases' REPLID maps, read once for a mailbox. */
export function shortIdTranslation(lab: Lab, sourceMdb: number, targetMdb: number): TranslateShortId {
  const rows = lab.all<{ source: number; target: number }>(
    `SELECT s.replid AS source, t.replid AS target FROM replid s JOIN replid t ON t.mdb_id = ? AND t.repl = s.repl
     WHERE s.mdb_id = ?`,
    targetMdb,
    sourceMdb,
  );
  const map = new Map(rows.map((row) => [row.source, row.target]));
  return (id) => (id.replid === 0 ? id : { replid: map.get(id.replid) ?? NOWHERE, gc: id.gc });
}

function translateBytes(bytes: Uint8Array, translate: TranslateShortId): Uint8Array {
  const short = decodeShortId(bytes);
  return short.ok ? encodeShortId(translate(short.value)) : bytes;
}

interface Rule {
  readonly id: number;
  readonly actions: Uint8Array;
}

/** Rules with their short FIDs translated; actions that nobody can read stay as they are, as unreadable as before. */
function cloneRules(lab: Lab, source: number, target: number, translate: TranslateShortId): number {
  const rules = lab.all<Rule>(
    'SELECT rule_id AS id, actions FROM rule WHERE mailbox_id = ? ORDER BY rule_id',
    source,
  );
  for (const rule of rules) {
    const mapped = mapRuleShortIds(rule.actions, (id) => ok(translate(id)));
    lab.run(
      `INSERT INTO rule(mailbox_id, rule_id, folder_repl, folder_gc, name, sequence, state, condition, actions)
       SELECT ?, rule_id, folder_repl, folder_gc, name, sequence, state, condition, ? FROM rule WHERE mailbox_id = ? AND rule_id = ?`,
      target,
      mapped.ok ? mapped.value : rule.actions,
      source,
      rule.id,
    );
  }
  return rules.length;
}

function cloneShortIdTables(lab: Lab, source: number, target: number, translate: TranslateShortId): void {
  for (const row of lab.all<{ messageClass: string; fid: Uint8Array }>(
    'SELECT message_class AS messageClass, fid FROM receive_folder WHERE mailbox_id = ? ORDER BY message_class',
    source,
  )) {
    lab.run(
      'INSERT INTO receive_folder(mailbox_id, message_class, fid) VALUES(?, ?, ?)',
      target,
      row.messageClass,
      translateBytes(row.fid, translate),
    );
  }
  for (const row of lab.all<{ repl: number; gc: number; ord: number; fid: Uint8Array }>(
    'SELECT folder_repl AS repl, folder_gc AS gc, ord, scope_fid AS fid FROM search_scope WHERE mailbox_id = ? ORDER BY folder_repl, folder_gc, ord',
    source,
  )) {
    lab.run(
      'INSERT INTO search_scope(mailbox_id, folder_repl, folder_gc, ord, scope_fid) VALUES(?, ?, ?, ?, ?)',
      target,
      row.repl,
      row.gc,
      row.ord,
      translateBytes(row.fid, translate),
    );
  }
}

/** Tables that hold entry IDs or no ids of the database: valid as they are, for store GUID and ids are kept. */
const VERBATIM: Readonly<Record<string, string>> = {
  folder_ref: 'holder, prop, slot, eid',
  acl: 'folder_repl, folder_gc, member_id, ab_eid, rights',
  delegate: 'ord, ab_eid, display_name, flags',
  tombstone: 'kind, repl, gc',
};

/**
 * Copies what refers to identifiers: rules, search scopes and receive folders through both REPLID maps, the rest as it
 * stands, and the out-of-office state (modelled: all data is copied, KB919235).
 * @returns number of rules
 */
export function cloneReferences(lab: Lab, source: MailboxRow, target: MailboxRow): number {
  const translate = shortIdTranslation(lab, source.mdbId, target.mdbId);
  const rules = cloneRules(lab, source.id, target.id, translate);
  cloneShortIdTables(lab, source.id, target.id, translate);
  for (const [table, columns] of Object.entries(VERBATIM)) {
    lab.run(
      `INSERT INTO ${table}(mailbox_id, ${columns}) SELECT ?, ${columns} FROM ${table} WHERE mailbox_id = ? ORDER BY ${columns}`,
      target.id,
      source.id,
    );
  }
  lab.run(
    `UPDATE mailbox SET oof_enabled = s.oof_enabled, oof_text = s.oof_text
     FROM (SELECT oof_enabled, oof_text FROM mailbox WHERE id = ?) s WHERE mailbox.id = ?`,
    source.id,
    target.id,
  );
  return rules;
}
