import type { Lab } from '../store/lab.ts';
import type { Product, Rung, ShippedFile } from './products.ts';

/** 16-bit programs run in MS-DOS, OS/2 ones print another name in their banner (Q183590); null: none of the three is told apart. */
export type Flavour = '16-bit' | '32-bit' | 'OS/2';

/** One file of the migration server or of the network. Size in bytes and `modified` (milliseconds since 1970, UTC) are null where no source gives them. */
export interface ServerFile extends ShippedFile {
  readonly flavour?: Flavour | null;
  /** Its name when it was shipped; a renamed Import32.exe is still one. */
  readonly shipped_as?: string | null;
}

/** Puts a file in its place, whatever stood there. */
export function putFile(lab: Lab, file: ServerFile): void {
  lab.run(
    `INSERT OR REPLACE INTO server_file(path, version, size, modified, platform, evidence, source, reason, flavour, shipped_as)
       VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    file.path,
    file.version,
    file.size,
    file.modified,
    file.platform,
    file.evidence,
    file.source,
    file.reason,
    file.flavour ?? null,
    file.shipped_as ?? null,
  );
}

export function putProduct(lab: Lab, product: Product, { level, build }: Rung): void {
  lab.run(
    'INSERT INTO product(name, level, build) VALUES(?, ?, ?) ON CONFLICT(name) DO UPDATE SET level = excluded.level, build = excluded.build',
    product.product,
    level,
    build,
  );
}

export function putFix(lab: Lab, id: string, title: string, at: number): void {
  lab.run('INSERT OR REPLACE INTO fix(id, title, installed_at) VALUES(?, ?, ?)', id, title, at);
}

/** Level of a product on the migration server; null: it is not there. */
export function levelOf(lab: Lab, product: string): string | null {
  return lab.get<{ level: string }>('SELECT level FROM product WHERE name = ?', product)?.level ?? null;
}

/** Version of a file; null: no such file, or its version is unknown. */
export function versionOf(lab: Lab, path: string): string | null {
  return (
    lab.get<{ version: string | null }>('SELECT version FROM server_file WHERE path = ?', path)?.version ??
    null
  );
}

export function putService(lab: Lab, name: string, state: 'running' | 'stopped'): void {
  lab.run('INSERT OR IGNORE INTO service(name, state) VALUES(?, ?)', name, state);
}
