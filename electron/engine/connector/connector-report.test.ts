import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { CcMailLabSpec, PostOfficeSpec, ProgramsSpec } from '../build/ccmail-spec.ts';
import { driveAct } from '../server/drive-acts.ts';
import { realPath } from '../server/lab-files.ts';
import type { Lab } from '../store/lab.ts';
import type { CcMailTestLab } from '../testing/ccmail-world.ts';
import { connectorWorld, service, shown, STORE, work } from '../testing/connector-world.ts';
import { connectorReport } from './connector-report.ts';

let world: CcMailTestLab | null = null;
afterEach(() => {
  world?.discard();
  world = null;
});

function lab(
  office?: Partial<PostOfficeSpec>,
  laid?: readonly ProgramsSpec[],
  more?: Partial<CcMailLabSpec>,
): Lab {
  world = connectorWorld(office, laid, more);
  return world.lab;
}

describe('what one may ask of it', () => {
  it.each([
    [{ set: 'name' }, 'setting-form'],
    [{ set: 'colour=red' }, 'setting-unknown'],
    [{ set: 'version=8.x' }, 'setting-value'],
    [{ set: 'name=' }, 'setting-value'],
    [{ set: 'container=/o=Nowhere' }, 'setting-value'],
  ])('%j is refused: %s', (asked, code) => {
    const on = lab();
    const before = on.all('SELECT * FROM connector');
    const done = connectorReport(on, { file: on.path, ...asked });
    expect(done.ok ? null : done.failure.code).toBe(code);
    expect(on.all('SELECT * FROM connector')).toEqual(before);
    expect(on.all('SELECT * FROM act')).toEqual([]);
  });

  it('a cycle of a stopped connector, or of none', () => {
    const on = lab();
    service(on, 'stop');
    expect(connectorReport(on, { file: on.path, do: 'cycle' })).toMatchObject({
      failure: { code: 'connector-stopped' },
    });
    world?.discard();
    const none = lab({}, [], { connector: null });
    expect(shown(none)).toBeNull();
    expect(connectorReport(none, { file: none.path, do: 'cycle' })).toMatchObject({
      failure: { code: 'connector-none' },
    });
    expect(service(none, 'start')).toMatchObject({ failure: { code: 'service-unknown' } });
  });

  it('keeps no password', () => {
    const on = lab();
    shown(on, { set: 'password=Sesame99' });
    const all = JSON.stringify([on.all('SELECT * FROM connector'), on.all('SELECT * FROM act'), shown(on)]);
    expect(all.toLowerCase()).not.toContain('sesame99');
  });

  it('follows a mapped drive to the post office', () => {
    const on = lab();
    on.run('DELETE FROM drive');
    expect(driveAct(on, { file: on.path, letter: 'P:', path: '\\\\HARBOR\\CCDATA' }).ok).toBe(true);
    shown(on, { set: 'path=P:\\' });
    service(on, 'stop');
    service(on, 'start');
    expect(work(on).result).toBe('ok');
  });
});

describe('files of the cycle', () => {
  it.each([
    ['Export\\Ccmdir.exp', 'Name: Vane, Cora\r\nLocn: L\r\n'],
    ['Export\\Ccmlist.exp', 'List: Crew\r\nName: Vane, Cora\r\n'],
    ['Export\\Ccmbb.exp', 'Name: Tides\r\n'],
    ['Import\\Ccmdir.imp', 'Locn: R\r\nAddr: Northgate\r\n'],
    ['Import\\Ccmdel.imp', ''],
  ])('%s is there, as a row and really', (name, text) => {
    const on = lab({
      lists: [{ name: 'Crew', members: ['Vane, Cora'] }],
      boards: [{ name: 'Tides', messages: 0 }],
    });
    const done = work(on).connector;
    expect(done.cycles[0]?.steps).toHaveLength(10);
    const at = realPath(on, `${STORE}\\${name}`);
    const bytes = at.ok ? readFileSync(at.value, 'latin1') : '';
    expect(bytes).toContain(text);
    expect(on.get('SELECT size FROM server_file WHERE path = ?', `${STORE}\\${name}`)).toEqual({
      size: bytes.length,
    });
  });
});
