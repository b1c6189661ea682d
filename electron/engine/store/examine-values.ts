import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/** What is wrong with a lab's content, in words that end a sentence in brackets. */
export class ValueFault extends Error {
  override readonly name = 'ValueFault';
}

/** Integers that a JavaScript number holds exactly. */
const LARGEST = Number.MAX_SAFE_INTEGER;
/** Times that a JavaScript date can be, in milliseconds to either side of 1970. */
const LATEST = 8.64e15;

const TIMES =
  /^(clock|at|since|started|ended|delivered|last_mod|last_logon|last_sync|deleted_at|installed_at|modified|taken|sent|received)$/;

/** Columns of JSON, and what stands at its top. */
const JSON_COLUMNS: Readonly<Record<string, 'array' | 'object' | 'any'>> = {
  'rule.condition': 'any',
  'run.plan': 'object',
  'run.prediction': 'array',
  'run.why': 'array',
  'run.proof': 'object',
  'run.asked': 'object',
  'run_mailbox.match': 'any',
  'run_mailbox.why': 'array',
  'run_account.why': 'array',
  'journal.detail': 'any',
  'act.detail': 'any',
  'post_office.options': 'object',
  'post_office.damage': 'object',
  'po_message.addresses': 'array',
  'po_message.flaw': 'object',
  'po_list.members': 'array',
  'po_backup.data': 'any',
  'connector.settings': 'object',
  'connector.standing': 'object',
  'connector_cycle.detail': 'object',
};

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/** What a value of this column must not be, as SQL; null: SQLite's own check of types is enough. */
function wrongWhen({ table, name, type }: Column): string | null {
  if (type === 'INTEGER') {
    const most = TIMES.test(name) ? LATEST : LARGEST;
    return `${name} NOT BETWEEN ${-most} AND ${most}`;
  }
  const kind = JSON_COLUMNS[`${table}.${name}`];
  if (kind === undefined) return null;
  const misshapen = kind === 'any' ? '' : ` OR json_type(${name}) <> '${kind}'`;
  return `(${name} IS NOT NULL AND (NOT json_valid(${name})${misshapen}))`;
}

/** The expressions in CHECK(...) of a table's statement. */
function checksOf(sql: string): readonly string[] {
  return [...sql.matchAll(/\bCHECK\(/g)].map(({ index, 0: word }) => {
    const from = index + word.length;
    let depth = 1;
    let to = from;
    for (; depth > 0 && to < sql.length; to += 1) depth += sql[to] === '(' ? 1 : sql[to] === ')' ? -1 : 0;
    return sql.slice(from, to - 1);
  });
}

/** What no row of a table may be, as SQL. Its checks stand here too: SQLite drops them where it may only read. */
function wrongRows(db: DatabaseSyncInstance): ReadonlyMap<string, readonly string[]> {
  const wrong = new Map<string, string[]>();
  const tables = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all() as { name: string; sql: string }[];
  for (const { name, sql } of tables)
    wrong.set(
      name,
      checksOf(sql).map((check) => `NOT (${check})`),
    );
  for (const column of columnsOf(db)) {
    const when = wrongWhen(column);
    if (when !== null) wrong.get(column.table)?.push(when);
  }
  return wrong;
}

function columnsOf(db: DatabaseSyncInstance): readonly Column[] {
  return db
    .prepare(
      `SELECT s.name AS "table", c.name AS name, c.type AS type FROM sqlite_schema s, pragma_table_info(s.name) c
       WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite_%' ORDER BY s.name, c.cid`,
    )
    .all() as Column[];
}

/**
 * Checks the content of a file whose tables are a lab's: sound pages, types and NOT NULL (`quick_check`), CHECK, every
 * reference (`foreign_key_check`), integers and times that this program can count with, JSON where JSON belongs.
 * Throws ValueFault, or what SQLite throws.
 */
export function examineValues(db: DatabaseSyncInstance): void {
  const { quick_check: found } = db.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
  if (found !== 'ok')
    throw new ValueFault(
      found.split('\n').find((line) => !line.startsWith('***')) ?? 'its pages are not sound',
    );
  const dangling = db.prepare('PRAGMA foreign_key_check').get() as { table: string } | undefined;
  if (dangling !== undefined)
    throw new ValueFault(`a row of ${dangling.table} refers to one that is not there`);
  if ((db.prepare('SELECT count(*) AS n FROM lab').get() as { n: number }).n > 1)
    throw new ValueFault('it says twice what lab it is');
  for (const [table, wrong] of wrongRows(db))
    if (
      wrong.length > 0 &&
      db.prepare(`SELECT 1 FROM ${table} WHERE ${wrong.join(' OR ')} LIMIT 1`).get() !== undefined
    )
      throw new ValueFault(`a value in ${table} is none that a lab holds`);
}
