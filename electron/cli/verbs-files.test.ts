import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MESSAGE_COLUMNS } from '../../shared/formats/migration-files/sections.ts';
import { labMain } from './lab-main.ts';
import { testIo } from './testing-io.ts';

let folder = '';
const lab = (): string => join(folder, 'a.mwlab');

async function run(...words: string[]) {
  const io = testIo(folder);
  const exit = await labMain(words, io);
  return { exit, out: io.written.out, err: io.written.err };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mwlab-files-'));
  await run('new', lab(), '--scenario', 'harbor');
  const set = join(`${lab()}.files`, 'C', 'MIGRATE', 'HAND.001');
  for (const place of [set, join(folder, 'own')]) {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'HAND.PKL'), '850\r\n\r\nA.PRI\r\nGONE.SEC\r\n');
    writeFileSync(
      join(place, 'A.PRI'),
      `MAILMESSAGE,CCMAIL:Vane Cora at HARBOR\r\n${MESSAGE_COLUMNS.join(',')}\r\nInbox,a,b,,,one,,,,,,\r\nInbox,a\r\nInbox,a,b,,,two,,,,,,#A.SEC(50)\r\n`,
    );
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('lab files --read', () => {
  it.each(['C:\\MIGRATE\\HAND.001\\HAND.PKL', 'own/HAND.PKL'])(
    'tells what %s holds, every complaint with its place',
    async (list) => {
      const { exit, out } = await run('files', lab(), '--read', list, '--json');
      expect(exit).toBe(1);
      expect(JSON.parse(out)).toMatchObject({
        codePage: 850,
        primaries: ['A.PRI'],
        users: [{ address: 'CCMAIL:Vane Cora at HARBOR', entry: false, sections: 1, messages: 3 }],
        complaintCount: 3,
        complaints: [
          { file: 'HAND.PKL', line: 4, offset: 14, kind: 'file-missing' },
          { file: 'A.PRI', line: 4, offset: 148, kind: 'field-count' },
          { file: 'A.PRI', line: 5, offset: 157, kind: 'secondary-file' },
        ],
      });
    },
  );

  it('speaks to people too, and in one sentence where there is no set', async () => {
    const { out } = await run('files', lab(), '--read', 'own/HAND.PKL');
    expect(out).toContain('CCMAIL:Vane Cora at HARBOR');
    expect(out).toContain('A.PRI');
    const missing = await run('files', lab(), '--read', 'C:\\MIGRATE\\NONE.PKL');
    expect(missing).toMatchObject({ exit: 2, out: '' });
    expect(missing.err.trim().split('\n')).toHaveLength(1);
    expect((await run('files', lab())).exit).toBe(2);
  });
});
