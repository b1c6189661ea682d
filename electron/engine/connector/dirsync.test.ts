import { afterEach, describe, expect, it } from 'vitest';
import type { CcMailLabSpec, PostOfficeSpec } from '../build/ccmail-spec.ts';
import { addUser } from '../postoffice/add-rows.ts';
import { postOfficeAct } from '../postoffice/post-office-acts.ts';
import { labDigest } from '../store/digest.ts';
import type { Lab } from '../store/lab.ts';
import { type CcMailTestLab, ccMailWorld, smallSpec, userSpec } from '../testing/ccmail-world.ts';
import { connectorReport } from './connector-report.ts';
import { connectorRuns } from './connector-row.ts';
import { cycleAfterRun, startConnector, stopConnector } from './work.ts';

const worlds: CcMailTestLab[] = [];
afterEach(() => {
  for (const world of worlds.splice(0)) world.discard();
});

function lab(office: Partial<PostOfficeSpec> = {}, more: Partial<CcMailLabSpec> = {}): Lab {
  const world = ccMailWorld(
    smallSpec(
      {
        users: [userSpec('Vane, Cora', 2), userSpec('Ferris, Nora', 1)],
        remoteUsers: [{ name: 'Quill, Ada', postOffice: 'HAVEN' }],
        database: 'DB8',
        release: '8.3',
        ...office,
      },
      {
        programs: [{ set: 'dos-8.3', directory: 'C:\\WINNT', renamed: false, missing: [] }],
        connector: 'HARBOR',
        ...more,
      },
    ),
  );
  worlds.push(world);
  return world.lab;
}

function cycle(on: Lab): readonly string[] {
  const done = connectorReport(on, { file: on.path, do: 'cycle' });
  if (!done.ok) throw new Error(done.failure.message);
  expect(done.value.result).toBe('ok');
  return done.value.connector?.cycles[0]?.steps.map(({ text }) => text) ?? [];
}

const recipients = (on: Lab) =>
  on
    .all<{ address: string }>(
      `SELECT substr(target_address, 8) AS address FROM directory_object
         WHERE kind = 'contact' AND deleted_at IS NULL AND target_address LIKE 'CCMAIL:%' ORDER BY address`,
    )
    .map(({ address }) => address);
const users = (on: Lab) =>
  on
    .all<{ key: string; kind: string; po: string | null }>(
      'SELECT key, kind, remote_po AS po FROM po_user ORDER BY key',
    )
    .map(({ key, kind, po }) => `${key} ${kind}${po === null ? '' : ` at ${po}`}`);

/** Makes somebody's custom recipient a mailbox with both addresses, as a migration does. */
function migrate(on: Lab, key: string): void {
  const address = `${key} at HARBOR`;
  const object = on.get<{ id: number }>(
    'SELECT o.id AS id FROM directory_object o JOIN proxy_address p ON p.object_id = o.id WHERE p.address = ?',
    address,
  );
  if (object === undefined) throw new Error('no custom recipient');
  on.run("UPDATE directory_object SET kind = 'user', target_address = NULL WHERE id = ?", object.id);
  on.run("DELETE FROM proxy_address WHERE object_id = ? AND kind = 'CCMAIL'", object.id);
  for (const [kind, value] of [
    ['CCMAIL', `${key} at Northgate`],
    ['ccmail', address],
  ] as const)
    on.run('INSERT INTO proxy_address(object_id, kind, address) VALUES(?, ?, ?)', object.id, kind, value);
  const bytes = new Uint8Array(16).fill(object.id % 250);
  on.run(
    'INSERT INTO mailbox(mdb_id, object_id, mailbox_guid, store_guid, ost_key, initialized) SELECT min(id), ?, ?, ?, ?, 0 FROM mdb',
    object.id,
    bytes,
    bytes,
    bytes,
  );
}

describe('a cycle of directory synchronization', () => {
  it('makes custom recipients for cc:Mail users, lists and boards, and entries for mailboxes', () => {
    const on = lab({
      lists: [{ name: '#Crew', members: ['Vane, Cora'] }],
      boards: [{ name: '#Tides', messages: 0 }],
    });
    const steps = cycle(on);
    expect(steps).toHaveLength(10);
    expect(recipients(on)).toEqual([
      '#Crew at HARBOR',
      '#Tides at HARBOR',
      'Ferris Nora at HARBOR',
      'Quill Ada at HAVEN',
      'Vane Cora at HARBOR',
    ]);
    expect(users(on)).toEqual([
      'Ferris Nora local',
      'Ines Moor remote at Northgate',
      'Northgate Administrator remote at Northgate',
      'Quill Ada remote at HAVEN',
      'Template Quayside remote at Northgate',
      'Vane Cora local',
    ]);
    expect(on.all("SELECT 1 FROM directory_object WHERE kind = 'contact' AND dn <> legacy_dn")).toEqual([]);
  });

  it('changes nothing when it is done again', () => {
    const on = lab();
    cycle(on);
    const before = [recipients(on), users(on)];
    const steps = cycle(on);
    expect([recipients(on), users(on)]).toEqual(before);
    expect(steps[5]).toContain('0 deletions');
    expect(steps[5]).toContain('0 additions');
  });

  it('leaves a custom recipient alone that is there already', () => {
    const on = lab({}, { customRecipients: [{ postOffice: 'HARBOR', users: ['Vane, Cora'] }] });
    const before = on.get('SELECT id FROM directory_object WHERE display_name = ?', 'Vane, Cora');
    cycle(on);
    expect(on.all("SELECT id FROM directory_object WHERE display_name = 'Vane, Cora'")).toEqual([before]);
  });

  it('follows those who come and go on either side', () => {
    const on = lab();
    cycle(on);
    on.run("DELETE FROM po_user WHERE key = 'Ferris Nora'");
    addUser(on, 1, 'Oakes, Lin');
    on.run("UPDATE directory_object SET deleted_at = 1 WHERE alias = 'MoorI'");
    cycle(on);
    expect(recipients(on)).toEqual(['Oakes Lin at HARBOR', 'Quill Ada at HAVEN', 'Vane Cora at HARBOR']);
    expect(users(on)).not.toContain('Ines Moor remote at Northgate');
  });

  it('deletes migrated accounts from cc:Mail (XMG 06001)', () => {
    const on = lab();
    cycle(on);
    migrate(on, 'Vane Cora');
    const steps = cycle(on);
    expect(steps.some((step) => step.startsWith('Deleted from HARBOR') && step.includes('Vane Cora'))).toBe(
      true,
    );
    expect(users(on)).toContain('Vane Cora remote at Northgate');
    expect(users(on)).not.toContain('Vane Cora local');
    expect(recipients(on)).not.toContain('Vane Cora at HARBOR');
    expect(on.get('SELECT count(*) AS n FROM po_message')).toEqual({ n: 1 });
  });

  it('leaves a namesake in the post office its name', () => {
    const on = lab({ users: [userSpec('Ines Moor', 1)] });
    cycle(on);
    expect(users(on).filter((user) => user.startsWith('Ines Moor'))).toEqual(['Ines Moor local']);
  });

  it('touches no custom recipient outside its container', () => {
    const on = lab();
    on.run(
      "INSERT INTO directory_object(org_id, kind, dn, alias, display_name, enabled, target_address) SELECT id, 'contact', 'x', 'far', 'Far', 1, 'CCMAIL:Far Away at ELSEWHERE' FROM org WHERE role = 'target'",
    );
    cycle(on);
    expect(recipients(on)).toContain('Far Away at ELSEWHERE');
  });

  it('follows users who were moved to a new post office (Q179072)', () => {
    const on = lab();
    cycle(on);
    expect(connectorReport(on, { file: on.path, set: 'name=LIGHT' }).ok).toBe(true);
    stopConnector(on);
    const moved = postOfficeAct(on, { file: on.path, name: 'HARBOR', do: 'move-users', to: 'LIGHT' });
    if (!moved.ok) throw new Error(moved.failure.message);
    const { directory } = moved.value.postOffices.find(({ name }) => name === 'LIGHT') ?? { directory: '' };
    expect(connectorReport(on, { file: on.path, set: `path=${directory}` }).ok).toBe(true);
    startConnector(on);
    cycle(on);
    expect(recipients(on)).toEqual(['Ferris Nora at LIGHT', 'Quill Ada at HAVEN', 'Vane Cora at LIGHT']);
  });

  it('gives the same lab for the same seed', () => {
    const digests = [lab(), lab()].map((on) => {
      cycle(on);
      return labDigest(on);
    });
    expect(digests[0]).toBe(digests[1]);
  });
});

describe('after a run over the post office', () => {
  it.each([
    ['a running connector deletes who was migrated', 'always', true, 'remote at Northgate'],
    ['a connector that was stopped leaves everybody alone', 'always', false, 'local'],
    ['a connector without a schedule does, too', 'never', true, 'local'],
  ] as const)('%s', (_, schedule, running, expected) => {
    const on = lab();
    cycle(on);
    const active = on.get<{ standing: string }>('SELECT standing FROM connector')?.standing ?? '';
    on.run(
      'UPDATE connector SET standing = ?',
      active.replace('"schedule":"always"', `"schedule":"${schedule}"`),
    );
    if (!running) stopConnector(on);
    expect(connectorRuns(on)).toBe(running);
    migrate(on, 'Vane Cora');
    cycleAfterRun(on);
    expect(users(on)).toContain(`Vane Cora ${expected}`);
  });
});
