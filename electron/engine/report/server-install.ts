import { EXCHANGE_2003, filesAt, type Hotfix, productNamed, rungOf } from '../server/products.ts';
import { putFile as put, putFix, putProduct, putService, type ServerFile } from '../server/server-rows.ts';
import type { Lab } from '../store/lab.ts';

/** Exchange Server 2003 on the migration server. */
export const PRODUCT = EXCHANGE_2003;
const EXCHANGE = productNamed(PRODUCT);
export const MLMIG32 = `${EXCHANGE.bin}\\Mlmig32.dll`;

export type ServerLevel = 'RTM' | 'SP1' | 'SP2' | 'SP2+hotfix';

function hotfix919235(): Hotfix {
  const found = EXCHANGE.hotfixes.find(({ id }) => id === 'KB919235');
  if (found === undefined) throw new Error('no data of hotfix 919235');
  return found;
}

const HOTFIX = hotfix919235();

function mlmig32(): ServerFile {
  const found = HOTFIX.files.find(({ path }) => path === MLMIG32);
  if (found === undefined) throw new Error('hotfix 919235 without Mlmig32.dll');
  return found;
}

/** Mlmig32.dll as the hotfix brings it: version, size, date and platform of KB919235's file table. */
export const HOTFIX_MLMIG32: ServerFile = mlmig32();

export const putFile = put;

/** Installs the migration server of a new lab at a level, as if it had always been there: product, fixes, files, services. */
export function layServer(lab: Lab, level: ServerLevel): void {
  const rung = rungOf(EXCHANGE, level === 'SP2+hotfix' ? 'SP2' : level);
  putProduct(lab, EXCHANGE, rung);
  for (const file of filesAt(EXCHANGE, rung.level)) putFile(lab, file);
  if (rung.id !== null) putFix(lab, rung.id, rung.title, 0);
  if (level === 'SP2+hotfix') {
    putFix(lab, HOTFIX.id, HOTFIX.title, 0);
    for (const file of HOTFIX.files) putFile(lab, file);
  }
  for (const { name } of EXCHANGE.services) putService(lab, name, 'running');
}
