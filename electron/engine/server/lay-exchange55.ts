import type { Lab } from '../store/lab.ts';
import { EXCHANGE_55, filesAt, type Level, productNamed, rungOf } from './products.ts';
import { putFile, putFix, putProduct, putService } from './server-rows.ts';

/** What the migration server of a new lab has: a level of Exchange Server 5.5, and hotfixes by their ids. */
export interface Exchange55Spec {
  readonly level: Level;
  readonly fixes: readonly string[];
}

/**
 * Installs Exchange Server 5.5 on the migration server of a new lab as if it had always been there: product, service pack,
 * hotfixes, files and services. The Connector for cc:Mail is laid apart from it (electron/engine/connector). A level or fix
 * that the data has not is a bug.
 */
export function layExchange55(lab: Lab, spec: Exchange55Spec): void {
  const product = productNamed(EXCHANGE_55);
  const rung = rungOf(product, spec.level);
  putProduct(lab, product, rung);
  for (const file of filesAt(product, spec.level)) putFile(lab, file);
  if (rung.id !== null) putFix(lab, rung.id, rung.title, 0);
  for (const id of spec.fixes) {
    const hotfix = product.hotfixes.find((candidate) => candidate.id === id);
    if (hotfix === undefined) throw new Error(`${EXCHANGE_55} has no hotfix ${id}`);
    for (const file of hotfix.files) putFile(lab, file);
    putFix(lab, hotfix.id, hotfix.title, 0);
  }
  for (const { name } of product.services) putService(lab, name, 'running');
}
