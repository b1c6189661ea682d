import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { decodeAddressBookEntryId } from '../../../shared/identity/address-book-entry-id.ts';
import { decodeFolderEntryId, decodeMessageEntryId } from '../../../shared/identity/entry-id.ts';
import { decodePcl } from '../../../shared/identity/pcl.ts';
import { resolveShortId } from '../mailbox/replids.ts';
import { sourceMailbox } from '../mailbox/directory.ts';
import { outlook } from '../outlook/outlook.ts';
import { showIds } from '../report/ids.ts';
import { showLab } from '../report/show.ts';
import { labDigest } from '../store/digest.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { copyLab, newLab } from './new-lab.ts';
import { personAt } from './people.ts';
import { spreadItems } from './plain-lab.ts';
import { SCENARIOS } from './scenarios.ts';

let folder: string;
let opened: Lab[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-lab-'));
});
afterEach(() => {
  for (const lab of opened) lab.close();
  opened = [];
  rmSync(folder, { recursive: true, force: true });
});

function make(name: string, options: Omit<LabInput<'new'>, 'file'>): LabOutput<'new'> {
  const made = newLab({ file: join(folder, name), ...options });
  if (!made.ok) throw new Error(made.failure.message);
  return made.value;
}

function open(name: string): Lab {
  const lab = openLab(join(folder, name));
  if (!lab.ok) throw new Error(lab.failure.message);
  opened.push(lab.value);
  return lab.value;
}

function built(options: Omit<LabInput<'new'>, 'file'>): Lab {
  make('lab.mwlab', options);
  return open('lab.mwlab');
}

function value<T>(result: { ok: true; value: T } | { ok: false; failure: { message: string } }): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const count = (lab: Lab, sql: string): number =>
  lab.get<{ n: number }>(`SELECT count(*) AS n ${sql}`)?.n ?? 0;

describe('a plain generated lab', () => {
  test('is the same for the same seed and another for another seed', () => {
    const options = { seed: 7, mailboxes: 20, items: 500 };
    const a = make('a.mwlab', options);
    const b = make('b.mwlab', options);
    const c = make('c.mwlab', { ...options, seed: 8 });
    expect(a.digest).toBe(b.digest);
    expect(c.digest).not.toBe(a.digest);
    expect(a).toMatchObject({ scenario: null, seed: 7, mailboxes: 20, items: 500 });
  });

  test.each([
    { mailboxes: 1 },
    { mailboxes: 1, items: 0 },
    { mailboxes: 2, items: 1 },
    { items: 3 },
    { mailboxes: 9, items: 5, seed: 2 ** 53 - 1 },
  ])('can be as small as %j', (options) => {
    const made = make('small.mwlab', options);
    const show = value(showLab(open('small.mwlab')));
    expect(show.digest).toBe(made.digest);
    expect(show.source.mailboxes.reduce((sum, mailbox) => sum + mailbox.items, 0)).toBe(made.items);
    if (options.items !== undefined) expect(made.items).toBe(options.items);
    expect(show.source.mailboxes).toHaveLength(made.mailboxes);
  });

  test('has rules, delegates, permissions, references, search folders and an .ost everywhere, and no lesson', () => {
    const lab = built({ seed: 3, mailboxes: 30, items: 600 });
    for (const table of ['rule', 'acl', 'folder_ref', 'search_scope', 'receive_folder'])
      expect(count(lab, `FROM (SELECT DISTINCT mailbox_id FROM ${table})`)).toBe(30);
    expect(count(lab, 'FROM delegate')).toBeGreaterThan(5);
    expect(
      count(lab, "FROM profile JOIN ost ON ost.id = ost_id WHERE outlook = '2003' AND mode = 'cached'"),
    ).toBe(30);
    expect(count(lab, 'FROM ost_item')).toBe(0);
    expect(count(lab, 'FROM planned')).toBe(0);
    const target = value(showLab(lab)).target;
    expect(target.mailboxes).toEqual([]);
    expect(target.trustsSource).toBe(true);
  });

  test('holds ids of other stores and change keys of clients before any migration', () => {
    const lab = built({ seed: 5, mailboxes: 20, items: 2_000 });
    expect(
      count(
        lab,
        'FROM message JOIN mailbox ON mailbox.id = mailbox_id JOIN mdb ON mdb.id = mdb_id WHERE message.repl <> mdb.repl',
      ),
    ).toBeGreaterThan(20);
    expect(count(lab, 'FROM message WHERE change_key IS NOT NULL')).toBeGreaterThan(100);
    expect(
      count(lab, 'FROM (SELECT DISTINCT repl, gc FROM message UNION ALL SELECT repl, gc FROM folder)'),
    ).toBe(count(lab, 'FROM message') + count(lab, 'FROM folder'));
    expect(count(lab, 'FROM (SELECT DISTINCT search_key FROM message)')).toBe(count(lab, 'FROM message'));
    for (const { pcl, key } of lab.all<{ pcl: Uint8Array; key: Uint8Array }>(
      'SELECT pcl, change_key AS key FROM message WHERE pcl IS NOT NULL',
    )) {
      expect(value(decodePcl(pcl)).length).toBeLessThanOrEqual(2);
      expect(key).toHaveLength(20);
    }
    const unknown = count(
      lab,
      `FROM message JOIN mailbox ON mailbox.id = mailbox_id
         WHERE NOT EXISTS (SELECT 1 FROM replid WHERE replid.mdb_id = mailbox.mdb_id AND replid.repl = message.repl)`,
    );
    expect(unknown).toBe(0);
  });

  test('gives out no id or change number that its store would give out again', () => {
    const lab = built({ seed: 11, mailboxes: 12, items: 300 });
    const tooHigh = count(
      lab,
      `FROM (SELECT repl, gc FROM message UNION ALL SELECT cn_repl, cn_gc FROM message UNION ALL SELECT read_repl, read_gc FROM message
         UNION ALL SELECT repl, gc FROM folder UNION ALL SELECT cn_repl, cn_gc FROM folder) ids
         JOIN mdb ON mdb.repl = ids.repl WHERE ids.gc >= mdb.next_gc`,
    );
    expect(tooHigh).toBe(0);
  });

  test('has no mail from the future and none that was changed before it came', () => {
    const lab = built({ seed: 13, mailboxes: 10, items: 400 });
    expect(
      count(lab, 'FROM message, lab WHERE last_mod > clock OR delivered > clock OR delivered > last_mod'),
    ).toBe(0);
  });

  test('resolves every reference it holds', () => {
    const lab = built({ seed: 17, mailboxes: 25, items: 250 });
    for (const row of lab.all<{ mailboxId: number; eid: Uint8Array; storeGuid: Uint8Array }>(
      'SELECT mailbox_id AS mailboxId, eid, store_guid AS storeGuid FROM folder_ref JOIN mailbox ON mailbox.id = mailbox_id',
    )) {
      const message = row.eid.length === 70 ? value(decodeMessageEntryId(row.eid)) : null;
      const id = message ?? value(decodeFolderEntryId(row.eid));
      expect(Buffer.compare(id.storeGuid, row.storeGuid)).toBe(0);
      const where = 'WHERE mailbox_id = ? AND repl.guid = ? AND gc = ?';
      expect(
        lab.get(
          `SELECT 1 FROM folder JOIN repl ON repl.id = repl ${where}`,
          row.mailboxId,
          id.folder.replGuid,
          id.folder.gc,
        ),
      ).toBeDefined();
      if (message !== null)
        expect(
          lab.get(
            `SELECT 1 FROM message JOIN repl ON repl.id = repl ${where}`,
            row.mailboxId,
            message.message.replGuid,
            message.message.gc,
          ),
        ).toBeDefined();
    }
    for (const row of lab.all<{ mailboxId: number; mdbId: number; fid: Uint8Array }>(
      `SELECT mailbox_id AS mailboxId, mdb_id AS mdbId, fid FROM (SELECT mailbox_id, fid FROM receive_folder UNION ALL SELECT mailbox_id, scope_fid FROM search_scope)
         JOIN mailbox ON mailbox.id = mailbox_id`,
    )) {
      const found = resolveShortId(lab, row.mdbId, row.fid);
      expect(found).not.toBeNull();
      expect(
        lab.get(
          'SELECT 1 FROM folder WHERE mailbox_id = ? AND repl = ? AND gc = ?',
          row.mailboxId,
          found?.repl ?? 0,
          found?.gc ?? 0,
        ),
      ).toBeDefined();
    }
    for (const { eid } of lab.all<{ eid: Uint8Array }>(
      'SELECT ab_eid AS eid FROM delegate UNION ALL SELECT ab_eid FROM acl WHERE member_id > 0',
    )) {
      const { dn } = value(decodeAddressBookEntryId(eid));
      expect(lab.get('SELECT 1 FROM directory_object WHERE legacy_dn = ?', dn)).toBeDefined();
    }
  });

  test('leads every move rule to a folder of its name', () => {
    const lab = built({ seed: 19, mailboxes: 15, items: 100 });
    for (const { alias } of value(showLab(lab)).source.mailboxes) {
      const ids = value(showIds(lab, { file: '', org: 'source', mailbox: alias }));
      for (const rule of ids.rules.filter((candidate) => candidate.name.includes('folder')))
        expect(rule.name).toContain(rule.target?.at(-1));
    }
  });

  test('has .ost files to which a synchronization brings nothing', () => {
    const lab = built({ seed: 23, mailboxes: 6, items: 300 });
    for (const { alias } of value(showLab(lab)).source.mailboxes) {
      const synced = value(outlook(lab, { file: '', user: alias, sync: true }));
      expect(synced).toMatchObject({
        binding: 'accepted',
        downloadedItems: 0,
        downloadedFolders: 0,
        deletedItems: 0,
        deletedFolders: 0,
        uploadedItems: 0,
      });
    }
  });
});

describe('the default scenario', () => {
  test('has eight mailboxes with a lesson each, 250 items, page heap on, and stands before SP2', () => {
    const made = make('lab.mwlab', {});
    expect(made).toMatchObject({ scenario: 'first-rehearsal', mailboxes: 8, items: 250 });
    const show = value(showLab(open('lab.mwlab')));
    expect(show.settings).toMatchObject({ pageheap: 'on', linkKbit: '2000', utcOffsetMinutes: '120' });
    expect(show.server.products).toMatchObject([{ level: 'SP1' }]);
    expect(show.server.available.map((fix) => fix.id)).toEqual(['E2003SP2', 'KB919235']);
    expect(show.planned).toMatchObject([{ kind: 'deliver', alias: 'ines.moor', at: 'before-stage-2' }]);
    expect(show.profiles.find((profile) => profile.alias === 'lars.holt')?.unsynchronised).toBe(3);
    expect(show.profiles.find((profile) => profile.alias === 'otto.lind')).toMatchObject({
      outlook: '2000',
      mode: 'offlineFolders',
    });
    expect(show.target.mailboxes).toMatchObject([{ alias: 'tess.ryde', initialized: true, items: 0 }]);
    const first = SCENARIOS.find(({ id }) => id === 'first-rehearsal');
    expect(new Set(first?.lessons.map(({ lesson }) => lesson)).size).toBe(8);
    const bytes = (alias: string): number =>
      show.source.mailboxes.find((mailbox) => mailbox.alias === alias)?.bytes ?? 0;
    expect(bytes('bruno.hale')).toBeGreaterThan(10 * bytes('clara.berg'));
  });

  test('has a manager whose delegate may act in her calendar, and a contact of the target for another', () => {
    make('lab.mwlab', {});
    const lab = open('lab.mwlab');
    const maud = sourceMailbox(lab, 'maud.frost');
    expect(
      lab.all('SELECT display_name AS name FROM delegate WHERE mailbox_id = ?', maud?.mailboxId ?? 0),
    ).toEqual([{ name: 'Clara Berg' }]);
    expect(lab.get("SELECT target_address AS address FROM directory_object WHERE kind = 'contact'")).toEqual({
      address: 'SMTP:cora.vane@aldermills.example',
    });
  });

  test('is built from any seed, each its own', () => {
    const digests = [1, 2, 3].map((seed) => make(`${seed}.mwlab`, { seed }).digest);
    expect(new Set(digests).size).toBe(3);
  });
});

describe('what cannot be built', () => {
  test.each([
    [{ scenario: 'no-such' }, 'scenario-unknown'],
    [{ scenario: 'first-rehearsal', mailboxes: 3 }, 'build-options'],
  ] as const)('%j is refused and leaves no file', (options, code) => {
    const made = newLab({ file: join(folder, 'x.mwlab'), ...options });
    expect(made).toMatchObject({ ok: false, failure: { code } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('an existing file is left alone', () => {
    const first = make('x.mwlab', { mailboxes: 1 });
    expect(newLab({ file: join(folder, 'x.mwlab'), mailboxes: 2 })).toMatchObject({
      ok: false,
      failure: { code: 'lab-exists' },
    });
    expect(labDigest(open('x.mwlab'))).toBe(first.digest);
  });
});

describe('a copy of a lab', () => {
  test('has the same digest, also while the lab is open and not checkpointed', () => {
    make('a.mwlab', { mailboxes: 2 });
    const lab = open('a.mwlab');
    lab.run("UPDATE lab SET name = 'changed'");
    const copied = value(copyLab({ file: join(folder, 'a.mwlab'), to: join(folder, 'b.mwlab') }));
    expect(copied.digest).toBe(labDigest(lab));
    expect(labDigest(open('b.mwlab'))).toBe(copied.digest);
  });

  test('never takes the place of a file, and needs a lab', () => {
    make('a.mwlab', { mailboxes: 1 });
    const from = join(folder, 'a.mwlab');
    expect(copyLab({ file: from, to: from })).toMatchObject({ ok: false, failure: { code: 'lab-exists' } });
    expect(copyLab({ file: join(folder, 'none'), to: join(folder, 'b') })).toMatchObject({
      ok: false,
      failure: { code: 'lab-missing' },
    });
    expect(copyLab({ file: from, to: join(folder, 'no', 'such', 'b') })).toMatchObject({
      ok: false,
      failure: { code: 'lab-io' },
    });
    expect(readdirSync(folder).filter((name) => !name.startsWith('a.mwlab'))).toEqual([]);
  });
});

describe('people and shares', () => {
  test('50,000 people have 50,000 aliases of at most 20 characters, and as many names', () => {
    const people = Array.from({ length: 50_000 }, (_, ordinal) => personAt(9, ordinal));
    expect(new Set(people.map((person) => person.alias)).size).toBe(50_000);
    expect(new Set(people.map((person) => person.displayName)).size).toBe(50_000);
    expect(Math.max(...people.map((person) => person.alias.length))).toBeLessThanOrEqual(20);
  });

  test.each([
    [1, 0],
    [3, 1],
    [7, 1_000],
    [50_000, 1_000_000],
  ])('%i mailboxes share %i items without losing one', (mailboxes, items) => {
    const shares = spreadItems(4, mailboxes, items);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(items);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
  });
});

describe.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
  'scenario %s',
  (id, scenario) => {
    test('is built, twice the same from one seed, and says what everybody is there for', () => {
      const digests = [1, 2].map((nth) => {
        const file = join(folder, `${id}-${nth}.mwlab`);
        const made = newLab({ file, scenario: id, seed: 5 });
        if (!made.ok) throw new Error(made.failure.message);
        return made.value.digest;
      });
      expect(digests[0]).toBe(digests[1]);
      expect(scenario.lessons.length).toBeGreaterThan(0);
    });
  },
);
