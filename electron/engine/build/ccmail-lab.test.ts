import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { labDigest } from '../store/digest.ts';
import { openLab } from '../store/lab.ts';
import { newLab } from './new-lab.ts';
import { SCENARIOS } from './scenarios.ts';

const folders: string[] = [];

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mwlab-ccmail-'));
  folders.push(folder);
  return join(folder, 'harbor.mwlab');
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function harbor(seed: number): { readonly digest: string; readonly path: string; readonly items: number } {
  const path = file();
  const made = newLab({ file: path, scenario: 'harbor', seed });
  if (!made.ok) throw new Error(made.failure.message);
  expect(made.value.mailboxes).toBe(8);
  return { digest: made.value.digest, path, items: made.value.items };
}

describe('the scenario harbor', () => {
  it('builds the same lab from the same seed, and another one from another', () => {
    const one = harbor(1);
    expect(harbor(1).digest).toBe(one.digest);
    expect(harbor(2).digest).not.toBe(one.digest);
  });

  it('has a post office for its source and a site of Exchange Server 5.5 for its target', () => {
    const { path, digest, items } = harbor(1);
    const opened = openLab(path);
    if (!opened.ok) throw new Error(opened.failure.message);
    const lab = opened.value;
    expect(labDigest(lab)).toBe(digest);
    expect(lab.all('SELECT role, kind, name FROM org ORDER BY role')).toEqual([
      { role: 'source', kind: 'post-offices', name: 'Quayside Lines' },
      { role: 'target', kind: 'exchange', name: 'Northgate' },
    ]);
    expect(lab.get('SELECT name, level FROM product')).toEqual({ name: 'Exchange Server 5.5', level: 'SP4' });
    expect(lab.all('SELECT letter, path FROM drive')).toEqual([{ letter: 'M:', path: '\\\\HARBOR\\CCDATA' }]);
    expect(lab.get('SELECT count(*) AS count FROM po_message')).toEqual({ count: items });
    expect(lab.get("SELECT count(*) AS count FROM po_message WHERE addresses LIKE '%ATTMAIL%'")).toEqual({
      count: 1,
    });
    expect(
      lab.all("SELECT target_address AS address FROM directory_object WHERE kind = 'contact' ORDER BY id"),
    ).toEqual([{ address: 'CCMAIL:Lund Tove at HARBOR' }, { address: 'CCMAIL:Brack Imre at HARBOR' }]);
    expect(
      lab.all(
        'SELECT path, flavour FROM server_file WHERE shipped_as IS NOT NULL ORDER BY path COLLATE NOCASE',
      ),
    ).toEqual([
      { path: 'C:\\exchsrvr\\bin\\EXPORT.EXE', flavour: '16-bit' },
      { path: 'C:\\exchsrvr\\bin\\IE.RI', flavour: null },
      { path: 'C:\\exchsrvr\\bin\\IMPORT.EXE', flavour: '16-bit' },
    ]);
    lab.close();
  });

  it('keeps no password of a post office, only its hash', () => {
    const { path } = harbor(1);
    const opened = openLab(path);
    if (!opened.ok) throw new Error(opened.failure.message);
    const lab = opened.value;
    const row = lab.get<{ hash: Uint8Array; options: string }>(
      'SELECT password_hash AS hash, options FROM post_office',
    );
    expect(row?.hash.length).toBe(32);
    expect(
      JSON.stringify(lab.all('SELECT name, directory, release, options, damage FROM post_office')),
    ).not.toMatch(/lantern/i);
    lab.close();
  });

  it('tells what each of its people is there for', () => {
    const scenario = SCENARIOS.find(({ id }) => id === 'harbor');
    expect(scenario?.lessons.map(({ alias }) => alias)).toEqual([
      'Vane Cora',
      'Osgood Perry',
      'Lund Tove',
      'Brack Imre',
      'Ferris Nora',
    ]);
  });
});
