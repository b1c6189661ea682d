import { draw } from '../../../shared/lab/draw.ts';
import { deliver } from '../mailbox/deliver.ts';
import { logOn } from '../mailbox/log-on.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';

/** What may stand in the target for a person before any migration. */
export const BYSTANDERS = [
  'none',
  'history',
  'history-mailbox',
  'logged-on',
  'mailed',
  'address',
  'contact',
  'namesake',
] as const;

export type BystanderKind = (typeof BYSTANDERS)[number];

interface Original {
  sid: string;
  name: string;
  address: string;
}

function addObject(lab: Lab, alias: string, kind: BystanderKind, original: Original): number {
  const contact = kind === 'contact';
  const history = kind.startsWith('history') || kind === 'logged-on' || kind === 'mailed';
  const object = lab.run(
    `INSERT INTO directory_object(org_id, kind, dn, alias, display_name, logon_name, sid, sid_history, legacy_dn, enabled, target_address, department)
     VALUES((SELECT id FROM org WHERE role = 'target'), ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 'There before')`,
    contact ? 'contact' : 'user',
    `CN=${kind} ${alias},OU=There before`,
    `${kind}.${alias}`.slice(0, 20),
    kind === 'namesake' ? original.name : `${kind} of ${alias}`,
    contact ? null : `${kind}.${alias}`.slice(0, 20),
    contact ? null : `S-1-5-21-1-1-1-${draw(1, 'bystander', alias).below(1_000_000)}`,
    history ? original.sid : '',
    contact ? `/o=There before/cn=${alias}` : null,
    contact ? `SMTP:${original.address}` : null,
  ).lastInsertRowid;
  if (contact || kind === 'address') {
    lab.run(
      "INSERT INTO proxy_address(object_id, kind, address) VALUES(?, 'SMTP', ?)",
      object,
      original.address,
    );
  }
  return object;
}

function addMailbox(lab: Lab, object: number, alias: string): number {
  lab.run('UPDATE directory_object SET legacy_dn = ? WHERE id = ?', `/o=There before/cn=${alias}`, object);
  return lab.run(
    `INSERT INTO mailbox(mdb_id, object_id, mailbox_guid, store_guid, ost_key, initialized)
     VALUES((SELECT max(id) FROM mdb), ?, ?, ?, ?, 0)`,
    object,
    draw(1, 'bystander-mailbox-guid', alias).bytes(16),
    draw(1, 'bystander-store-guid', alias).bytes(16),
    draw(1, 'bystander-ost-key', alias).bytes(16),
  ).lastInsertRowid;
}

/** Puts something into the target organization that a migration of this person meets. */
export function addBystander(lab: Lab, alias: string, kind: BystanderKind): void {
  if (kind === 'none') return;
  const original = lab.get<Original>(
    `SELECT sid, display_name AS name, address FROM directory_object o JOIN org ON org.id = org_id
     JOIN proxy_address p ON p.object_id = o.id AND p.kind = 'SMTP' WHERE role = 'source' AND alias = ?`,
    alias,
  );
  if (original === undefined) throw new Error(`${alias} has no address`);
  const object = addObject(lab, alias, kind, original);
  if (kind === 'history-mailbox' || kind === 'logged-on' || kind === 'mailed') {
    const mailbox = addMailbox(lab, object, alias);
    if (kind === 'logged-on') logOn(lab, mailbox, labNow(lab));
    if (kind === 'mailed') {
      const mail = { subject: 'Before the move', sender: 'post@birchholdings.example', body: 'Welcome' };
      deliver(lab, mailbox, { ...mail, at: labNow(lab) });
    }
  }
}
