import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { createLab, type Lab, openLab } from './lab.ts';
import { MIGRATIONS } from './migrations.ts';
import { APPLICATION_ID, SCHEMA_1, SCHEMA_VERSION } from './schema.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mwlab-migrate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A lab file of version 1, with a row that has to survive. */
function labOfVersion1(path: string): void {
  const db = new DatabaseSync(path);
  for (const statement of SCHEMA_1) db.exec(statement);
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1`);
  db.exec("INSERT INTO lab(id, name, seed, clock, era) VALUES(1, 'old', 7, 1000, 'e2003')");
  db.exec(
    "INSERT INTO server_file(path, version, evidence, source) VALUES('C:\\Mlmig32.dll', '6.5.7651.29', 'documented', 'KB919235')",
  );
  db.close();
}

function opened(path: string): Lab {
  const lab = openLab(path);
  if (!lab.ok) throw new Error(lab.failure.message);
  return lab.value;
}

const tables = (lab: Lab) =>
  lab.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name",
  );

describe('bringing a lab up to the present format', () => {
  it('knows a step to every version after the first', () => {
    expect(MIGRATIONS.map((migration) => migration.to)).toEqual(
      Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 2),
    );
  });

  it('leaves version 1 with the very tables of a new lab, its version raised and its rows kept', () => {
    labOfVersion1(join(folder, 'old.mwlab'));
    expect(createLab(join(folder, 'new.mwlab'), () => ok(null))).toEqual(ok(null));
    const old = opened(join(folder, 'old.mwlab'));
    const fresh = opened(join(folder, 'new.mwlab'));
    expect(tables(old)).toEqual(tables(fresh));
    expect(old.get('PRAGMA user_version')).toMatchObject({ user_version: SCHEMA_VERSION });
    expect(old.get('SELECT name FROM lab')).toMatchObject({ name: 'old' });
    expect(old.get('SELECT path, version, flavour FROM server_file')).toMatchObject({
      path: 'C:\\Mlmig32.dll',
      version: '6.5.7651.29',
      flavour: null,
    });
    old.close();
    fresh.close();
  });
});
