import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explain } from '../../../shared/identity/explain.ts';
import { fromHex } from '../../../shared/identity/bytes.ts';
import { type BrowseCommand, BROWSE_COMMANDS } from '../../../shared/ipc/browse-commands.ts';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { newLab } from '../build/new-lab.ts';
import { mailboxOf } from '../mailbox/directory.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { must } from '../testing/small-lab.ts';
import { BROWSE_HANDLERS } from './browse.ts';
import { showIds } from './ids.ts';

const folder = mkdtempSync(join(tmpdir(), 'browse-'));
let lab: Lab;
let large: Lab;

function opened(name: string, wishes: object): Lab {
  const file = join(folder, name);
  must(newLab({ file, ...wishes }));
  return must(openLab(file));
}

/** Asks a command and holds the answer against the contract. */
function ask<C extends BrowseCommand>(name: C, on: Lab, input: Omit<LabInput<C>, 'file'>): LabOutput<C> {
  const handler = BROWSE_HANDLERS[name] as (
    lab: Lab,
    input: unknown,
  ) => ReturnType<(typeof BROWSE_HANDLERS)[C]>;
  const answer = must(handler(on, { file: '', ...input })) as LabOutput<C>;
  expect(BROWSE_COMMANDS[name].output.parse(answer)).toEqual(answer);
  return answer;
}

function keyOf(on: Lab, alias: string): number {
  const found = mailboxOf(on, 'source', alias);
  if (found === null) throw new Error(`no mailbox of ${alias}`);
  return found.mailboxId;
}

beforeAll(() => {
  lab = opened('default.mwlab', {});
  large = opened('large.mwlab', { seed: 3, mailboxes: 1, items: 4000 });
});
afterAll(() => {
  lab.close();
  large.close();
  rmSync(folder, { recursive: true, force: true });
});

test('every view of the default lab keeps to the contract, down to the last message', () => {
  ask('server-state', lab, {});
  const { source } = ask('places', lab, {});
  const stores = source.adminGroups.flatMap((group) => group.servers).flatMap((server) => server.stores);
  const store = stores[0]?.id ?? 0;
  for (const { id } of ask('directory', lab, { org: 'source', from: 0, count: 100 }).rows)
    ask('person', lab, { object: id });
  for (const { id } of ask('mailboxes', lab, { store, from: 0, count: 100 }).rows) {
    ask('mailbox', lab, { mailbox: id });
    ask('holdings', lab, { mailbox: id });
    expect(ask('access', lab, { mailbox: id }).how).toBe('own-account');
    for (const each of ask('folders', lab, { mailbox: id }).folders) {
      ask('folder', lab, { mailbox: id, folder: each.key });
      const { total, rows } = ask('messages', lab, { mailbox: id, folder: each.key, from: 0, count: 500 });
      expect([total, rows.length]).toEqual([each.items, each.items]);
      for (const { key } of rows) ask('message', lab, { mailbox: id, message: key });
    }
  }
});

test('identifiers are those of lab ids, and every byte of them is explained', () => {
  const ids = must(showIds(lab, { file: '', org: 'source', mailbox: 'maud.frost' }));
  const mailbox = keyOf(lab, 'maud.frost');
  for (const known of ids.folders) {
    const shown = ask('folder', lab, { mailbox, folder: known.sourceKey });
    const bytes = Object.fromEntries(shown.identifiers.map((each) => [each.id, each.hex]));
    expect(shown.path).toEqual(known.path);
    expect(bytes).toMatchObject({
      'folder-entry-id': known.entryId,
      'change-number': known.changeNumber,
      'long-term-id': `${known.sourceKey}0000`,
    });
  }
  for (const known of ids.messages) {
    const { identifiers } = ask('message', lab, { mailbox, message: known.sourceKey });
    const bytes = Object.fromEntries(identifiers.map((each) => [each.id, each.hex]));
    expect(bytes).toMatchObject({
      'message-entry-id': known.entryId,
      'change-key': known.changeKey,
      'search-key': known.searchKey,
      pcl: known.pcl,
    });
    for (const each of identifiers) {
      const fields = explain(each.kind, must(fromHex(each.hex)));
      expect(fields.map((field) => field.kind)).not.toContain('unexplained');
    }
  }
});

describe('a long list', () => {
  const longest = (): { mailbox: number; folder: string; keys: string[] } => {
    const row = large.get<{ mailbox: number; repl: number; gc: number }>(
      `SELECT mailbox_id AS mailbox, folder_repl AS repl, folder_gc AS gc FROM message GROUP BY 1, 2, 3 ORDER BY count(*) DESC LIMIT 1`,
    );
    if (row === undefined) throw new Error('a lab without messages');
    large.run(
      'UPDATE message SET folder_repl = ?, folder_gc = ? WHERE mailbox_id = ?',
      row.repl,
      row.gc,
      row.mailbox,
    );
    const { folders } = ask('folders', large, { mailbox: row.mailbox });
    const full = folders.find((each) => each.items > 0);
    if (full === undefined) throw new Error('no folder holds anything');
    const keys: string[] = [];
    while (keys.length < full.items) {
      const { rows } = ask('messages', large, {
        mailbox: row.mailbox,
        folder: full.key,
        from: keys.length,
        count: 500,
      });
      keys.push(...rows.map((each) => each.key));
    }
    return { mailbox: row.mailbox, folder: full.key, keys };
  };

  test('gives any page of it as the whole list has it, in any order of asking', () => {
    const { mailbox, folder: key, keys } = longest();
    expect(keys.length).toBeGreaterThan(3500);
    expect(keys).toEqual([...new Set(keys)]);
    expect([...keys].sort()).toEqual(keys);
    fc.assert(
      fc.property(fc.nat(keys.length + 10), fc.integer({ min: 1, max: 500 }), (from, count) => {
        large.run('UPDATE lab SET clock = clock + 1');
        const page = ask('messages', large, { mailbox, folder: key, from, count });
        expect(page.rows.map((row) => row.key)).toEqual(keys.slice(from, from + count));
      }),
      { numRuns: 60 },
    );
  });

  test('keeps the places of a view while others change the lab', () => {
    const { mailbox, folder: key, keys } = longest();
    const first = ask('messages', large, { mailbox, folder: key, from: 0, count: 10 });
    large.run(
      'DELETE FROM message WHERE mailbox_id = ? AND gc = (SELECT min(gc) FROM message WHERE folder_gc IN (SELECT folder_gc FROM message))',
      mailbox,
    );
    const later = ask('messages', large, { mailbox, folder: key, from: 2000, count: 10, mark: first.mark });
    expect([later.mark, later.total]).toEqual([first.mark, keys.length]);
    const anew = ask('messages', large, { mailbox, folder: key, from: 0, count: 10 });
    expect(anew.total).toBe(keys.length - 1);
  });
});

test('an .ost tells its state as ranges, and what was never sent', () => {
  const files = ask('workstation', lab, { user: 'cora.vane' }).files;
  const file = files[0];
  if (file === undefined) throw new Error('no .ost');
  expect(ask('ost-state', lab, { ost: file.id }).sets.map((set) => set.name)).toEqual(['given', 'seen']);
  for (const each of file.folders.filter((entry) => !entry.isLocal)) {
    const { sets } = ask('ost-state', lab, { ost: file.id, folder: each.key });
    expect(sets.map((set) => set.name)).toEqual(['given', 'seen', 'seen-fai', 'read']);
    expect(sets[0]?.ids).toBe(each.items);
  }
});

test.each([
  ['mailbox', { mailbox: 9999 }, 'unknown-mailbox'],
  ['person', { object: 9999 }, 'unknown-object'],
  ['message', { mailbox: 1, message: '00' }, 'unknown-message'],
  ['folder', { mailbox: 1, folder: 'ff'.repeat(22) }, 'unknown-folder'],
  ['ost-state', { ost: 9999 }, 'unknown-ost'],
  ['workstation', { user: 'nobody' }, 'unknown-alias'],
] as const)('%s of what is not there is a sentence', (name, input, code) => {
  const handler = BROWSE_HANDLERS[name] as (on: Lab, given: unknown) => { ok: boolean };
  expect(handler(lab, { file: '', ...input })).toMatchObject({ ok: false, failure: { code } });
});
