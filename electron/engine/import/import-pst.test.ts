import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PSTFile, type PSTFolder } from 'pst-extractor';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draw } from '../../../shared/lab/draw.ts';
import { newLab } from '../build/new-lab.ts';
import { personAt } from '../build/people.ts';
import { outlook } from '../outlook/outlook.ts';
import { labDigest } from '../store/digest.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { importMail } from './import-mail.ts';

const SAMPLES = join(import.meta.dirname, '../../../node_modules/pst-extractor/example/testdata');
const ENRON = join(SAMPLES, 'enron.pst');
const OSTS = ['pstextractortest@outlook.com.ost', 'pstextractortestpdf@outlook.com.ost'].map((name) =>
  join(SAMPLES, name),
);
const ALIAS = personAt(1, 0).alias;

let folder: string;
let lab: Lab;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-pst-'));
  const file = join(folder, 'lab.mwlab');
  const made = newLab({ file, mailboxes: 1, items: 0 });
  const opened = made.ok ? openLab(file) : made;
  if (!opened.ok) throw new Error(opened.failure.message);
  lab = opened.value;
});
afterEach(() => {
  lab.close();
  rmSync(folder, { recursive: true, force: true });
});

const count = (sql: string): number => lab.get<{ n: number }>(`SELECT count(*) AS n ${sql}`)?.n ?? 0;

/** What the library says that a file holds, by its own way through the folders. */
function reported(file: string): { folders: number; items: number } {
  const pst = new PSTFile(file);
  const walk = (at: PSTFolder): { folders: number; items: number } => {
    const below = at.hasSubfolders ? at.getSubFolders().map(walk) : [];
    // A search folder counts what it found, which lies elsewhere.
    const own = at.getNodeType() === 3 ? 0 : at.contentCount;
    return below.reduce(
      (sum, one) => ({ folders: sum.folders + one.folders, items: sum.items + one.items }),
      { folders: 1, items: own },
    );
  };
  const sum = walk(pst.getRootFolder());
  pst.close();
  return sum;
}

async function take(...paths: string[]) {
  const done = await importMail(lab, { file: lab.path, mailbox: ALIAS, paths });
  if (!done.ok) throw new Error(done.failure.message);
  return done.value;
}

describe('real .pst and .ost files', () => {
  test.each([ENRON, ...OSTS])('%s comes in whole', async (file) => {
    const before = count('FROM message WHERE is_fai = 0');
    const done = await take(file);
    expect({ folders: done.folders, items: done.items }).toEqual(reported(file));
    expect(done.skipped).toEqual([]);
    expect(count('FROM message WHERE is_fai = 0') - before).toBe(done.items);
    expect(count('FROM (SELECT DISTINCT search_key FROM message WHERE is_fai = 0)') - before).toBe(
      done.items,
    );
    expect(
      count("FROM message JOIN content ON content.id = content_id WHERE headers = '' AND is_fai = 0"),
    ).toBe(0);
    expect(count('FROM message WHERE is_fai = 0 AND (delivered IS NULL OR length(search_key) <> 16)')).toBe(
      0,
    );
  });

  test('enron.pst keeps its tree, headers, dates, bodies, attachments and read marks', async () => {
    const done = await take(ENRON);
    expect(done).toMatchObject({ folders: 11, items: 71 });
    const tree = lab.all<{ name: string; parent: string; items: number }>(
      `SELECT f.name AS name, p.name AS parent, (SELECT count(*) FROM message m WHERE m.mailbox_id = f.mailbox_id AND m.folder_repl = f.repl AND m.folder_gc = f.gc AND is_fai = 0) AS items
         FROM folder f JOIN folder p ON p.mailbox_id = f.mailbox_id AND p.repl = f.parent_repl AND p.gc = f.parent_gc`,
    );
    expect(tree).toEqual(
      expect.arrayContaining([
        { name: 'lokay-m', parent: 'Top of Information Store', items: 0 },
        { name: 'MLOKAY (Non-Privileged)', parent: 'lokay-m', items: 1 },
        { name: 'TW-Commercial Group', parent: 'MLOKAY (Non-Privileged)', items: 14 },
        { name: 'Personal', parent: 'MLOKAY (Non-Privileged)', items: 47 },
        { name: 'Deleted Items', parent: 'Top of Information Store', items: 0 },
      ]),
    );
    expect(count('FROM message JOIN attachment USING(content_id) WHERE is_fai = 0')).toBe(70);
    const mail = lab.get<{
      sender: string;
      delivered: number;
      isRead: number;
      headers: string;
      body: string;
    }>(
      `SELECT sender, delivered, is_read AS isRead, headers, body FROM message JOIN content ON content.id = content_id WHERE subject LIKE 'Power Mart%'`,
    );
    expect(mail).toMatchObject({
      sender: 'ftenergy1@FTENERGY.COM',
      delivered: Date.UTC(2001, 7, 23, 22, 49, 51),
      isRead: 1,
    });
    expect(mail?.headers).toContain('Message-ID:');
    expect(mail?.body).toContain('Power Mart');
    const gif = lab.get<{ data: Uint8Array }>(
      "SELECT data FROM attachment JOIN blob ON blob.id = blob_id WHERE name LIKE '%.doc' LIMIT 1",
    );
    expect([...(gif?.data.subarray(0, 4) ?? [])]).toEqual([0xd0, 0xcf, 0x11, 0xe0]);
  });

  test('an .ost keeps calendars with the text of their RTF bodies, and what was unread', async () => {
    await take(OSTS[0] ?? '');
    expect(count("FROM message WHERE class = 'IPM.Appointment'")).toBeGreaterThan(160);
    expect(count('FROM message WHERE is_read = 0')).toBe(2);
    expect(
      count(
        "FROM message JOIN content ON content.id = content_id WHERE class = 'IPM.Note' AND body = '' AND html IS NULL",
      ),
    ).toBe(0);
    expect(count("FROM folder WHERE well_known IS NULL AND name = 'Imported Sync Issues'")).toBe(1);
  });

  test('the cached .ost takes everything in at its next synchronization', async () => {
    const done = await take(ENRON, OSTS[0] ?? '');
    const synced = outlook(lab, { file: lab.path, user: ALIAS, sync: true });
    expect(synced).toMatchObject({
      ok: true,
      value: { binding: 'accepted', downloadedItems: done.items, deletedItems: 0 },
    });
  });

  test('the same import gives the same lab', async () => {
    await take(ENRON);
    const file = join(folder, 'twin.mwlab');
    newLab({ file, mailboxes: 1, items: 0 });
    const twin = openLab(file);
    if (!twin.ok) throw new Error(twin.failure.message);
    copyFileSync(ENRON, join(folder, 'elsewhere.pst'));
    await importMail(twin.value, { file, mailbox: ALIAS, paths: [join(folder, 'elsewhere.pst')] });
    expect(labDigest(twin.value)).toBe(labDigest(lab));
    twin.value.close();
  });
});

describe('damaged .pst and .ost files', () => {
  const cut = (from: string, share: number): string => {
    const file = join(folder, `cut-${share}.pst`);
    const whole = readFileSync(from);
    writeFileSync(file, whole.subarray(0, Math.floor(whole.length * share)));
    return file;
  };

  test.each([
    [0.99, 69],
    [0.9, 57],
    [0.5, 50],
    [0.1, 16],
  ])('enron.pst cut to %f gives the %i messages that are left of it, and says so', async (share, items) => {
    const done = await take(cut(ENRON, share));
    expect(done.items).toBe(items);
    expect(done.skipped.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('cut off'),
        expect.stringContaining('table of contents'),
      ]),
    );
    expect(count('FROM message WHERE is_fai = 0')).toBe(items);
  });

  test('a file cut off within its header, or before anything that can be found, changes nothing', async () => {
    for (const share of [0.00001, 0.001, 0.01]) {
      const before = labDigest(lab);
      const done = await importMail(lab, { file: lab.path, mailbox: ALIAS, paths: [cut(ENRON, share)] });
      expect(done).toMatchObject({ ok: false, failure: { code: 'mail-unreadable' } });
      expect(labDigest(lab)).toBe(before);
    }
  });

  test('blocks that were overwritten cost what lies in them, and nothing else', async () => {
    const whole = readFileSync(ENRON);
    const file = join(folder, 'holes.pst');
    whole.fill(0xaa, 5_000_000, 5_200_000);
    writeFileSync(file, whole);
    const done = await take(file);
    expect(done.items).toBe(71);
    const lost = done.skipped.filter(({ path }) => path.includes('attachment'));
    expect(lost).toHaveLength(2);
    expect(lost[0]?.path).toContain('\\Personal, message');
  });

  test('no damage of any kind gets past the reader as an error of its own', async () => {
    const whole = readFileSync(OSTS[1] ?? '');
    for (let round = 0; round < 12; round += 1) {
      const draws = draw(77, 'damage', '', round);
      const bytes = Buffer.from(whole.subarray(0, draws.chance(0.3) ? draws.below(2_600_000) : whole.length));
      for (let hit = 0; hit < 40; hit += 1) {
        const at = draws.below(Math.min(bytes.length, 2_600_000) - 300);
        bytes.set(draws.bytes(draws.between(1, 300)), Math.max(at, draws.chance(0.9) ? 600 : 0));
      }
      const file = join(folder, `damage-${round}.ost`);
      writeFileSync(file, bytes);
      const done = await importMail(lab, { file: lab.path, mailbox: ALIAS, paths: [file] });
      expect(done.ok || done.failure.code === 'mail-unreadable').toBe(true);
    }
  });
});
