import { SCHEMA_2 } from './schema-2.ts';

/**
 * The tables of a lab file. Version 1 stands here, what version 2 adds in schema-2.ts. Nouns and columns follow MS-OXCDATA, MS-OXCFXICS and MS-OXCSTOR, with INTEGER
 * keys and interned REPLGUIDs. Binary values are in wire order. Times are milliseconds since 1970 on the lab's clock.
 *
 * [Note: server-made change keys] `change_key` and `pcl` are NULL where they are what a server makes: change key =
 * GID(change number), predecessor change list = that one. They are stored only where they differ (a client's foreign
 * XID, a merged list). Writers keep to that form, so that equal content is equal rows.
 */
export const SCHEMA_VERSION = 2;

/** 'MWLB', in SQLite's application_id: what tells a lab from any other SQLite file. */
export const APPLICATION_ID = 0x4d574c42;

/** Version 1. */
export const SCHEMA_1: readonly string[] = [
  // ---- the lab itself
  `CREATE TABLE lab(
    id INTEGER PRIMARY KEY CHECK(id = 1), name TEXT NOT NULL, scenario TEXT, seed INTEGER NOT NULL,
    clock INTEGER NOT NULL, era TEXT NOT NULL CHECK(era IN ('e2003', 'modern'))) STRICT`,
  'CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
  // Interned REPLGUIDs: `repl` columns everywhere point here.
  'CREATE TABLE repl(id INTEGER PRIMARY KEY, guid BLOB NOT NULL UNIQUE CHECK(length(guid) = 16)) STRICT',

  // ---- organizations and directories. A source is an Exchange organization or a set of post offices.
  `CREATE TABLE org(
    id INTEGER PRIMARY KEY, role TEXT NOT NULL UNIQUE CHECK(role IN ('source', 'target')),
    kind TEXT NOT NULL CHECK(kind IN ('exchange', 'post-offices')), name TEXT NOT NULL, domain TEXT NOT NULL,
    netbios_domain TEXT NOT NULL, trusts_source INTEGER NOT NULL DEFAULT 0) STRICT`,
  'CREATE TABLE admin_group(id INTEGER PRIMARY KEY, org_id INTEGER NOT NULL REFERENCES org, name TEXT NOT NULL) STRICT',
  `CREATE TABLE server(
    id INTEGER PRIMARY KEY, admin_group_id INTEGER NOT NULL REFERENCES admin_group, netbios TEXT NOT NULL,
    fqdn TEXT NOT NULL, version TEXT NOT NULL, role TEXT NOT NULL CHECK(role IN ('mailbox', 'gc'))) STRICT`,
  'CREATE TABLE container(id INTEGER PRIMARY KEY, org_id INTEGER NOT NULL REFERENCES org, dn TEXT NOT NULL UNIQUE) STRICT',
  // One database of a server. Ids and change numbers come from one counter (MS-OXCFXICS R1891, R1900), which starts at a random offset.
  `CREATE TABLE mdb(
    id INTEGER PRIMARY KEY, server_id INTEGER NOT NULL REFERENCES server, name TEXT NOT NULL,
    repl INTEGER NOT NULL UNIQUE REFERENCES repl, next_gc INTEGER NOT NULL, mapping_signature BLOB NOT NULL) STRICT`,
  // REPLID <-> REPLGUID, one map per database in the 2003 era (MS-OXCSTOR 3.2.5.8/9; at most 32,768 entries).
  `CREATE TABLE replid(
    mdb_id INTEGER NOT NULL REFERENCES mdb, replid INTEGER NOT NULL CHECK(replid BETWEEN 1 AND 32768),
    repl INTEGER NOT NULL REFERENCES repl, added_by TEXT NOT NULL CHECK(added_by IN ('init', 'foreign', 'clone', 'upload')),
    PRIMARY KEY(mdb_id, replid), UNIQUE(mdb_id, repl)) STRICT, WITHOUT ROWID`,
  // Users and contacts of both directories. legacyExchangeDN is NULL for an account without a mailbox. sid_history: SIDs, ';' between.
  `CREATE TABLE directory_object(
    id INTEGER PRIMARY KEY, org_id INTEGER NOT NULL REFERENCES org, kind TEXT NOT NULL CHECK(kind IN ('user', 'contact')),
    dn TEXT NOT NULL, alias TEXT NOT NULL COLLATE NOCASE, display_name TEXT NOT NULL, logon_name TEXT COLLATE NOCASE, sid TEXT,
    sid_history TEXT NOT NULL DEFAULT '', legacy_dn TEXT, enabled INTEGER NOT NULL, target_address TEXT,
    department TEXT, office TEXT, phone TEXT, created_by_run INTEGER, deleted_at INTEGER) STRICT`,
  'CREATE INDEX directory_alias ON directory_object(org_id, alias)',
  'CREATE INDEX directory_sid ON directory_object(org_id, sid)',
  'CREATE INDEX directory_legacy ON directory_object(legacy_dn, org_id)',
  'CREATE INDEX directory_name ON directory_object(org_id, display_name)',
  'CREATE INDEX directory_logon ON directory_object(org_id, logon_name)',
  // kind as in proxyAddresses: 'SMTP' primary, 'smtp' secondary, 'X500'. Compared without case.
  `CREATE TABLE proxy_address(
    object_id INTEGER NOT NULL REFERENCES directory_object ON DELETE CASCADE, kind TEXT NOT NULL,
    address TEXT NOT NULL COLLATE NOCASE, added_by_run INTEGER, PRIMARY KEY(object_id, kind, address)) STRICT, WITHOUT ROWID`,
  'CREATE INDEX proxy_by_address ON proxy_address(address)',

  // ---- mailboxes
  // An existing, uninitialized mailbox is a row without folders. account_sid: the external account that opens it (KB328871), NULL: its own.
  `CREATE TABLE mailbox(
    id INTEGER PRIMARY KEY, mdb_id INTEGER NOT NULL REFERENCES mdb, object_id INTEGER NOT NULL UNIQUE REFERENCES directory_object,
    mailbox_guid BLOB NOT NULL, store_guid BLOB NOT NULL, ost_key BLOB NOT NULL, initialized INTEGER NOT NULL,
    initialized_by TEXT CHECK(initialized_by IN ('build', 'delivery', 'logon', 'clone', 'merge')), last_logon INTEGER,
    in_transit INTEGER NOT NULL DEFAULT 0, oof_enabled INTEGER NOT NULL DEFAULT 0, oof_text TEXT NOT NULL DEFAULT '',
    account_sid TEXT, created_by_run INTEGER, UNIQUE(mdb_id, store_guid)) STRICT`,
  `CREATE TABLE folder(
    mailbox_id INTEGER NOT NULL REFERENCES mailbox ON DELETE CASCADE, repl INTEGER NOT NULL, gc INTEGER NOT NULL,
    parent_repl INTEGER, parent_gc INTEGER, name TEXT NOT NULL, well_known TEXT, container_class TEXT NOT NULL,
    is_search INTEGER NOT NULL DEFAULT 0, cn_repl INTEGER NOT NULL, cn_gc INTEGER NOT NULL, change_key BLOB, pcl BLOB,
    last_mod INTEGER NOT NULL, PRIMARY KEY(mailbox_id, repl, gc)) STRICT, WITHOUT ROWID`,
  'CREATE UNIQUE INDEX folder_role ON folder(mailbox_id, well_known) WHERE well_known IS NOT NULL',
  'CREATE INDEX folder_id ON folder(repl, gc)',
  `CREATE TABLE message(
    mailbox_id INTEGER NOT NULL REFERENCES mailbox ON DELETE CASCADE, repl INTEGER NOT NULL, gc INTEGER NOT NULL,
    folder_repl INTEGER NOT NULL, folder_gc INTEGER NOT NULL, is_fai INTEGER NOT NULL, class TEXT NOT NULL,
    subject TEXT NOT NULL, sender TEXT NOT NULL, search_key BLOB NOT NULL, delivered INTEGER, last_mod INTEGER NOT NULL,
    cn_repl INTEGER NOT NULL, cn_gc INTEGER NOT NULL, change_key BLOB, pcl BLOB, read_repl INTEGER, read_gc INTEGER,
    is_read INTEGER NOT NULL, size INTEGER NOT NULL, content_id INTEGER NOT NULL,
    PRIMARY KEY(mailbox_id, repl, gc)) STRICT, WITHOUT ROWID`,
  'CREATE INDEX message_folder ON message(mailbox_id, folder_repl, folder_gc)',
  'CREATE INDEX message_search_key ON message(mailbox_id, search_key)',
  // Ids that existed: an upload to one of them is answered ObjectDeleted.
  `CREATE TABLE tombstone(
    mailbox_id INTEGER NOT NULL REFERENCES mailbox ON DELETE CASCADE, kind TEXT NOT NULL CHECK(kind IN ('folder', 'message')),
    repl INTEGER NOT NULL, gc INTEGER NOT NULL, PRIMARY KEY(mailbox_id, kind, repl, gc)) STRICT, WITHOUT ROWID`,
  // Bodies and attachments, once each; a copied message points to the same content.
  `CREATE TABLE content(
    id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, headers TEXT NOT NULL, body TEXT NOT NULL, html TEXT) STRICT`,
  'CREATE TABLE blob(id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, data BLOB NOT NULL) STRICT',
  `CREATE TABLE attachment(
    content_id INTEGER NOT NULL REFERENCES content ON DELETE CASCADE, num INTEGER NOT NULL, name TEXT NOT NULL,
    mime TEXT NOT NULL, blob_id INTEGER NOT NULL REFERENCES blob, PRIMARY KEY(content_id, num)) STRICT, WITHOUT ROWID`,

  // ---- what refers to identifiers (bytes exactly as the protocol stores them)
  // `actions`: RuleAction of MS-OXORULE 2.2.5, short FIDs inside. `condition`: JSON (modelled), see shared/lab/rule-condition.
  `CREATE TABLE rule(
    mailbox_id INTEGER NOT NULL REFERENCES mailbox ON DELETE CASCADE, rule_id INTEGER NOT NULL, folder_repl INTEGER NOT NULL,
    folder_gc INTEGER NOT NULL, name TEXT NOT NULL, sequence INTEGER NOT NULL, state INTEGER NOT NULL, condition TEXT NOT NULL,
    actions BLOB NOT NULL, PRIMARY KEY(mailbox_id, rule_id)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE receive_folder(
    mailbox_id INTEGER NOT NULL REFERENCES mailbox ON DELETE CASCADE, message_class TEXT NOT NULL COLLATE NOCASE,
    fid BLOB NOT NULL CHECK(length(fid) = 8), PRIMARY KEY(mailbox_id, message_class)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE search_scope(
    mailbox_id INTEGER NOT NULL REFERENCES mailbox ON DELETE CASCADE, folder_repl INTEGER NOT NULL, folder_gc INTEGER NOT NULL,
    ord INTEGER NOT NULL, scope_fid BLOB NOT NULL CHECK(length(scope_fid) = 8),
    PRIMARY KEY(mailbox_id, folder_repl, folder_gc, ord)) STRICT, WITHOUT ROWID`,
  // Entry IDs held in properties, verbatim. holder: 'inbox', 'root', or 'fai:<name>'; prop e.g. 0x36D0; slot: index in a multi-value.
  `CREATE TABLE folder_ref(
    mailbox_id INTEGER NOT NULL REFERENCES mailbox ON DELETE CASCADE, holder TEXT NOT NULL, prop INTEGER NOT NULL,
    slot INTEGER NOT NULL, eid BLOB NOT NULL, PRIMARY KEY(mailbox_id, holder, prop, slot)) STRICT, WITHOUT ROWID`,
  // member_id 0: default, -1: anonymous (ab_eid empty). rights: MS-OXCPERM bits.
  `CREATE TABLE acl(
    mailbox_id INTEGER NOT NULL REFERENCES mailbox ON DELETE CASCADE, folder_repl INTEGER NOT NULL, folder_gc INTEGER NOT NULL,
    member_id INTEGER NOT NULL, ab_eid BLOB NOT NULL, rights INTEGER NOT NULL,
    PRIMARY KEY(mailbox_id, folder_repl, folder_gc, member_id)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE delegate(
    mailbox_id INTEGER NOT NULL REFERENCES mailbox ON DELETE CASCADE, ord INTEGER NOT NULL, ab_eid BLOB NOT NULL,
    display_name TEXT NOT NULL, flags INTEGER NOT NULL, PRIMARY KEY(mailbox_id, ord)) STRICT, WITHOUT ROWID`,

  // ---- workstations: profiles and .ost files. user_id: the person's account in the source directory, whatever the profile points to.
  'CREATE TABLE workstation(id INTEGER PRIMARY KEY, name TEXT NOT NULL, user_id INTEGER NOT NULL REFERENCES directory_object) STRICT',
  `CREATE TABLE profile(
    id INTEGER PRIMARY KEY, workstation_id INTEGER NOT NULL REFERENCES workstation, user_id INTEGER NOT NULL UNIQUE REFERENCES directory_object,
    outlook TEXT NOT NULL CHECK(outlook IN ('97', '98', '2000', '2002', '2003')),
    mode TEXT NOT NULL CHECK(mode IN ('online', 'offlineFolders', 'cached')), server_name TEXT NOT NULL, mailbox_dn TEXT NOT NULL,
    cached_key BLOB, ost_id INTEGER REFERENCES ost, favourites TEXT NOT NULL, nicknames TEXT NOT NULL, oab TEXT NOT NULL) STRICT`,
  // alloc_*: the client's own range of ids, from RopGetLocalReplicaIds (MS-OXCFXICS). Sets are IDSETs in wire form.
  `CREATE TABLE ost(
    id INTEGER PRIMARY KEY, profile_id INTEGER NOT NULL REFERENCES profile DEFERRABLE INITIALLY DEFERRED, path TEXT NOT NULL,
    status TEXT NOT NULL CHECK(status IN ('current', 'set-aside', 'renamed')), record_key BLOB NOT NULL, store_guid BLOB NOT NULL,
    ost_key BLOB NOT NULL, owner_dn TEXT NOT NULL, xid_namespace BLOB NOT NULL, xid_next INTEGER NOT NULL, alloc_repl INTEGER,
    alloc_gc INTEGER, alloc_left INTEGER NOT NULL DEFAULT 0, h_given BLOB NOT NULL, h_seen BLOB NOT NULL, last_sync INTEGER) STRICT`,
  'CREATE INDEX ost_profile ON ost(profile_id)',
  `CREATE TABLE ost_folder(
    ost_id INTEGER NOT NULL REFERENCES ost ON DELETE CASCADE, repl INTEGER NOT NULL, gc INTEGER NOT NULL, parent_repl INTEGER,
    parent_gc INTEGER, name TEXT NOT NULL, well_known TEXT, is_local INTEGER NOT NULL DEFAULT 0, given BLOB NOT NULL,
    seen BLOB NOT NULL, seen_fai BLOB NOT NULL, read BLOB NOT NULL, local_next INTEGER, local_left INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY(ost_id, repl, gc)) STRICT, WITHOUT ROWID`,
  // Only what was changed locally and not yet uploaded, what lives in local-only folders, and what a conflict left behind.
  // base_pcl: what the server's version was when the change was made.
  `CREATE TABLE ost_item(
    ost_id INTEGER NOT NULL REFERENCES ost ON DELETE CASCADE, repl INTEGER NOT NULL, gc INTEGER NOT NULL, folder_repl INTEGER NOT NULL,
    folder_gc INTEGER NOT NULL, pending TEXT NOT NULL CHECK(pending IN ('new', 'modified', 'deleted', 'read', 'moved', 'none')),
    class TEXT NOT NULL, subject TEXT NOT NULL, search_key BLOB NOT NULL, change_key BLOB NOT NULL, pcl BLOB NOT NULL, last_mod INTEGER NOT NULL,
    is_read INTEGER NOT NULL, size INTEGER NOT NULL, content_id INTEGER NOT NULL, error TEXT, PRIMARY KEY(ost_id, repl, gc)) STRICT, WITHOUT ROWID`,

  // ---- the migration server
  `CREATE TABLE product(name TEXT PRIMARY KEY, level TEXT NOT NULL, build TEXT NOT NULL) STRICT, WITHOUT ROWID`,
  'CREATE TABLE fix(id TEXT PRIMARY KEY, title TEXT NOT NULL, installed_at INTEGER NOT NULL) STRICT, WITHOUT ROWID',
  `CREATE TABLE server_file(
    path TEXT PRIMARY KEY COLLATE NOCASE, version TEXT, size INTEGER, modified INTEGER, platform TEXT, evidence TEXT NOT NULL,
    source TEXT, reason TEXT) STRICT, WITHOUT ROWID`,
  'CREATE TABLE service(name TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID',
  'CREATE TABLE drive(letter TEXT PRIMARY KEY, path TEXT NOT NULL) STRICT, WITHOUT ROWID',
  // event_id NULL: not documented. Never an invented number.
  `CREATE TABLE event(
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, source TEXT NOT NULL, event_id INTEGER, type TEXT NOT NULL CHECK(type IN ('Information', 'Warning', 'Error')),
    text TEXT NOT NULL, run_id INTEGER, evidence TEXT NOT NULL, evidence_source TEXT, evidence_reason TEXT) STRICT`,

  // ---- runs. plan: RunPlan as JSON. asked: how it was asked for (outside the digest). proof: what held at its end, JSON.
  `CREATE TABLE run(
    id INTEGER PRIMARY KEY, mode TEXT NOT NULL CHECK(mode IN ('default', 'clone')), state TEXT NOT NULL, exit INTEGER,
    plan TEXT NOT NULL, ignore_gate INTEGER NOT NULL, started INTEGER NOT NULL, ended INTEGER, prediction TEXT NOT NULL DEFAULT '[]',
    why TEXT NOT NULL DEFAULT '[]', proof TEXT, asked TEXT NOT NULL DEFAULT '{}') STRICT`,
  // cursor_*: the last source row copied in the current phase, so that a resumed run goes on behind it.
  `CREATE TABLE run_mailbox(
    run_id INTEGER NOT NULL REFERENCES run, ord INTEGER NOT NULL, source_mailbox INTEGER NOT NULL REFERENCES mailbox,
    target_mailbox INTEGER REFERENCES mailbox ON DELETE SET NULL, match TEXT NOT NULL, requested_mode TEXT NOT NULL, effective_mode TEXT,
    state TEXT NOT NULL, phase TEXT, cursor_repl INTEGER, cursor_gc INTEGER, copied INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0, replaced INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0, why TEXT NOT NULL DEFAULT '[]', PRIMARY KEY(run_id, ord)) STRICT, WITHOUT ROWID`,
  'CREATE UNIQUE INDEX run_mailbox_source ON run_mailbox(run_id, source_mailbox)',
  // Which folder of the source became which of the target; kept for resuming and for telling where things went.
  `CREATE TABLE run_folder(
    run_id INTEGER NOT NULL, source_mailbox INTEGER NOT NULL, source_repl INTEGER NOT NULL, source_gc INTEGER NOT NULL,
    target_repl INTEGER NOT NULL, target_gc INTEGER NOT NULL, PRIMARY KEY(run_id, source_mailbox, source_repl, source_gc)) STRICT, WITHOUT ROWID`,
  // Every batch writes its line in the batch's own transaction.
  `CREATE TABLE journal(
    run_id INTEGER NOT NULL REFERENCES run, seq INTEGER NOT NULL, at INTEGER NOT NULL, source_mailbox INTEGER, kind TEXT NOT NULL,
    detail TEXT NOT NULL, PRIMARY KEY(run_id, seq)) STRICT, WITHOUT ROWID`,
  // Everything a person did to the lab besides runs (fixes, deliveries, logons, purges ...).
  'CREATE TABLE act(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, verb TEXT NOT NULL, detail TEXT NOT NULL) STRICT',
  // A live run's hold on a source mailbox. Stale when the process is gone. Outside the digest.
  `CREATE TABLE claim(
    source_mailbox INTEGER PRIMARY KEY REFERENCES mailbox, run_id INTEGER NOT NULL, pid INTEGER NOT NULL, host TEXT NOT NULL,
    process_started TEXT NOT NULL, since INTEGER NOT NULL) STRICT`,
  // What shall happen inside the next run (mail arrives, a user logs on).
  `CREATE TABLE planned(
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK(kind IN ('deliver', 'logon')), source_mailbox INTEGER NOT NULL REFERENCES mailbox,
    at TEXT NOT NULL CHECK(at IN ('before-stage-2')), done_in_run INTEGER) STRICT`,
];

/** All tables of a new lab. */
export const SCHEMA: readonly string[] = [...SCHEMA_1, ...SCHEMA_2];
