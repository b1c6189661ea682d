import { DatabaseSync } from '@photostructure/sqlite';
import { APPLICATION_ID, SCHEMA_1 } from '../electron/engine/store/schema.ts';

/** Writes what a lab holds into a file as the first version of the program made them: without what version 2 added. */
export function writeOlderLab(from: string, to: string): void {
  const db = new DatabaseSync(to, { enableForeignKeyConstraints: false });
  for (const statement of SCHEMA_1) db.exec(statement);
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1`);
  db.prepare('ATTACH ? AS newer').run(from);
  const tables = db
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all() as { name: string }[];
  for (const { name } of tables) {
    const columns = db.prepare('SELECT name FROM pragma_table_info(?)').all(name) as { name: string }[];
    const list = columns.map((column) => column.name).join(', ');
    db.exec(`INSERT INTO main.${name}(${list}) SELECT ${list} FROM newer.${name}`);
  }
  db.close();
}
