import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruleText } from '../../../shared/text/evidence-text.ts';
import type { FilesPlan } from '../../../shared/lab/run-plan.ts';
import { newLab } from '../build/new-lab.ts';
import { checkLab } from '../migrate/check.ts';
import { STAGES } from '../migrate/import/all-stages.ts';
import { startImport } from '../migrate/import/start-import.ts';
import { migrate } from '../migrate/run.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { DIRECTORY, entry, mail, row } from '../testing/hand-set.ts';
import { must } from '../testing/small-lab.ts';
import { FILE_REASONS } from './file-reasons.ts';

let folder = '';
let lab: Lab;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mwlab-2003-'));
  must(newLab({ file: join(folder, 'a.mwlab'), seed: 3, mailboxes: 3, items: 30 }));
  lab = must(openLab(join(folder, 'a.mwlab')));
  for (const [name, text] of Object.entries({
    'A.PKL': '1252\r\n\r\nDIRECTORY.PRI\r\n00000001.PRI\r\n',
    'DIRECTORY.PRI': `${DIRECTORY}\r\n${entry('VaneC', 'Vane, Cora', 'Vane Cora')}\r\n`,
    '00000001.PRI': `${mail('Vane Cora', row('one'), row('two', '', 'Sent Items'))}\r\n${mail('Roe Rick', row('three'))}`,
  })) {
    mkdirSync(join(folder, 'set'), { recursive: true });
    writeFileSync(join(folder, 'set', name), text);
  }
});
afterAll(() => {
  lab.close();
  rmSync(folder, { recursive: true, force: true });
});

function plan(): FilesPlan {
  const place = lab.get<{ server: string; store: string; container: string; org: number }>(
    `SELECT s.netbios AS server, m.name AS store, c.dn AS container, o.id AS org FROM org o JOIN admin_group g ON g.org_id = o.id
     JOIN server s ON s.admin_group_id = g.id JOIN mdb m ON m.server_id = s.id JOIN container c ON c.org_id = o.id WHERE o.role = 'target' LIMIT 1`,
  );
  if (place === undefined) throw new Error('a lab without a target');
  lab.run(
    "INSERT INTO directory_object(org_id, kind, dn, alias, display_name, enabled, target_address) VALUES(?, 'contact', ?, 'RoeR', 'Roe, Rick', 1, 'CCMAIL:Roe Rick at HARBOR')",
    place.org,
    `CN=Roe\\, Rick,${place.container}`,
  );
  return {
    source: 'FILE',
    mode: 'default',
    packingList: join(folder, 'set', 'A.PKL'),
    targetServer: place.server,
    targetStore: place.store,
    container: place.container,
    template: null,
    ntAccounts: 'NO',
    folderOwner: null,
    folderAccess: 'None',
  };
}

describe('a target with Exchange Server 2003', () => {
  it('gets disabled accounts with mailboxes, and its contacts become mailboxes', () => {
    const run = must(startImport(lab, plan(), { ignoreGate: true, asked: {} }, STAGES));
    const work = migrate(lab, run);
    let step = work.next(undefined);
    while (step.done !== true) step = work.next(undefined);
    expect(step.value).toMatchObject({
      state: 'completed',
      exit: 0,
      mailboxes: [
        { alias: 'CCMAIL:Vane Cora at HARBOR', state: 'completed', copied: 2 },
        { alias: 'CCMAIL:Roe Rick at HARBOR', state: 'completed', copied: 1 },
      ],
    });
    const made = lab.all<{
      alias: string;
      dn: string;
      legacy: string;
      logon: string;
      enabled: number;
      messages: number;
    }>(
      `SELECT o.alias AS alias, o.dn AS dn, o.legacy_dn AS legacy, o.logon_name AS logon, o.enabled AS enabled,
         (SELECT count(*) FROM message WHERE mailbox_id = m.id) AS messages
       FROM directory_object o JOIN mailbox m ON m.object_id = o.id WHERE o.created_by_run = ? ORDER BY o.id`,
      run,
    );
    expect(made).toMatchObject([
      { alias: 'VaneC', logon: 'VaneC', enabled: 0, messages: 2 },
      { alias: 'RoeR', logon: 'RoeR', enabled: 0, messages: 1 },
    ]);
    for (const one of made) {
      expect(one.dn).toMatch(/^CN=.*(OU|DC)=/);
      expect(one.legacy).toMatch(/^\/o=.*\/cn=Recipients\/cn=/);
    }
    expect(
      lab.get("SELECT count(*) AS count FROM directory_object WHERE alias = 'RoeR' AND deleted_at IS NULL"),
    ).toEqual({ count: 1 });
    expect(must(checkLab(lab)).violations).toEqual([]);
  });

  it('every reason of an import has words of its own', () => {
    for (const { rule } of Object.values(FILE_REASONS)) expect(ruleText(rule)).not.toBe(rule);
  });
});
