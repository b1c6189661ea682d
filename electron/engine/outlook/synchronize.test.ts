import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesEqual } from '../../../shared/identity/bytes.ts';
import { decodePcl, pclIncludes } from '../../../shared/identity/pcl.ts';
import { createFolder, wellKnownFolder } from '../mailbox/folders.ts';
import { mailboxRow } from '../mailbox/mailbox-row.ts';
import { changeMessage } from '../mailbox/messages.ts';
import { type RowId, sameRow } from '../mailbox/row-id.ts';
import { addMessage, mergeByHand, type OutlookWorld, outlookWorld } from '../testing/outlook-world.ts';
import { readFolderState } from './folder-state.ts';
import { changeOffline, type LocalChange } from './local-change.ts';
import { createEmptyOst } from './new-ost.ts';
import { ostRow } from './ost-row.ts';
import { profileMailbox, profileRow } from './profile-row.ts';
import { pendingItems } from './pending-items.ts';
import { synchronize } from './synchronize.ts';

let world: OutlookWorld;
beforeEach(() => {
  world = outlookWorld();
});
afterEach(() => world.discard());

const ostId = () => profileRow(world.lab, world.profileId).ostId ?? 0;
const sync = () =>
  world.lab.transact(() => synchronize(world.lab, ostId(), mailboxRow(world.lab, world.source), 1));
const message = (index: number): RowId => {
  const row = world.messages[index];
  if (row === undefined) throw new Error('no such message');
  return row;
};
const offline = (
  row: RowId,
  kind: LocalChange,
  more: { subject?: string; folder?: RowId; at?: number } = {},
) => changeOffline(world.lab, ostId(), world.source, row, { kind, at: more.at ?? 9e12, ...more });
const serverSubject = (row: RowId) =>
  world.lab.get<{ subject: string }>(
    'SELECT subject FROM message WHERE mailbox_id = ? AND repl = ? AND gc = ?',
    world.source,
    row.repl,
    row.gc,
  )?.subject;
const idle = {
  uploadedItems: 0,
  uploadedBytes: 0,
  refusedItems: 0,
  downloadedItems: 0,
  deletedItems: 0,
  downloadedFolders: 0,
  deletedFolders: 0,
  readChanges: 0,
  conflicts: 0,
};

describe('an .ost made in bulk', () => {
  it('knows exactly what a full download would have told it', () => {
    const bulk = ostRow(world.lab, ostId());
    const profile = profileRow(world.lab, world.profileId);
    const mailbox = profileMailbox(world.lab, profile.mailboxDn);
    if (mailbox === null) throw new Error('no mailbox');
    const fresh = createEmptyOst(world.lab, profile, mailbox);
    const counts = world.lab.transact(() => synchronize(world.lab, fresh, mailbox, 1));
    expect(counts).toMatchObject({ downloadedItems: world.messages.length, deletedItems: 0 });
    const downloaded = ostRow(world.lab, fresh);
    expect(bytesEqual(bulk.hGiven, downloaded.hGiven) && bytesEqual(bulk.hSeen, downloaded.hSeen)).toBe(true);
    const folders = (id: number) =>
      world.lab.all(
        'SELECT repl, gc, parent_repl, parent_gc, name, well_known, is_local, given, seen, seen_fai, read FROM ost_folder WHERE ost_id = ? ORDER BY repl, gc',
        id,
      );
    expect(folders(bulk.id)).toEqual(folders(fresh));
    expect(sync()).toEqual({ ...idle, downloadedBytes: 0 });
  });
});

describe('what was done offline', () => {
  it('is uploaded, whatever it was, and nothing of it comes back', () => {
    const calendar = world.folder('calendar');
    offline(message(0), 'modified', { subject: 'rewritten on the train' });
    offline(message(1), 'deleted');
    offline(message(3), 'read');
    offline(message(6), 'moved', { folder: calendar });
    expect(pendingItems(world.lab, world.profileId)).toHaveLength(4);
    expect(sync()).toMatchObject({ ...idle, uploadedItems: 4, uploadedBytes: 10 });
    expect(serverSubject(message(0))).toBe('rewritten on the train');
    expect(serverSubject(message(1))).toBeUndefined();
    expect(serverSubject(message(6))).toBeUndefined();
    expect(
      world.lab.all(
        "SELECT 1 FROM message WHERE mailbox_id = ? AND subject = 'Message 6' AND folder_gc = ?",
        world.source,
        calendar.gc,
      ),
    ).toHaveLength(1);
    expect(world.lab.all('SELECT 1 FROM tombstone WHERE mailbox_id = ?', world.source)).toHaveLength(2);
    expect(pendingItems(world.lab, world.profileId)).toEqual([]);
    expect(sync()).toMatchObject(idle);
  });

  it('lands in Local Failures when the item or its folder is gone at the server, and is not tried again', () => {
    const projects = world.lab.get<RowId>(
      "SELECT repl, gc FROM folder WHERE mailbox_id = ? AND name = 'Projects'",
      world.source,
    );
    if (projects === undefined) throw new Error('no folder');
    offline(message(0), 'modified');
    offline(message(1), 'modified');
    const gone = message(0);
    world.lab.run(
      'DELETE FROM message WHERE mailbox_id = ? AND repl = ? AND gc = ?',
      world.source,
      gone.repl,
      gone.gc,
    );
    world.lab.run(
      "INSERT INTO tombstone(mailbox_id, kind, repl, gc) VALUES(?, 'message', ?, ?)",
      world.source,
      gone.repl,
      gone.gc,
    );
    world.lab.run(
      'DELETE FROM message WHERE mailbox_id = ? AND folder_repl = ? AND folder_gc = ?',
      world.source,
      projects.repl,
      projects.gc,
    );
    world.lab.run(
      'DELETE FROM folder WHERE mailbox_id = ? AND repl = ? AND gc = ?',
      world.source,
      projects.repl,
      projects.gc,
    );
    expect(sync()).toMatchObject({ uploadedItems: 0, refusedItems: 2, deletedItems: 1, deletedFolders: 1 });
    expect(pendingItems(world.lab, world.profileId)).toMatchObject([
      { folder: 'Sync Issues\\Local Failures', error: 'ObjectDeleted' },
      { folder: 'Sync Issues\\Local Failures', error: 'NoParentFolder' },
    ]);
    expect(sync()).toMatchObject(idle);
  });

  it('uploads ids of a namespace the server has not met, which gets a REPLID (R1910)', () => {
    const foreign = world.lab.run(
      'INSERT INTO repl(guid) VALUES(?)',
      new Uint8Array(16).fill(9),
    ).lastInsertRowid;
    world.lab.run('UPDATE ost SET alloc_repl = ?', foreign);
    offline(message(6), 'moved', { folder: world.folder('drafts') });
    expect(sync()).toMatchObject({ uploadedItems: 1 });
    expect(
      world.lab.get('SELECT 1 FROM message WHERE mailbox_id = ? AND repl = ?', world.source, foreign),
    ).toBeDefined();
  });
});

describe('a file forced upon a mailbox it does not belong to', () => {
  it('is emptied and filled anew, and what was written offline has nowhere to go (D3)', () => {
    offline(message(0), 'modified');
    mergeByHand(world);
    const folders = (mailbox: number) =>
      world.lab.all('SELECT 1 FROM folder WHERE mailbox_id = ? AND parent_gc IS NOT NULL', mailbox).length;
    const target = mailboxRow(world.lab, world.target);
    const counts = world.lab.transact(() => synchronize(world.lab, ostId(), target, 1));
    expect(counts).toMatchObject({
      uploadedItems: 0,
      refusedItems: 1,
      deletedFolders: folders(world.source),
      downloadedFolders: folders(world.target),
      downloadedItems: world.messages.length,
    });
    expect(pendingItems(world.lab, world.profileId)).toMatchObject([{ error: 'NoParentFolder' }]);
    expect(world.lab.transact(() => synchronize(world.lab, ostId(), target, 1))).toMatchObject(idle);
  });
});

describe('a conflict', () => {
  const conflicts = () =>
    world.lab.all<{ subject: string }>(
      "SELECT i.subject FROM ost_item i JOIN ost_folder f ON f.ost_id = i.ost_id AND f.repl = i.folder_repl AND f.gc = i.folder_gc WHERE f.well_known = 'conflicts'",
    );

  it('is won by the server when its change is later; the local version goes to Conflicts', () => {
    offline(message(0), 'modified', { subject: 'mine', at: 100 });
    changeMessage(world.lab, world.source, message(0), { subject: 'theirs', lastMod: 200 });
    expect(sync()).toMatchObject({ conflicts: 1, uploadedItems: 0, downloadedItems: 1 });
    expect(serverSubject(message(0))).toBe('theirs');
    expect(conflicts()).toEqual([{ subject: 'mine' }]);
    expect(sync()).toMatchObject(idle);
  });

  it('is won by the client when its change is later; it is uploaded again as successor of both', () => {
    offline(message(0), 'modified', { subject: 'mine', at: 300 });
    changeMessage(world.lab, world.source, message(0), { subject: 'theirs', lastMod: 200 });
    const before = world.lab.get<{ gc: number }>(
      'SELECT cn_gc AS gc FROM message WHERE mailbox_id = ? AND gc = ?',
      world.source,
      message(0).gc,
    );
    expect(sync()).toMatchObject({ conflicts: 1, uploadedItems: 1, downloadedItems: 1 });
    expect(serverSubject(message(0))).toBe('mine');
    expect(conflicts()).toEqual([{ subject: 'theirs' }]);
    const after = world.lab.get<{ pcl: Uint8Array; gc: number }>(
      'SELECT pcl, cn_gc AS gc FROM message WHERE mailbox_id = ? AND gc = ?',
      world.source,
      message(0).gc,
    );
    const pcl = decodePcl(after?.pcl ?? new Uint8Array());
    expect(pcl.ok && pcl.value.length).toBe(2);
    expect(pcl.ok && pclIncludes(pcl.value, pcl.value.slice(0, 1))).toBe(true);
    expect(after?.gc).toBeGreaterThan(before?.gc ?? 0);
    expect(sync()).toMatchObject(idle);
  });
});

describe('any history', () => {
  it('ends with a client that holds what the server holds, and a second synchronization that moves nothing', () => {
    const act = fc.record({
      kind: fc.constantFrom(
        'add',
        'change',
        'delete',
        'folder',
        'modified',
        'deleted',
        'read',
        'moved',
        'sync',
      ),
      pick: fc.nat(1000),
      at: fc.integer({ min: 1, max: 500 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        world.lab.scratch(() => {
          const boxId = world.source;
          const messages = () =>
            world.lab.all<RowId>(
              'SELECT repl, gc FROM message WHERE mailbox_id = ? ORDER BY repl, gc',
              boxId,
            );
          const folders = () =>
            world.lab.all<RowId>('SELECT repl, gc FROM folder WHERE mailbox_id = ? ORDER BY repl, gc', boxId);
          acts.forEach(({ kind, pick, at }, ordinal) => {
            const all = messages();
            const row = all[pick % Math.max(1, all.length)];
            const places = folders().filter(
              (each) => !sameRow(each, wellKnownFolder(world.lab, boxId, 'syncIssues') ?? each),
            );
            const folder = places[pick % places.length];
            if (folder === undefined) return;
            if (kind === 'add')
              addMessage(world, boxId, world.folder('inbox'), 1000 + ordinal, pick % 4 === 0);
            else if (kind === 'folder')
              createFolder(world.lab, boxId, {
                parent: world.folder('inbox'),
                name: `f${ordinal}`,
                containerClass: '',
                at,
              });
            else if (kind === 'sync') sync();
            else if (row === undefined) return;
            else if (kind === 'change')
              changeMessage(world.lab, boxId, row, { subject: `s${ordinal}`, lastMod: at });
            else if (kind === 'delete') {
              world.lab.run(
                'DELETE FROM message WHERE mailbox_id = ? AND repl = ? AND gc = ?',
                boxId,
                row.repl,
                row.gc,
              );
              world.lab.run(
                "INSERT OR IGNORE INTO tombstone(mailbox_id, kind, repl, gc) VALUES(?, 'message', ?, ?)",
                boxId,
                row.repl,
                row.gc,
              );
            } else {
              const busy = world.lab.get(
                'SELECT 1 FROM ost_item WHERE ost_id = ? AND repl = ? AND gc = ?',
                ostId(),
                row.repl,
                row.gc,
              );
              if (busy === undefined)
                offline(row, kind, { at, ...(kind === 'moved' ? { folder: world.folder('drafts') } : {}) });
            }
          });
          sync();
          expect(sync()).toMatchObject(idle);
          for (const folder of folders()) {
            const state = readFolderState(world.lab, ostId(), folder);
            const held = world.lab.all(
              'SELECT 1 FROM message WHERE mailbox_id = ? AND folder_repl = ? AND folder_gc = ?',
              boxId,
              folder.repl,
              folder.gc,
            );
            if (state !== null) expect(state.given.count()).toBe(held.length);
          }
        });
      }),
      { numRuns: 40 },
    );
  });
});
