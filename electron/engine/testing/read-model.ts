import type { Lab } from '../store/lab.ts';
import { gidSql } from './gid-sql.ts';
import { shortIdMeans, shortIdsOf } from './naive-rule.ts';
import type {
  Hex,
  ModelEvent,
  ModelFolder,
  ModelLab,
  ModelMailbox,
  ModelMessage,
  ModelPerson,
  ModelRule,
} from './model-types.ts';
import { readClients } from './read-clients.ts';

const VERSION = `${gidSql('cn_repl', 'cn_gc')} AS cn,
  iif(change_key IS NULL, ${gidSql('cn_repl', 'cn_gc')}, lower(hex(change_key))) AS changeKey,
  iif(pcl IS NULL, '16' || ${gidSql('cn_repl', 'cn_gc')}, lower(hex(pcl))) AS pcl`;

function byGid<T extends { readonly gid: Hex }>(rows: readonly T[]): Map<Hex, T> {
  return new Map(rows.map((row) => [row.gid, row]));
}

function readFolders(lab: Lab, mailbox: number): Map<Hex, ModelFolder> {
  const rows = lab.all<Omit<ModelFolder, 'isSearch'> & { isSearch: number }>(
    `SELECT ${gidSql('repl', 'gc')} AS gid, ${gidSql('parent_repl', 'parent_gc')} AS parent, name, well_known AS role,
       container_class AS containerClass, is_search AS isSearch, ${VERSION}, last_mod AS lastMod FROM folder WHERE mailbox_id = ?`,
    mailbox,
  );
  return byGid(rows.map((row) => ({ ...row, isSearch: row.isSearch === 1 })));
}

function readMessages(lab: Lab, mailbox: number): Map<Hex, ModelMessage> {
  const rows = lab.all<Omit<ModelMessage, 'isFai' | 'isRead'> & { isFai: number; isRead: number }>(
    `SELECT ${gidSql('repl', 'gc')} AS gid, ${gidSql('folder_repl', 'folder_gc')} AS folder, is_fai AS isFai, class, subject,
       sender, lower(hex(search_key)) AS searchKey, delivered, last_mod AS lastMod, ${VERSION},
       ${gidSql('read_repl', 'read_gc')} AS readCn, is_read AS isRead, size, content_id AS content
     FROM message WHERE mailbox_id = ? ORDER BY repl, gc`,
    mailbox,
  );
  return byGid(rows.map((row) => ({ ...row, isFai: row.isFai === 1, isRead: row.isRead === 1 })));
}

function readRules(lab: Lab, mailbox: number, replids: ReadonlyMap<number, Hex>): ModelRule[] {
  return lab
    .all<{ folder: Hex; text: string; actions: Hex }>(
      `SELECT ${gidSql('folder_repl', 'folder_gc')} AS folder, lower(hex(actions)) AS actions,
         json_array(rule_id, name, sequence, state, condition) AS text FROM rule WHERE mailbox_id = ? ORDER BY rule_id`,
      mailbox,
    )
    .map((rule) => ({
      ...rule,
      means: shortIdsOf(rule.actions).shortIds.map((id) => shortIdMeans(id, replids)),
    }));
}

function readTexts(lab: Lab, sql: string, mailbox: number): string[] {
  return lab.all<{ text: string }>(sql, mailbox).map((row) => row.text);
}

interface MailboxHead {
  id: number;
  object: number;
  database: Hex;
  mdb: number;
  server: string;
  storeGuid: Hex;
  ostKey: Hex;
  initialized: number;
  initializedBy: string | null;
  inTransit: number;
  accountSid: string | null;
  oof: string;
}

function readMailbox(lab: Lab, head: MailboxHead): ModelMailbox {
  const { mdb, ...columns } = head;
  const replids = new Map(
    lab
      .all<{ replid: number; guid: Hex }>(
        'SELECT replid, lower(hex(guid)) AS guid FROM replid JOIN repl ON repl.id = repl WHERE mdb_id = ?',
        mdb,
      )
      .map(({ replid, guid }) => [replid, guid]),
  );
  const means = (fid: string): string => shortIdMeans(fid, replids) ?? 'nothing';
  return {
    ...columns,
    initialized: head.initialized === 1,
    inTransit: head.inTransit === 1,
    replids,
    folders: readFolders(lab, head.id),
    messages: readMessages(lab, head.id),
    rules: readRules(lab, head.id, replids),
    receive: lab
      .all<{ class: string; fid: Hex }>(
        'SELECT message_class AS class, lower(hex(fid)) AS fid FROM receive_folder WHERE mailbox_id = ? ORDER BY 1',
        head.id,
      )
      .map((row) => `${row.class} -> ${means(row.fid)}`),
    scopes: lab
      .all<{ where: string; fid: Hex }>(
        `SELECT ${gidSql('folder_repl', 'folder_gc')} || '/' || ord AS "where", lower(hex(scope_fid)) AS fid
         FROM search_scope WHERE mailbox_id = ? ORDER BY 1`,
        head.id,
      )
      .map((row) => `${row.where} -> ${means(row.fid)}`),
    refs: lab.all<{ where: string; eid: Hex }>(
      `SELECT holder || '/' || prop || '/' || slot AS "where", lower(hex(eid)) AS eid FROM folder_ref WHERE mailbox_id = ? ORDER BY 1`,
      head.id,
    ),
    acl: readTexts(
      lab,
      `SELECT ${gidSql('folder_repl', 'folder_gc')} || '/' || member_id || '/' || rights || '/' || hex(ab_eid) AS text
       FROM acl WHERE mailbox_id = ? ORDER BY 1`,
      head.id,
    ),
    delegates: readTexts(
      lab,
      'SELECT json_array(ord, hex(ab_eid), display_name, flags) AS text FROM delegate WHERE mailbox_id = ? ORDER BY 1',
      head.id,
    ),
  };
}

function readMailboxes(lab: Lab): Map<number, ModelMailbox> {
  const heads = lab.all<MailboxHead>(
    `SELECT mailbox.id, object_id AS object, mdb_id AS mdb, lower(hex(repl.guid)) AS database, netbios AS server,
       lower(hex(store_guid)) AS storeGuid, lower(hex(ost_key)) AS ostKey, initialized, initialized_by AS initializedBy,
       in_transit AS inTransit, account_sid AS accountSid, json_array(oof_enabled, oof_text) AS oof
     FROM mailbox JOIN mdb ON mdb.id = mdb_id JOIN server ON server.id = server_id JOIN repl ON repl.id = mdb.repl`,
  );
  return new Map(heads.map((head) => [head.id, readMailbox(lab, head)]));
}

interface PersonRow {
  id: number;
  side: 'source' | 'target';
  kind: 'user' | 'contact';
  alias: string;
  sid: string | null;
  sidHistory: string;
  legacyDn: string | null;
  enabled: number;
  targetAddress: string | null;
  deletedAt: number | null;
  facts: string;
}

function readPeople(lab: Lab): Map<number, ModelPerson> {
  const rows = lab.all<PersonRow>(
    `SELECT o.id, org.role AS side, o.kind, alias, sid, sid_history AS sidHistory, legacy_dn AS legacyDn, enabled,
       target_address AS targetAddress, deleted_at AS deletedAt,
       json_array(dn, alias, display_name, logon_name, sid, sid_history, enabled, department, office, phone) AS facts
     FROM directory_object o JOIN org ON org.id = org_id`,
  );
  const proxies = new Map<number, string[]>();
  for (const row of lab.all<{ object: number; text: string }>(
    "SELECT object_id AS object, kind || ':' || address AS text FROM proxy_address ORDER BY 1, 2",
  )) {
    proxies.set(row.object, [...(proxies.get(row.object) ?? []), row.text]);
  }
  return new Map(
    rows.map(({ deletedAt, ...row }): [number, ModelPerson] => [
      row.id,
      {
        ...row,
        sidHistory: row.sidHistory === '' ? [] : row.sidHistory.split(';'),
        enabled: row.enabled === 1,
        deleted: deletedAt !== null,
        proxies: proxies.get(row.id) ?? [],
      },
    ]),
  );
}

/** Reads a whole lab by plain SQL. For small labs: everything stands in memory. */
export function readModel(lab: Lab): ModelLab {
  return {
    people: readPeople(lab),
    mailboxes: readMailboxes(lab),
    ...readClients(lab),
    settings: new Map(
      lab
        .all<{ key: string; value: string }>('SELECT key, value FROM setting')
        .map(({ key, value }) => [key, value]),
    ),
    planned: lab.all<{ kind: string; source: number }>(
      'SELECT kind, source_mailbox AS source FROM planned WHERE done_in_run IS NULL ORDER BY id',
    ),
    targets: lab.all<{ run: number; source: number; target: number | null }>(
      'SELECT run_id AS run, source_mailbox AS source, target_mailbox AS target FROM run_mailbox ORDER BY run_id, ord',
    ),
    events: lab.all<ModelEvent>('SELECT run_id AS run, event_id AS id, type FROM event ORDER BY id'),
    counters: new Map(
      lab
        .all<{ database: Hex; next: number }>(
          'SELECT lower(hex(guid)) AS database, next_gc AS next FROM mdb JOIN repl ON repl.id = repl',
        )
        .map(({ database, next }) => [database, next]),
    ),
  };
}
