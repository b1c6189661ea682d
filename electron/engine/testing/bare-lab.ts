import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draw } from '../../../shared/lab/draw.ts';
import { ok } from '../../../shared/result.ts';
import { internRepl } from '../store/intern.ts';
import { createLab, type Lab, openLab } from '../store/lab.ts';

/** A lab for tests of single operations: two organizations with one store each, and uninitialized mailboxes. */
export interface BareLab {
  readonly lab: Lab;
  /** Keys of the mailboxes of source and target, one per alias each. */
  readonly mailboxes: Readonly<Record<'source' | 'target', readonly number[]>>;
  readonly mdbs: Readonly<Record<'source' | 'target', number>>;
  discard(): void;
}

const START = Date.UTC(2006, 5, 12);

function layOrganization(
  lab: Lab,
  role: 'source' | 'target',
  id: number,
  aliases: readonly string[],
): number[] {
  const name = role === 'source' ? 'Alder Mills' : 'Birch Holdings';
  lab.run(
    "INSERT INTO org(id, role, kind, name, domain, netbios_domain, trusts_source) VALUES(?, ?, 'exchange', ?, ?, ?, 1)",
    id,
    role,
    name,
    `${role}.example`,
    role.toUpperCase(),
  );
  lab.run("INSERT INTO admin_group(id, org_id, name) VALUES(?, ?, 'First Administrative Group')", id, id);
  lab.run(
    "INSERT INTO server(id, admin_group_id, netbios, fqdn, version, role) VALUES(?, ?, ?, ?, '6.5.7638', 'mailbox')",
    id,
    id,
    `MAIL${id}`,
    `mail${id}.${role}.example`,
  );
  const repl = internRepl(lab, draw(1, 'repl-guid', role).bytes(16));
  lab.run(
    "INSERT INTO mdb(id, server_id, name, repl, next_gc, mapping_signature) VALUES(?, ?, 'Mailbox Store', ?, ?, ?)",
    id,
    id,
    repl,
    0x1000 * id,
    draw(1, 'mapping', role).bytes(16),
  );
  return aliases.map((alias) => {
    const legacyDn = `/o=${name}/ou=First Administrative Group/cn=Recipients/cn=${alias}`;
    const object = lab.run(
      "INSERT INTO directory_object(org_id, kind, dn, alias, display_name, logon_name, sid, legacy_dn, enabled) VALUES(?, 'user', ?, ?, ?, ?, ?, ?, 1)",
      id,
      `CN=${alias},OU=${role}`,
      alias,
      `Test ${alias}`,
      alias,
      `S-1-5-21-${id}-${alias.length}-${alias}`,
      legacyDn,
    ).lastInsertRowid;
    return lab.run(
      'INSERT INTO mailbox(mdb_id, object_id, mailbox_guid, store_guid, ost_key, initialized) VALUES(?, ?, ?, ?, ?, 0)',
      id,
      object,
      draw(1, 'mailbox-guid', role + alias).bytes(16),
      draw(1, 'store-guid', role + alias).bytes(16),
      draw(1, 'ost-key', role + alias).bytes(16),
    ).lastInsertRowid;
  });
}

/** @param aliases of the mailboxes on either side */
export function bareLab(aliases: readonly string[] = ['anna']): BareLab {
  const folder = mkdtempSync(join(tmpdir(), 'mwlab-bare-'));
  const path = join(folder, 'bare.mwlab');
  const made = createLab(path, (lab) => {
    lab.run("INSERT INTO lab(id, name, seed, clock, era) VALUES(1, 'bare', 1, ?, 'e2003')", START);
    return ok({
      source: layOrganization(lab, 'source', 1, aliases),
      target: layOrganization(lab, 'target', 2, aliases),
    });
  });
  const opened = openLab(path);
  if (!made.ok || !opened.ok) throw new Error('the bare lab cannot be made');
  return {
    lab: opened.value,
    mailboxes: made.value,
    mdbs: { source: 1, target: 2 },
    discard: () => {
      opened.value.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
