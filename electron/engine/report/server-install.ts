import { documented, type Evidence, modelled } from '../../../shared/evidence.ts';
import type { Lab } from '../store/lab.ts';

/** The only product of the migration server that the lab knows so far. */
export const PRODUCT = 'Exchange Server 2003';
export const BIN = 'C:\\Program Files\\Exchsrvr\\bin';
export const MLMIG32 = `${BIN}\\Mlmig32.dll`;
export const MAILMIG = `${BIN}\\Mailmig.exe`;

export type ProductLevel = 'RTM' | 'SP1' | 'SP2';
export type ServerLevel = ProductLevel | 'SP2+hotfix';

/** Builds of Exchange Server 2003 as its build tables list them. */
export const BUILDS: Readonly<Record<ProductLevel, string>> = {
  RTM: '6.5.6944',
  SP1: '6.5.7226',
  SP2: '6.5.7638',
};

/** One file of the migration server. Size in bytes and `modified` (milliseconds since 1970, UTC) are null where no source gives them. */
export interface ServerFile extends Evidence {
  readonly path: string;
  readonly version: string | null;
  readonly size: number | null;
  readonly modified: number | null;
  readonly platform: string | null;
}

/** Mlmig32.dll as the hotfix brings it: version, size, date and platform of KB919235's file table. */
export const HOTFIX_MLMIG32: ServerFile = {
  path: MLMIG32,
  version: '6.5.7651.29',
  size: 4_470_784,
  modified: Date.UTC(2006, 5, 12, 22, 21),
  platform: 'x86',
  ...documented('KB919235'),
};

/** A file whose own version no source gives: the product's build stands in its place. */
function shipped(path: string, level: ProductLevel): ServerFile {
  return {
    path,
    version: BUILDS[level],
    size: null,
    modified: null,
    platform: 'x86',
    ...modelled(
      `No source gives the version, size or date of this file in ${PRODUCT} ${level}; shown is the build of the product`,
    ),
  };
}

/** What installing a product level puts in place. */
export function filesOf(level: ProductLevel): readonly ServerFile[] {
  return [shipped(MAILMIG, level), shipped(MLMIG32, level)];
}

export function putFile(lab: Lab, file: ServerFile): void {
  lab.run(
    `INSERT INTO server_file(path, version, size, modified, platform, evidence, source, reason) VALUES(?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT(path) DO UPDATE SET version = excluded.version, size = excluded.size, modified = excluded.modified,
      platform = excluded.platform, evidence = excluded.evidence, source = excluded.source, reason = excluded.reason`,
    file.path,
    file.version,
    file.size,
    file.modified,
    file.platform,
    file.evidence,
    file.source,
    file.reason,
  );
}

export function putProduct(lab: Lab, level: ProductLevel): void {
  lab.run(
    'INSERT INTO product(name, level, build) VALUES(?, ?, ?) ON CONFLICT(name) DO UPDATE SET level = excluded.level, build = excluded.build',
    PRODUCT,
    level,
    BUILDS[level],
  );
}

export const FIX_TITLES = {
  E2003SP1: 'Exchange Server 2003 Service Pack 1',
  E2003SP2: 'Exchange Server 2003 Service Pack 2',
  KB919235: 'Hotfix 919235 for the Migration Wizard in clone mode',
} as const;

export type FixId = keyof typeof FIX_TITLES;

export function putFix(lab: Lab, id: FixId, at: number): void {
  lab.run('INSERT INTO fix(id, title, installed_at) VALUES(?, ?, ?)', id, FIX_TITLES[id], at);
}

const SERVICES = ['MSExchangeIS', 'MSExchangeMTA', 'MSExchangeSA'] as const;

/** Installs the migration server of a new lab at a level, as if it had always been there: product, fixes, files, services. */
export function layServer(lab: Lab, level: ServerLevel): void {
  const product: ProductLevel = level === 'SP2+hotfix' ? 'SP2' : level;
  putProduct(lab, product);
  for (const file of filesOf(product)) putFile(lab, file);
  if (product !== 'RTM') putFix(lab, product === 'SP1' ? 'E2003SP1' : 'E2003SP2', 0);
  if (level === 'SP2+hotfix') {
    putFix(lab, 'KB919235', 0);
    putFile(lab, HOTFIX_MLMIG32);
  }
  for (const service of SERVICES)
    lab.run('INSERT OR IGNORE INTO service(name, state) VALUES(?, ?)', service, 'running');
}
