import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  FILE_WINDOW,
  FOREIGN_BROWSE_COMMANDS,
  type ForeignBrowseCommand,
} from '../../../../shared/ipc/foreign-browse-commands.ts';
import type { LabInput, LabOutput } from '../../../../shared/ipc/lab-commands.ts';
import type { Result } from '../../../../shared/result.ts';
import { newLab } from '../../build/new-lab.ts';
import { labFolder } from '../../server/lab-files.ts';
import { type Lab, openLab } from '../../store/lab.ts';
import { FOREIGN_HANDLERS as look } from './browse-foreign.ts';

const PAGE = { from: 0, count: 100 };
const folder = mkdtempSync(path.join(tmpdir(), 'mwl-browse-'));
const file = path.join(folder, 'harbor.mwlab');
let lab: Lab;

/** Asks a command and holds the answer against the contract. */
function ask<C extends ForeignBrowseCommand>(name: C, input: Omit<LabInput<C>, 'file'>): LabOutput<C> {
  const handler = look[name] as (on: Lab, given: unknown) => Result<LabOutput<C>>;
  const answer = value(handler(lab, { file, ...input }));
  expect(FOREIGN_BROWSE_COMMANDS[name].output.parse(answer)).toEqual(answer);
  return answer;
}

function value<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(answer.failure.message);
  return answer.value;
}

beforeAll(() => {
  value(newLab({ file, scenario: 'harbor', seed: 7 }));
  lab = value(openLab(file));
});
afterAll(() => {
  lab.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('post offices', () => {
  test('are shown with their counts and the drives that lead there', () => {
    const [harbor, ...others] = ask('post-offices', {}).postOffices;
    expect(others).toEqual([]);
    expect(harbor).toMatchObject({
      name: 'HARBOR',
      database: 'DB8',
      drives: ['M:'],
      boards: 2,
      damage: null,
    });
    const users = ask('po-users', { postOffice: harbor?.id ?? 0, ...PAGE }).rows;
    expect(users.filter(({ kind }) => kind === 'local')).toHaveLength(harbor?.users ?? 0);
    expect(users.map(({ key }) => key)).toEqual(users.map(({ key }) => key).toSorted());
  });

  test('hold messages with every line of their headers', () => {
    const postOffice = ask('post-offices', {}).postOffices[0]?.id ?? 0;
    const { rows } = ask('po-users', { postOffice, ...PAGE });
    const cora = rows.find(({ key }) => key === 'Vane Cora');
    const user = cora?.id ?? 0;
    const held = ask('po-folders', { postOffice, user }).folders;
    expect(held.map(({ name }) => name)).toEqual(expect.arrayContaining(['Bookings', 'Pilots']));
    expect(held.reduce((sum, each) => sum + each.messages, 0)).toBe(cora?.messages);
    const person = ask('po-user', { user });
    expect(person).toMatchObject({ address: 'Vane Cora at HARBOR', lists: [{ name: 'Night shift' }] });
    expect(person.addresses).toHaveLength(5);
    const folderId = held.find(({ messages }) => messages > 0)?.id ?? 0;
    const page = ask('po-messages', { folder: folderId, ...PAGE });
    const first = page.rows[0];
    const message = ask('po-message', { message: first?.id ?? 0 });
    expect(message.header.filter(({ role }) => role === 'from').map(({ name }) => name)).toEqual([
      first?.sender,
    ]);
    expect(message.body).not.toBe('');
  });

  test('have bulletin boards that belong to nobody', () => {
    const postOffice = ask('post-offices', {}).postOffices[0]?.id ?? 0;
    const boards = ask('po-folders', { postOffice }).folders;
    expect(boards.map(({ name, kind, messages }) => [name, kind, messages])).toEqual([
      ['Tide tables', 'bulletin-board', 4],
      ['For sale', 'bulletin-board', 3],
    ]);
    expect(ask('po-folder', { folder: boards[0]?.id ?? 0 })).toMatchObject({ user: null });
    expect(ask('po-lists', { postOffice }).lists.map(({ name }) => name)).toEqual(['Everybody ashore']);
  });

  test('find their programs', () => {
    const programs = ask('po-programs', {});
    expect(programs.folders[0]).toBe('C:\\exchsrvr\\bin');
    expect(programs.found.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Import.exe', 'Export.exe']),
    );
    expect([...programs.found.map(({ name }) => name), ...programs.missing]).toHaveLength(7);
  });

  test('that are gone are told in a sentence', () => {
    for (const answer of [
      look['po-user'](lab, { file, user: 9999 }),
      look['po-folder'](lab, { file, folder: 9999 }),
      look['po-message'](lab, { file, message: 9999 }),
      look['public-message'](lab, { file, folder: 9999, ord: 0 }),
    ])
      expect(answer.ok).toBe(false);
  });
});

describe('migration files', () => {
  const line = `${'x'.repeat(98)}\r\n`;
  test('are listed by folder, links left out, and shown in windows that lose no byte', () => {
    const set = path.join(labFolder(lab), 'C', 'MIGRATE', 'HARBOR.001');
    mkdirSync(set, { recursive: true });
    writeFileSync(path.join(set, 'HARBOR.PKL'), '850\r\n\r\nDIRECTORY.PRI\r\n');
    writeFileSync(path.join(set, 'DIRECTORY.PRI'), Buffer.from([0x84, 0x0d, 0x0a]));
    writeFileSync(path.join(set, '00000001.SEC'), line.repeat(1000));
    symlinkSync('/etc/passwd', path.join(set, 'LINK.PRI'));
    const { sets } = ask('file-sets', {});
    expect(sets).toEqual([
      {
        path: 'C:\\MIGRATE\\HARBOR.001',
        packingList: 'C:\\MIGRATE\\HARBOR.001\\HARBOR.PKL',
        files: [
          { name: '00000001.SEC', path: 'C:\\MIGRATE\\HARBOR.001\\00000001.SEC', size: 100_000 },
          { name: 'DIRECTORY.PRI', path: 'C:\\MIGRATE\\HARBOR.001\\DIRECTORY.PRI', size: 3 },
          { name: 'HARBOR.PKL', path: 'C:\\MIGRATE\\HARBOR.001\\HARBOR.PKL', size: 22 },
        ],
      },
    ]);
    const read = (name: string, offset: number) =>
      ask('file-text', { path: `C:\\MIGRATE\\HARBOR.001\\${name}`, offset });
    expect(read('DIRECTORY.PRI', 0)).toMatchObject({
      codePage: 850,
      lines: [{ offset: 0, text: 'ä' }],
      next: null,
    });
    let offset: number | null = 0;
    const lines: { offset: number; text: string }[] = [];
    while (offset !== null) {
      const window = read('00000001.SEC', offset);
      lines.push(...window.lines);
      offset = window.next;
    }
    expect(lines).toHaveLength(1000);
    expect(lines.every(({ offset: at, text }, index) => at === index * 100 && text === 'x'.repeat(98))).toBe(
      true,
    );
  });

  test('with one endless line end all the same', () => {
    const set = path.join(labFolder(lab), 'C', 'TEMP');
    mkdirSync(set, { recursive: true });
    writeFileSync(path.join(set, '00000001.PRI'), 'y'.repeat(FILE_WINDOW * 2 + 5));
    const sizes: number[] = [];
    for (let offset: number | null = 0; offset !== null; ) {
      const window: LabOutput<'file-text'> = ask('file-text', { path: 'C:\\TEMP\\00000001.PRI', offset });
      sizes.push(window.lines.reduce((sum, { text }) => sum + text.length, 0));
      offset = window.next;
    }
    expect(sizes).toEqual([FILE_WINDOW, FILE_WINDOW, 5]);
  });

  test('outside the folder, links and other files are refused', () => {
    for (const at of [
      'C:\\MIGRATE\\..\\..\\x.PRI',
      'C:\\MIGRATE\\HARBOR.001\\LINK.PRI',
      'C:\\MIGRATE\\HARBOR.001\\NOWHERE.PRI',
      'C:\\exchsrvr\\bin\\Import.exe',
      '/etc/passwd',
    ])
      expect(look['file-text'](lab, { file, path: at, offset: 0 }).ok, at).toBe(false);
  });
});
