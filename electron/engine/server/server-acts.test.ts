import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../commands.ts';
import { labDigest } from '../store/digest.ts';
import type { Lab } from '../store/lab.ts';
import { type CcMailTestLab, ccMailWorld, smallSpec, userSpec } from '../testing/ccmail-world.ts';
import { actOf } from '../undo/before-act.ts';
import { driveAct } from './drive-acts.ts';
import { fileAct } from './file-acts.ts';
import { realPath } from './lab-files.ts';
import { serviceAct } from './service-acts.ts';

let world: CcMailTestLab;
let lab: Lab;
beforeEach(() => {
  world = ccMailWorld(
    smallSpec(
      { users: [userSpec('Vane, Cora', 1)] },
      {
        programs: [
          { set: 'dos-8.3', directory: 'C:\\WINNT', renamed: false, missing: [] },
          { set: 'win32-8.5', directory: '\\\\HARBOR\\CCADMIN', renamed: false, missing: [] },
        ],
        connector: null,
      },
    ),
  );
  lab = world.lab;
  lab.run('DELETE FROM drive');
  lab.run("INSERT INTO drive(letter, path) VALUES('M:', '\\\\HARBOR\\CCADMIN')");
});
afterEach(() => world.discard());

type Act = 'copy' | 'rename' | 'delete' | 'list';
const file = (act: Act, given?: string, to?: string) =>
  fileAct(lab, {
    file: lab.path,
    act,
    ...(given === undefined ? {} : { path: given }),
    ...(to === undefined ? {} : { to }),
  });
const row = (at: string) =>
  lab.get('SELECT version, flavour, shipped_as AS shippedAs FROM server_file WHERE path = ?', at);
const acts = () =>
  lab
    .all<{ detail: string }>('SELECT detail FROM act ORDER BY id')
    .map(({ detail }) => JSON.parse(detail) as unknown);
const IMPORT32 = { version: '8.50.00.14', flavour: '32-bit', shippedAs: 'IMPORT32.EXE' };

/** A real file of the migration server. */
function write(simulated: string, text: string): string {
  const at = realPath(lab, simulated);
  if (!at.ok) throw new Error(at.failure.message);
  mkdirSync(path.dirname(at.value), { recursive: true });
  writeFileSync(at.value, text);
  return at.value;
}

describe('files of the migration server', () => {
  it.each([
    ['\\\\HARBOR\\CCADMIN\\Import32.exe', 'C:\\exchsrvr\\bin', 'C:\\exchsrvr\\bin\\IMPORT32.EXE'],
    ['M:\\import32.exe', 'C:\\exchsrvr\\bin\\', 'C:\\exchsrvr\\bin\\IMPORT32.EXE'],
    ['M:\\IMPORT32.EXE', 'C:\\exchsrvr\\bin\\Import.exe', 'C:\\exchsrvr\\bin\\Import.exe'],
    ['M:\\IMPORT32.EXE', 'c:/winnt/x.exe', 'C:\\winnt\\x.exe'],
  ])('%s copied to %s keeps what it is', (from, to, at) => {
    expect(file('copy', from, to)).toMatchObject({ ok: true, value: { path: at, replaced: null } });
    expect(row(at)).toEqual(IMPORT32);
    expect(row('\\\\HARBOR\\CCADMIN\\IMPORT32.EXE')).toEqual(IMPORT32);
    expect(acts()).toEqual([
      { act: 'copy', from: '\\\\HARBOR\\CCADMIN\\IMPORT32.EXE', to: at, replaced: null },
    ]);
  });

  it('overwrite what stands there, older or newer, and say what it was', () => {
    file('copy', 'M:\\IMPORT32.EXE', 'C:\\WINNT\\Import.exe');
    const back = file('copy', 'C:\\WINNT\\Export.exe', 'C:\\WINNT\\Import.exe');
    expect(back).toMatchObject({
      value: { replaced: { version: '8.50.00.14', flavour: '32-bit', shippedAs: 'IMPORT32.EXE' } },
    });
    expect(row('C:\\WINNT\\IMPORT.EXE')).toMatchObject({ flavour: '16-bit', shippedAs: 'EXPORT.EXE' });
  });

  it('stay what they are under another name', () => {
    expect(file('rename', 'M:\\IMPORT32.EXE', 'Import.exe').ok).toBe(true);
    expect(row('\\\\HARBOR\\CCADMIN\\Import.exe')).toEqual(IMPORT32);
    expect(row('\\\\HARBOR\\CCADMIN\\IMPORT32.EXE')).toBeUndefined();
    expect(file('rename', 'C:\\exchsrvr\\bin\\Mailmig.exe', 'Mailmig.old').ok).toBe(true);
    expect(row('C:\\exchsrvr\\bin\\Mailmig.old')).toMatchObject({ shippedAs: 'Mailmig.exe' });
  });

  it('take another case of their name', () => {
    expect(file('rename', 'M:\\IMPORT32.EXE', 'Import32.exe').ok).toBe(true);
    expect(lab.get("SELECT path FROM server_file WHERE path LIKE '%ccadmin_import32%'")).toEqual({
      path: '\\\\HARBOR\\CCADMIN\\Import32.exe',
    });
  });

  it.each([
    ['copy', 'M:\\NOTHING.EXE', 'C:\\WINNT', 'file-missing'],
    ['copy', 'X:\\IMPORT32.EXE', 'C:\\WINNT', 'drive-unmapped'],
    ['copy', 'M:\\IMPORT32.EXE', 'X:\\', 'drive-unmapped'],
    ['copy', '\\\\HAVEN\\CCADMIN\\IMPORT32.EXE', 'C:\\WINNT', 'share-unknown'],
    ['copy', 'M:\\IMPORT32.EXE', 'C:\\NOWHERE\\Import.exe', 'folder-missing'],
    ['copy', 'M:\\IMPORT32.EXE', 'C:\\NOWHERE\\', 'folder-missing'],
    ['copy', 'M:\\IMPORT32.EXE', 'C:\\WINNT\\..\\x', 'path-name'],
    ['copy', 'M:\\IMPORT32.EXE', 'C:\\WINNT\\NUL', 'path-name'],
    ['copy', 'M:\\IMPORT32.EXE', 'M:\\', 'file-same'],
    ['copy', 'M:\\', 'C:\\WINNT', 'file-folder'],
    ['copy', 'M:\\IMPORT32.EXE', undefined, 'file-act'],
    ['copy', 'M:\\IMPORT32.EXE', '\\\\HARBOR\\CCDATA\\CLANDATA', 'file-database'],
    ['rename', 'M:\\NOTHING.EXE', 'Import.exe', 'file-missing'],
    ['rename', 'M:\\IMPORT32.EXE', 'EXPORT32.EXE', 'file-exists'],
    ['rename', 'M:\\IMPORT32.EXE', '..\\Import.exe', 'path-name'],
    ['rename', 'M:\\IMPORT32.EXE', 'C:\\WINNT\\Import.exe', 'path-name'],
    ['rename', '\\\\HARBOR\\CCDATA\\CLANDATA', 'CLANDATA.OLD', 'file-database'],
    ['delete', 'M:\\NOTHING.EXE', undefined, 'file-missing'],
    ['delete', 'C:\\WINNT', undefined, 'file-folder'],
    ['delete', '\\\\HARBOR\\CCDATA\\USR00001', undefined, 'file-database'],
    ['delete', 'Import.exe', undefined, 'path-form'],
    ['list', 'C:\\NOWHERE', undefined, 'folder-missing'],
    ['list', 'X:\\', undefined, 'drive-unmapped'],
  ] as const)('%s %s %s is refused: %s', (act, given, to, code) => {
    const before = labDigest(lab);
    const done = file(act, given, to);
    expect(done.ok ? null : done.failure.code).toBe(code);
    expect(done.ok ? '' : done.failure.message).toMatch(/^[^\n]+\.$/);
    expect(labDigest(lab)).toBe(before);
  });

  it('cannot be written to a read-only share', () => {
    lab.run('UPDATE post_office SET writable = 0');
    expect(file('copy', 'M:\\IMPORT32.EXE', '\\\\HARBOR\\CCDATA\\Import.exe')).toMatchObject({
      failure: { code: 'file-denied' },
    });
    expect(file('copy', 'M:\\IMPORT32.EXE', 'C:\\WINNT').ok).toBe(true);
  });

  it('that really exist are copied, renamed and deleted on the machine, too', () => {
    const at = write('C:\\MIGRATE\\A.PRI', 'DIRECTORY\r\n');
    expect(file('copy', 'C:\\migrate\\a.pri', 'C:\\MIGRATE\\B.PRI')).toMatchObject({ ok: true });
    expect(readFileSync(path.join(path.dirname(at), 'B.PRI'), 'utf8')).toBe('DIRECTORY\r\n');
    expect(file('rename', 'C:\\MIGRATE\\B.PRI', 'C.PRI').ok).toBe(true);
    expect(existsSync(path.join(path.dirname(at), 'B.PRI'))).toBe(false);
    expect(file('delete', 'C:\\MIGRATE\\A.PRI').ok).toBe(true);
    expect(existsSync(at)).toBe(false);
    const listed = file('list', 'C:\\MIGRATE');
    expect(listed.ok && listed.value.entries.map(({ name, size }) => [name, size])).toEqual([['C.PRI', 11]]);
  });
});

describe('what stands where', () => {
  const names = (given?: string) => {
    const done = file('list', given);
    if (!done.ok) throw new Error(done.failure.message);
    return done.value.entries.map(({ name, kind }) => (kind === 'folder' ? `${name}\\` : name));
  };

  it.each([
    [undefined, ['C:\\', 'M: (\\\\HARBOR\\CCADMIN)\\', '\\\\HARBOR\\CCADMIN\\', '\\\\HARBOR\\CCDATA\\']],
    ['C:\\', ['exchsrvr\\', 'TEMP\\', 'WINNT\\']],
    ['C:\\exchsrvr', ['bin\\', 'ccmcdata\\']],
    ['C:\\exchsrvr\\ccmcdata', []],
    ['C:\\WINNT', ['system32\\', 'EXPORT.EXE', 'IE.RI', 'IMPORT.EXE']],
    ['M:', ['CDMW800.DLL', 'CFW803.DLL', 'CIW803.DLL', 'EXPORT32.EXE', 'IMPEXP.RI', 'IMPORT32.EXE']],
    ['M:\\impexp.ri', ['IMPEXP.RI']],
  ])('%s', (given, expected) => {
    expect(names(given)).toEqual(expected);
  });

  it('shows flavour, version and first name', () => {
    const done = file('list', 'M:\\IMPORT32.EXE');
    expect(done.ok && done.value.entries).toMatchObject([IMPORT32]);
  });
});

const drive = (letter?: string, to?: string | null) =>
  driveAct(lab, {
    file: lab.path,
    ...(letter === undefined ? {} : { letter }),
    ...(to === undefined ? {} : { path: to }),
  });

describe('drives', () => {
  it('are mapped and taken away', () => {
    expect(drive('p', '\\\\harbor\\ccdata')).toMatchObject({
      value: {
        drives: [
          { letter: 'M:', path: '\\\\HARBOR\\CCADMIN' },
          { letter: 'P:', path: '\\\\harbor\\ccdata' },
        ],
      },
    });
    expect(drive('M:', null)).toMatchObject({ ok: true });
    expect(drive()).toMatchObject({ value: { drives: [{ letter: 'P:', path: '\\\\harbor\\ccdata' }] } });
    expect(acts()).toEqual([{ map: 'P:', path: '\\\\harbor\\ccdata' }, { unmap: 'M:' }]);
  });

  it.each([
    ['MM', '\\\\HARBOR\\CCDATA', 'drive-letter'],
    ['1:', '\\\\HARBOR\\CCDATA', 'drive-letter'],
    ['C:', '\\\\HARBOR\\CCDATA', 'drive-letter'],
    ['M:', '\\\\HARBOR\\CCDATA', 'drive-mapped'],
    ['P:', '\\\\HAVEN\\CCDATA', 'share-unknown'],
    ['P:', '\\\\HARBOR\\CCDATA\\NOWHERE', 'drive-target'],
    ['P:', 'C:\\WINNT', 'drive-target'],
    ['P:', 'HARBOR', 'path-form'],
    ['P:', undefined, 'drive-target'],
    ['P:', null, 'drive-unmapped'],
  ])('%s to %s is refused: %s', (letter, to, code) => {
    const before = labDigest(lab);
    const done = drive(letter, to);
    expect(done.ok ? null : done.failure.code).toBe(code);
    expect(labDigest(lab)).toBe(before);
  });
});

const service = (name?: string, action?: 'start' | 'stop') =>
  serviceAct(lab, {
    file: lab.path,
    ...(name === undefined ? {} : { name }),
    ...(action === undefined ? {} : { action }),
  });

describe('services', () => {
  it.each([
    ['MSExchangeMTA', ['MSExchangeMTA']],
    ['msexchangeds', ['MSExchangeIS', 'MSExchangeMTA', 'MSExchangeDS']],
    ['MSExchangeSA', ['MSExchangeIS', 'MSExchangeMTA', 'MSExchangeDS', 'MSExchangeSA']],
  ])('%s stops with those that need it', (name, changed) => {
    expect(service(name, 'stop')).toMatchObject({ ok: true, value: { changed } });
  });

  it('start with those that they need', () => {
    service('MSExchangeSA', 'stop');
    expect(service('MSExchangeIS', 'start')).toMatchObject({
      ok: true,
      value: { changed: ['MSExchangeSA', 'MSExchangeDS', 'MSExchangeIS'] },
    });
    const states = service();
    expect(states.ok && states.value.services.find(({ name }) => name === 'MSExchangeMTA')?.state).toBe(
      'stopped',
    );
  });

  it.each([
    ['MSExchangeXX', 'start', 'service-unknown'],
    ['MSExchangeCCMC', 'start', 'service-unknown'],
    ['MSExchangeIS', 'start', 'service-state'],
    ['MSExchangeIS', undefined, 'service-action'],
  ] as const)('%s %s is refused: %s', (name, action, code) => {
    const before = labDigest(lab);
    const done = service(name, action);
    expect(done.ok ? null : done.failure.code).toBe(code);
    expect(labDigest(lab)).toBe(before);
  });
});

describe('going back', () => {
  it.each([
    ['file', { act: 'copy', path: 'M:\\A', to: 'C:\\B' }, 'copy M:\\A'],
    ['file', { act: 'list' }, null],
    ['drive', { letter: 'P:', path: null }, 'P:'],
    ['drive', {}, null],
    ['service', { name: 'X', action: 'stop' }, 'stop X'],
    ['service', {}, null],
    ['connector', { do: 'cycle' }, 'cycle'],
    ['connector', { set: 'password=Sesame99' }, 'password'],
    ['connector', {}, null],
  ] as const)('%s %j keeps a copy that says %s', (command, input, detail) => {
    expect(actOf(command, input)?.detail ?? null).toBe(detail);
  });
});

describe('the commands', () => {
  it.each([
    ['file', { act: 'list' }],
    ['drive', {}],
    ['service', {}],
    ['connector', {}],
  ] as const)('%s answers on a closed lab', async (command, input) => {
    const done = await runCommand(command, { file: lab.path, ...input } as never);
    expect(done.ok).toBe(true);
  });
});
