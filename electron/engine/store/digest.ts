import { createHash, type Hash } from 'node:crypto';
import type { Lab } from './lab.ts';

/** Tables that say who works on the lab at the moment, not what it holds. */
const LEFT_OUT_TABLES: ReadonlySet<string> = new Set(['claim']);

/** Columns outside the digest: how a run was asked for, and bulk that the row's own hash stands for. */
const LEFT_OUT_COLUMNS: ReadonlySet<string> = new Set([
  'run.asked',
  'content.headers',
  'content.body',
  'content.html',
  'blob.data',
]);

/** The tables whose rows belong to one mailbox. */
const MAILBOX_TABLES = [
  'acl',
  'delegate',
  'folder',
  'folder_ref',
  'message',
  'receive_folder',
  'rule',
  'search_scope',
  'tombstone',
] as const;

interface Column {
  readonly name: string;
  readonly pk: number;
}

function columnsOf(lab: Lab, table: string): Column[] {
  return lab.all<Column>('SELECT name, pk FROM pragma_table_info(?)', table);
}

function addTable(lab: Lab, hash: Hash, table: string, where: string, values: readonly number[]): void {
  const columns = columnsOf(lab, table);
  const kept = columns.filter((column) => !LEFT_OUT_COLUMNS.has(`${table}.${column.name}`));
  const key = columns
    .filter((column) => column.pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map((column) => column.name);
  const line = kept.map((column) => `quote(${column.name})`).join(` || ',' || `);
  hash.update(`\n#${table}(${kept.map((column) => column.name).join(',')})\n`);
  for (const row of lab.iterate<{ line: string }>(
    `SELECT ${line} || char(10) AS line FROM ${table} ${where} ORDER BY ${key.join(', ')}`,
    ...values,
  )) {
    hash.update(row.line);
  }
}

/**
 * SHA-256 (lower-case hex) over all logical rows of a lab in key order, without claims and without how runs were asked for.
 * The same scenario and seed give the same digest on every platform.
 */
export function labDigest(lab: Lab): string {
  const tables = lab.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  const hash = createHash('sha256');
  for (const { name } of tables) if (!LEFT_OUT_TABLES.has(name)) addTable(lab, hash, name, '', []);
  return hash.digest('hex');
}

/** SHA-256 over everything inside one mailbox, and its own identity columns. */
export function mailboxDigest(lab: Lab, mailboxId: number): string {
  const hash = createHash('sha256');
  const row = lab.get<{ line: string }>(
    'SELECT quote(store_guid) || quote(ost_key) || quote(mailbox_guid) AS line FROM mailbox WHERE id = ?',
    mailboxId,
  );
  hash.update(row?.line ?? 'none');
  for (const table of MAILBOX_TABLES) addTable(lab, hash, table, 'WHERE mailbox_id = ?', [mailboxId]);
  return hash.digest('hex');
}
