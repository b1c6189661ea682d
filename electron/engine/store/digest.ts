import { createHash, type Hash } from 'node:crypto';
import type { Lab, SqlValue } from './lab.ts';

/** Tables that say who works on the lab at the moment, not what it holds. */
const LEFT_OUT_TABLES: ReadonlySet<string> = new Set(['claim', 'work_claim']);

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
  readonly type: string;
  readonly pk: number;
}

/** Rows that are joined into one value before they cross over from SQLite: crossing row by row costs more than hashing. */
const ROWS_PER_CHUNK = 500;

/** Columns of each table, asked once for an open lab: 50,000 mailboxes would ask again and again. */
const KNOWN = new WeakMap<Lab, Map<string, readonly Column[]>>();

function columnsOf(lab: Lab, table: string): readonly Column[] {
  const known = KNOWN.get(lab) ?? new Map<string, readonly Column[]>();
  KNOWN.set(lab, known);
  const columns =
    known.get(table) ?? lab.all<Column>('SELECT name, type, pk FROM pragma_table_info(?)', table);
  known.set(table, columns);
  return columns;
}

/** A value as bytes that no other value gives: numbers as text, text and bytes behind their length, NULL as '-' alone. */
function written({ name, type }: Column): string {
  return type === 'INTEGER'
    ? `ifnull(${name}, '-')`
    : `ifnull(octet_length(${name}), '-'), ifnull(${name}, '')`;
}

/** Where the rows of one mailbox, or all of a table, are found. */
interface Part {
  readonly mailboxId: number | null;
}

/** Hashes the rows in the order of their key, chunk by chunk, so that memory stays flat whatever the table holds. */
function addTable(lab: Lab, hash: Hash, table: string, { mailboxId }: Part): void {
  const columns = columnsOf(lab, table);
  const kept = columns.filter((column) => !LEFT_OUT_COLUMNS.has(`${table}.${column.name}`));
  const key = columns
    .filter((column) => column.pk > 0 && (mailboxId === null || column.name !== 'mailbox_id'))
    .sort((a, b) => a.pk - b.pk)
    .map((column) => column.name);
  const keys = key.join(', ');
  const marks = key.map(() => '?').join(', ');
  const mine = mailboxId === null ? 'TRUE' : 'mailbox_id = ?';
  const owner = mailboxId === null ? [] : [mailboxId];
  const line = `concat_ws(',', ${kept.map(written).join(', ')}) || char(10)`;
  hash.update(`\n#${table}(${kept.map((column) => column.name).join(',')})\n`);
  let after: SqlValue[] | null = null;
  do {
    const behind: string = after === null ? '' : `AND (${keys}) > (${marks})`;
    const from: SqlValue[] = [...owner, ...(after ?? [])];
    const end: Record<string, SqlValue> | undefined = lab.get(
      `SELECT ${keys} FROM ${table} WHERE ${mine} ${behind} ORDER BY ${keys} LIMIT 1 OFFSET ${ROWS_PER_CHUNK - 1}`,
      ...from,
    );
    const to: SqlValue[] | null = end === undefined ? null : key.map((name) => end[name] ?? null);
    const chunk = lab.get<{ lines: Uint8Array | null }>(
      `SELECT CAST(group_concat(line, '') AS BLOB) AS lines FROM (SELECT ${line} AS line FROM ${table}
       WHERE ${mine} ${behind} ${to === null ? '' : `AND (${keys}) <= (${marks})`} ORDER BY ${keys})`,
      ...from,
      ...(to ?? []),
    );
    if (chunk !== undefined && chunk.lines !== null) hash.update(chunk.lines);
    after = to;
  } while (after !== null);
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
  for (const { name } of tables)
    if (!LEFT_OUT_TABLES.has(name)) addTable(lab, hash, name, { mailboxId: null });
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
  for (const table of MAILBOX_TABLES) addTable(lab, hash, table, { mailboxId });
  return hash.digest('hex');
}
