import { ccMailAddress, userKey } from '../../../shared/lab/post-office.ts';
import type { Lab } from '../store/lab.ts';
import { NORTHGATE, RECIPIENTS } from './ccmail-world.ts';

/** 'Vane, Cora' -> 'VaneC': surname and initial, as 5.5 makes aliases of display names; a number behind it where it is taken. */
function aliasFor(lab: Lab, orgId: number, name: string): string {
  const [last = '', first = ''] = name.split(',').map((part) => part.replace(/[^A-Za-z0-9]/g, ''));
  const base = `${last}${first.slice(0, 1)}`.slice(0, 60) || 'Recipient';
  for (let number = 1; ; number += 1) {
    const alias = number === 1 ? base : `${base}${number}`;
    const taken = lab.get('SELECT 1 FROM directory_object WHERE org_id = ? AND alias = ?', orgId, alias);
    if (taken === undefined) return alias;
  }
}

/** Adds a custom recipient for a cc:Mail user, as directory synchronization makes them: with the user's address as its own. */
export function addCustomRecipient(lab: Lab, orgId: number, name: string, postOffice: string): number {
  const alias = aliasFor(lab, orgId, name);
  const dn = `${RECIPIENTS}/cn=${alias}`;
  const address = ccMailAddress(userKey(name), postOffice);
  const objectId = lab.run(
    `INSERT INTO directory_object(org_id, kind, dn, alias, display_name, legacy_dn, enabled, target_address)
       VALUES(?, 'contact', ?, ?, ?, ?, 1, ?)`,
    orgId,
    dn,
    alias,
    name,
    dn,
    `CCMAIL:${address}`,
  ).lastInsertRowid;
  for (const [kind, value] of [
    ['CCMAIL', address],
    ['SMTP', `${alias}@${NORTHGATE.domain}`],
  ] as const)
    lab.run('INSERT INTO proxy_address(object_id, kind, address) VALUES(?, ?, ?)', objectId, kind, value);
  return objectId;
}
