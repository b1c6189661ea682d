/**
 * What version 2 of the lab file adds: Lotus cc:Mail post offices, public folders, runs from a foreign source, the
 * Connector for cc:Mail, and the flavour of executables. A new lab is version 1 followed by these statements, and a lab
 * of version 1 is brought up by them, so that both have the same tables.
 */
export const SCHEMA_2: readonly string[] = [
  // ---- cc:Mail post offices
  // database: DB6 up to release 5.x, DB7 cc:Mail Mobile, DB8 from 6.x on (Q174740, Q258220). directory: where it stands on the
  // network, e.g. \\HARBOR\CCDATA. password_hash: SHA-256 of its password in upper case (modelled); the password is nowhere.
  // options: JSON, see shared/lab/post-office. damage: JSON, NULL while it is sound.
  `CREATE TABLE post_office(
    id INTEGER PRIMARY KEY, org_id INTEGER NOT NULL REFERENCES org, name TEXT NOT NULL COLLATE NOCASE,
    directory TEXT NOT NULL UNIQUE COLLATE NOCASE, database TEXT NOT NULL CHECK(database IN ('DB6', 'DB7', 'DB8')),
    release TEXT NOT NULL, password_hash BLOB NOT NULL, code_page INTEGER NOT NULL, writable INTEGER NOT NULL DEFAULT 1,
    options TEXT NOT NULL DEFAULT '{}', damage TEXT, UNIQUE(org_id, name)) STRICT`,
  // name: 'Vane, Cora' as cc:Mail writes it. key: 'Vane Cora', what stands in an address ('Vane Cora at HARBOR') and serves as
  // alias. password: 'own', 'pre-expired' (Q186740) or 'reset' by a migration (Q169536). kind 'remote': elsewhere, an address alone.
  `CREATE TABLE po_user(
    id INTEGER PRIMARY KEY, po_id INTEGER NOT NULL REFERENCES post_office ON DELETE CASCADE, name TEXT NOT NULL,
    key TEXT NOT NULL COLLATE NOCASE, kind TEXT NOT NULL CHECK(kind IN ('local', 'remote', 'mobile')), remote_po TEXT,
    comment TEXT NOT NULL DEFAULT '', password TEXT NOT NULL CHECK(password IN ('own', 'pre-expired', 'reset')),
    imported_by TEXT, UNIQUE(po_id, key)) STRICT`,
  // user_id NULL: a bulletin board, which belongs to the post office.
  `CREATE TABLE po_folder(
    id INTEGER PRIMARY KEY, po_id INTEGER NOT NULL REFERENCES post_office ON DELETE CASCADE,
    user_id INTEGER REFERENCES po_user ON DELETE CASCADE, name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK(kind IN ('inbox', 'drafts', 'trash', 'message-log', 'folder', 'bulletin-board'))) STRICT`,
  'CREATE INDEX po_folder_user ON po_folder(user_id)',
  'CREATE INDEX po_folder_po ON po_folder(po_id)',
  // addresses: JSON, see PostOfficeAddress in shared/lab/post-office. flaw: JSON, what is wrong with it, NULL: nothing.
  `CREATE TABLE po_message(
    id INTEGER PRIMARY KEY, folder_id INTEGER NOT NULL REFERENCES po_folder ON DELETE CASCADE, ord INTEGER NOT NULL,
    addresses TEXT NOT NULL, subject TEXT NOT NULL, sent INTEGER, received INTEGER,
    priority TEXT NOT NULL CHECK(priority IN ('low', 'normal', 'urgent')), is_read INTEGER NOT NULL, receipt INTEGER NOT NULL DEFAULT 0,
    size INTEGER NOT NULL, content_id INTEGER NOT NULL REFERENCES content, flaw TEXT, UNIQUE(folder_id, ord)) STRICT`,
  // user_id NULL: a public list. members: JSON array of names.
  `CREATE TABLE po_list(
    id INTEGER PRIMARY KEY, po_id INTEGER NOT NULL REFERENCES post_office ON DELETE CASCADE,
    user_id INTEGER REFERENCES po_user ON DELETE CASCADE, name TEXT NOT NULL, members TEXT NOT NULL) STRICT`,
  // Entries of personal address books.
  `CREATE TABLE po_address(
    user_id INTEGER NOT NULL REFERENCES po_user ON DELETE CASCADE, ord INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
    address TEXT NOT NULL, comment TEXT NOT NULL DEFAULT '', PRIMARY KEY(user_id, ord)) STRICT, WITHOUT ROWID`,
  // What a backup of a post office holds: its rows as JSON, contents by their keys.
  `CREATE TABLE po_backup(
    id INTEGER PRIMARY KEY, po_id INTEGER NOT NULL REFERENCES post_office ON DELETE CASCADE, taken INTEGER NOT NULL,
    label TEXT NOT NULL, data TEXT NOT NULL) STRICT`,

  // ---- public folders of the target (bulletin boards arrive there, Q157631)
  `CREATE TABLE public_folder(
    id INTEGER PRIMARY KEY, org_id INTEGER NOT NULL REFERENCES org, parent_id INTEGER REFERENCES public_folder, name TEXT NOT NULL,
    owner_id INTEGER REFERENCES directory_object, default_access TEXT NOT NULL CHECK(default_access IN ('None', 'Author', 'PubEditor')),
    created_by_run INTEGER) STRICT`,
  'CREATE INDEX public_folder_parent ON public_folder(org_id, parent_id)',
  `CREATE TABLE public_message(
    folder_id INTEGER NOT NULL REFERENCES public_folder ON DELETE CASCADE, ord INTEGER NOT NULL, sender TEXT NOT NULL, subject TEXT NOT NULL,
    sent INTEGER, received INTEGER, size INTEGER NOT NULL, content_id INTEGER NOT NULL REFERENCES content,
    PRIMARY KEY(folder_id, ord)) STRICT, WITHOUT ROWID`,

  // ---- runs whose source is not an Exchange organization: one row per account (a cc:Mail user, a section of migration files)
  // extracted: messages written to migration files. cursor: rows of the section that are imported, for resuming.
  `CREATE TABLE run_account(
    run_id INTEGER NOT NULL REFERENCES run, ord INTEGER NOT NULL, key TEXT NOT NULL, display_name TEXT NOT NULL, address TEXT NOT NULL,
    object_id INTEGER REFERENCES directory_object ON DELETE SET NULL, mailbox_id INTEGER REFERENCES mailbox ON DELETE SET NULL,
    state TEXT NOT NULL, stage INTEGER NOT NULL DEFAULT 0, cursor INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0,
    extracted INTEGER NOT NULL DEFAULT 0, copied INTEGER NOT NULL DEFAULT 0, skipped INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0, why TEXT NOT NULL DEFAULT '[]', PRIMARY KEY(run_id, ord)) STRICT, WITHOUT ROWID`,
  'CREATE UNIQUE INDEX run_account_key ON run_account(run_id, key)',
  // A live run's hold on a post office or a set of migration files. Outside the digest, like `claim`.
  `CREATE TABLE work_claim(
    kind TEXT NOT NULL CHECK(kind IN ('post-office', 'migration-files')), key TEXT NOT NULL, run_id INTEGER NOT NULL,
    pid INTEGER NOT NULL, host TEXT NOT NULL, process_started TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY(kind, key)) STRICT, WITHOUT ROWID`,

  // ---- the Connector for cc:Mail (service MSExchangeCCMC): settings and standing as JSON, see shared/lab/connector
  `CREATE TABLE connector(
    id INTEGER PRIMARY KEY CHECK(id = 1), po_id INTEGER NOT NULL REFERENCES post_office, settings TEXT NOT NULL, standing TEXT NOT NULL) STRICT`,
  `CREATE TABLE connector_cycle(
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, result TEXT NOT NULL, detail TEXT NOT NULL) STRICT`,

  // ---- files of the migration server and of the network: 16-bit, 32-bit or OS/2; what they were called when they were shipped
  "ALTER TABLE server_file ADD COLUMN flavour TEXT CHECK(flavour IN ('16-bit', '32-bit', 'OS/2'))",
  'ALTER TABLE server_file ADD COLUMN shipped_as TEXT',
];
