import { type ProxyAddress, parseProxy } from '../../../shared/formats/migration-files/address.ts';
import { draw } from '../../../shared/lab/draw.ts';
import { userKey } from '../../../shared/lab/post-office.ts';
import { labNow, passTime } from '../store/clock.ts';
import { fullAddress, type ImportContext } from './import-context.ts';
import { freeSmtp, type ObjectNames } from './import-names.ts';
import { matchingAccount, newAccount } from './nt-account.ts';
import type { Recipient } from './find-recipient.ts';

/** Lab time that the objects of one mailbox take, ms (modelled: no figure is published). */
const OBJECTS_MS = 250;

export interface MailboxRequest {
  readonly names: ObjectNames;
  readonly commonName: string;
  readonly displayName: string;
  /** Old addresses as a DIRECTORY section has them, `CCMAIL:...` and `MIGRATE:CCMAIL:...`. */
  readonly proxies: readonly string[];
  /** A custom recipient or contact that becomes the mailbox and keeps its addresses (Q253306); null: none. */
  readonly converted: Recipient | null;
  readonly details: { readonly department: string; readonly office: string; readonly phone: string };
}

export interface MadeMailbox {
  readonly objectId: number;
  readonly mailboxId: number;
}

function addProxy(context: ImportContext, objectId: number, kind: string, address: string): void {
  context.lab.run(
    'INSERT OR IGNORE INTO proxy_address(object_id, kind, address, added_by_run) VALUES(?, ?, ?, ?)',
    objectId,
    kind,
    address,
    context.run.id,
  );
}

/** The old address stays as a secondary one, and as MIGRATE, by which later runs find the mailbox (Q253306, Q151826). */
function addOldAddress(context: ImportContext, objectId: number, text: string): void {
  const proxy = parseProxy(text);
  if (proxy === null) return;
  const full = fullAddress(proxy);
  if (proxy.migrate) addProxy(context, objectId, 'MIGRATE', full);
  else addProxy(context, objectId, proxy.type.toLowerCase(), full.slice(full.indexOf(':') + 1));
}

/** What a converted recipient had: its addresses stay, that of the old system as a secondary one; then it goes (Q234665). */
function takeOver(context: ImportContext, objectId: number, converted: Recipient): void {
  const { lab } = context;
  for (const { kind, address } of lab.all<{ kind: string; address: string }>(
    'SELECT kind, address FROM proxy_address WHERE object_id = ? ORDER BY kind, address',
    converted.objectId,
  ))
    addProxy(
      context,
      objectId,
      kind === 'SMTP' || kind === 'X500' ? kind : kind.toLowerCase().replace(/^migrate$/, 'MIGRATE'),
      address,
    );
  const old = lab.get<{
    legacyDn: string | null;
    department: string | null;
    office: string | null;
    phone: string | null;
  }>(
    'SELECT legacy_dn AS legacyDn, department, office, phone FROM directory_object WHERE id = ?',
    converted.objectId,
  );
  const own = lab.get<{ legacyDn: string | null }>(
    'SELECT legacy_dn AS legacyDn FROM directory_object WHERE id = ?',
    objectId,
  );
  if (old?.legacyDn && old.legacyDn.toLowerCase() !== own?.legacyDn?.toLowerCase())
    addProxy(context, objectId, 'X500', old.legacyDn);
  lab.run(
    'UPDATE directory_object SET department = coalesce(department, ?), office = coalesce(office, ?), phone = coalesce(phone, ?) WHERE id = ?',
    old?.department ?? null,
    old?.office ?? null,
    old?.phone ?? null,
    objectId,
  );
  lab.run('DELETE FROM proxy_address WHERE object_id = ?', converted.objectId);
  lab.run('UPDATE directory_object SET deleted_at = ? WHERE id = ?', labNow(lab), converted.objectId);
}

/** The mailbox's own addresses: SMTP, and in 5.5 one in the form of cc:Mail, which is the primary one (Q253306). */
function addOwnAddresses(
  context: ImportContext,
  objectId: number,
  request: MailboxRequest,
  types: ReadonlySet<string>,
): void {
  const { lab } = context;
  const smtp = lab.get("SELECT 1 FROM proxy_address WHERE object_id = ? AND kind = 'SMTP'", objectId);
  if (smtp === undefined) addProxy(context, objectId, 'SMTP', freeSmtp(context, request.names.alias));
  if (context.is55 && types.has('CCMAIL')) {
    lab.run("DELETE FROM proxy_address WHERE object_id = ? AND kind = 'CCMAIL'", objectId);
    addProxy(context, objectId, 'CCMAIL', `${userKey(request.displayName)} at ${context.places.adminGroup}`);
  }
}

function insertObject(context: ImportContext, request: MailboxRequest): number {
  const { names, details } = request;
  return context.lab.run(
    `INSERT INTO directory_object(org_id, kind, dn, alias, display_name, legacy_dn, enabled, department, office, phone, created_by_run)
     VALUES(?, 'user', ?, ?, ?, ?, 1, ?, ?, ?, ?)`,
    context.places.orgId,
    names.dn,
    names.alias,
    request.displayName,
    names.legacyDn,
    details.department || null,
    details.office || null,
    details.phone || null,
    context.run.id,
  ).lastInsertRowid;
}

/** What a template has and the new mailbox lacks (Q198957 "Template"; which properties it gives is modelled). */
function applyTemplate(context: ImportContext, objectId: number): void {
  if (context.places.template === null) return;
  context.lab.run(
    `UPDATE directory_object SET department = coalesce(directory_object.department, t.department),
       office = coalesce(directory_object.office, t.office), phone = coalesce(directory_object.phone, t.phone)
     FROM (SELECT department, office, phone FROM directory_object WHERE id = ?) t WHERE directory_object.id = ?`,
    context.places.template,
    objectId,
  );
}

function objectFor(context: ImportContext, request: MailboxRequest): number {
  const { lab } = context;
  const account = matchingAccount(context, request.commonName, request.names.alias);
  if (account !== null && !context.is55 && account.mailbox === null) {
    // In Active Directory the account itself gets the mailbox.
    lab.run(
      'UPDATE directory_object SET legacy_dn = coalesce(legacy_dn, ?) WHERE id = ?',
      request.names.legacyDn,
      account.objectId,
    );
    return account.objectId;
  }
  const objectId = insertObject(context, request);
  const own = account !== null && context.is55 ? account : newAccount(context, objectId, request.names.alias);
  const enabled = context.is55 || context.run.plan.ntAccounts !== 'NO' ? 1 : 0;
  lab.run(
    'UPDATE directory_object SET logon_name = ?, sid = ?, enabled = ? WHERE id = ?',
    own.logonName,
    own.sid,
    enabled,
    objectId,
  );
  return objectId;
}

/** Makes the directory object and the mailbox, still without folders. */
export function makeMailbox(context: ImportContext, request: MailboxRequest): MadeMailbox {
  const { lab, places, run, seed } = context;
  const objectId = objectFor(context, request);
  if (request.converted !== null) takeOver(context, objectId, request.converted);
  for (const proxy of request.proxies) addOldAddress(context, objectId, proxy);
  const types = new Set(request.proxies.flatMap((text) => parseProxy(text)?.type.toUpperCase() ?? []));
  addOwnAddresses(context, objectId, request, types);
  applyTemplate(context, objectId);
  passTime(lab, OBJECTS_MS);
  const bytes = (purpose: string): Uint8Array => draw(seed, purpose, request.names.alias, run.id).bytes(16);
  const mailboxId = lab.run(
    `INSERT INTO mailbox(mdb_id, object_id, mailbox_guid, store_guid, ost_key, initialized, created_by_run)
     VALUES(?, ?, ?, ?, ?, 0, ?)`,
    places.mdbId,
    objectId,
    bytes('imported-mailbox-guid'),
    bytes('imported-store-guid'),
    bytes('imported-ost-key'),
    run.id,
  ).lastInsertRowid;
  return { objectId, mailboxId };
}

/** The two forms in which an old address stands in a DIRECTORY section. */
export function oldProxies(old: ProxyAddress): string[] {
  const full = fullAddress(old);
  return [full, `MIGRATE:${full}`];
}
