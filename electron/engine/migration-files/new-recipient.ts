import { addressKey, parseProxy } from '../../../shared/formats/migration-files/address.ts';
import { oneLine } from '../import/clean-text.ts';
import { fullAddress, type ImportContext } from './import-context.ts';
import { freeSmtp, type ObjectNames } from './import-names.ts';

export interface RecipientRequest {
  readonly names: ObjectNames;
  readonly displayName: string;
  readonly proxies: readonly string[];
  /** Where its mail goes, `TYPE:address`; '': the first address among the proxies (modelled). */
  readonly target: string;
}

/** Makes a custom recipient of 5.5, a contact of later versions. */
export function makeCustomRecipient(context: ImportContext, request: RecipientRequest): number {
  const { lab, places, run } = context;
  const proxies = request.proxies.flatMap((text) => parseProxy(text) ?? []);
  const own = parseProxy(oneLine(request.target)) ?? proxies[0] ?? null;
  const target = own === null ? null : fullAddress(own);
  const objectId = lab.run(
    `INSERT INTO directory_object(org_id, kind, dn, alias, display_name, legacy_dn, enabled, target_address, created_by_run)
     VALUES(?, 'contact', ?, ?, ?, ?, 1, ?, ?)`,
    places.orgId,
    request.names.dn,
    request.names.alias,
    request.displayName,
    request.names.legacyDn,
    target,
    run.id,
  ).lastInsertRowid;
  const add = (kind: string, address: string): void => {
    lab.run(
      'INSERT OR IGNORE INTO proxy_address(object_id, kind, address, added_by_run) VALUES(?, ?, ?, ?)',
      objectId,
      kind,
      address,
      run.id,
    );
  };
  const plain = (text: string): string => text.slice(text.indexOf(':') + 1);
  if (own !== null && target !== null) add(own.type.toUpperCase(), plain(target));
  for (const proxy of proxies) {
    const full = fullAddress(proxy);
    if (proxy.migrate) add('MIGRATE', full);
    else if (target === null || addressKey(full) !== addressKey(target))
      add(proxy.type.toLowerCase(), plain(full));
  }
  if (own?.type.toUpperCase() !== 'SMTP') add('SMTP', freeSmtp(context, request.names.alias));
  return objectId;
}
