import { mapRuleShortIds } from '../../../shared/identity/rule-actions.ts';
import type { ShortId } from '../../../shared/identity/short-id.ts';
import { decodeShortId } from '../../../shared/identity/short-id.ts';
import { ok } from '../../../shared/result.ts';
import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import type { Lab } from '../store/lab.ts';

/** Which interned REPLGUID a REPLID names in a database. */
function replNames(lab: Lab, mdbId: number): (id: ShortId) => string {
  const rows = lab.all<{ replid: number; repl: number }>(
    'SELECT replid, repl FROM replid WHERE mdb_id = ?',
    mdbId,
  );
  const map = new Map(rows.map((row) => [row.replid, row.repl]));
  return (id) => {
    const repl = map.get(id.replid);
    return repl === undefined ? 'nowhere' : `${repl}:${id.gc}`;
  };
}

type Resolve = (id: ShortId) => string;

/** What the short ids of a rule name, one after the other; 'unreadable' for bytes that are none. */
function namedByRule(actions: Uint8Array, resolve: Resolve): string {
  const named: string[] = [];
  const read = mapRuleShortIds(actions, (id) => {
    named.push(resolve(id));
    return ok(id);
  });
  return read.ok ? named.join(' ') : 'unreadable';
}

function namedById(bytes: Uint8Array, resolve: Resolve): string {
  const short = decodeShortId(bytes);
  return short.ok && short.value.replid !== 0 ? resolve(short.value) : 'unset';
}

interface Reference {
  readonly key: string;
  readonly bytes: Uint8Array;
}

const SHORT_ID_TABLES = [
  "SELECT 'receive folder ' || message_class AS key, fid AS bytes FROM receive_folder WHERE mailbox_id = ?",
  "SELECT 'search scope ' || folder_repl || ':' || folder_gc || ' ' || ord AS key, scope_fid AS bytes FROM search_scope WHERE mailbox_id = ?",
] as const;

function named(lab: Lab, mailbox: MailboxRow): Map<string, string> {
  const resolve = replNames(lab, mailbox.mdbId);
  const all = new Map<string, string>();
  for (const rule of lab.iterate<Reference>(
    "SELECT 'rule ' || rule_id || ' ' || folder_repl || ':' || folder_gc || ' ' || sequence || ' ' || state || ' ' || condition AS key, actions AS bytes FROM rule WHERE mailbox_id = ?",
    mailbox.id,
  )) {
    all.set(rule.key, namedByRule(rule.bytes, resolve));
  }
  for (const sql of SHORT_ID_TABLES) {
    for (const row of lab.iterate<Reference>(sql, mailbox.id))
      all.set(row.key, namedById(row.bytes, resolve));
  }
  return all;
}

/** Rules, receive folders and search scopes that do not name in the target what they name in the source (C6). */
export function mistranslated(lab: Lab, source: MailboxRow, target: MailboxRow): string[] {
  const there = named(lab, target);
  const here = named(lab, source);
  const wrong = [...here].filter(([key, names]) => there.get(key) !== names).map(([key]) => key);
  return [...wrong, ...[...there.keys()].filter((key) => !here.has(key))];
}

const VERBATIM: Readonly<Record<string, string>> = {
  folder_ref: 'holder, prop, slot, eid',
  acl: 'folder_repl, folder_gc, member_id, ab_eid, rights',
  delegate: 'ord, ab_eid, display_name, flags',
};

/** Tables whose rows the source has and the target has not, as they stand. */
export function notVerbatim(lab: Lab, source: number, target: number): string[] {
  return Object.entries(VERBATIM).flatMap(([table, columns]) => {
    const missing = lab.get<{ count: number }>(
      `SELECT count(*) AS count FROM (SELECT ${columns} FROM ${table} WHERE mailbox_id = ? EXCEPT SELECT ${columns} FROM ${table} WHERE mailbox_id = ?)`,
      source,
      target,
    );
    return (missing?.count ?? 0) > 0 ? [`${missing?.count} of ${table}`] : [];
  });
}
