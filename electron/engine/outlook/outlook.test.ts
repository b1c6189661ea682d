import { afterEach, describe, expect, it } from 'vitest';
import { changeMessage } from '../mailbox/messages.ts';
import { labDigest } from '../store/digest.ts';
import {
  addMessage,
  cloneByHand,
  mergeByHand,
  type OutlookWorld,
  outlookWorld,
  stampX500,
} from '../testing/outlook-world.ts';
import { exprofre } from './exprofre.ts';
import { outlook } from './outlook.ts';
import { probeOst } from './probe-ost.ts';

let world: OutlookWorld;
afterEach(() => world.discard());

const file = 'bare.mwlab';
function run(input: { compose?: number; sync?: boolean } = {}) {
  const result = outlook(world.lab, { file, user: 'anna', ...input });
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}
function rePointed(switches: Record<string, boolean> = {}) {
  const result = exprofre(world.lab, { file, user: 'anna', targetgc: 'gc2', ...switches });
  if (!result.ok) throw new Error(result.failure.message);
  return result.value.profiles[0];
}
const quiet = {
  downloadedItems: 0,
  downloadedBytes: 0,
  deletedItems: 0,
  downloadedFolders: 0,
  deletedFolders: 0,
};
const bytesOf = (mailbox: number) =>
  world.lab.get<{ bytes: number }>('SELECT sum(size) AS bytes FROM message WHERE mailbox_id = ?', mailbox)
    ?.bytes;

describe('Outlook against its own mailbox', () => {
  it('moves nothing when nothing changed, and uploads what was written offline once', () => {
    world = outlookWorld();
    expect(run({ sync: true })).toMatchObject({
      binding: 'accepted',
      message: null,
      uploadedItems: 0,
      ...quiet,
    });
    expect(run({ compose: 3 })).toMatchObject({ uploadedItems: 0, unsynchronised: 3, ...quiet });
    expect(run({ sync: true })).toMatchObject({ uploadedItems: 3, unsynchronised: 0, ...quiet });
    expect(run({ sync: true })).toMatchObject({ uploadedItems: 0, ...quiet });
    const uploaded = world.lab.all<{ changeKey: Uint8Array; cnRepl: number }>(
      'SELECT change_key AS changeKey, cn_repl AS cnRepl FROM message WHERE mailbox_id = ? AND change_key IS NOT NULL',
      world.source,
    );
    expect(uploaded.map((row) => row.changeKey.length)).toEqual([20, 20, 20]);
  });

  it('takes in what arrived and what changed at the server, each once', () => {
    world = outlookWorld();
    const [first] = world.messages;
    if (first === undefined) throw new Error('no messages');
    addMessage(world, world.source, world.folder('inbox'), 77);
    changeMessage(world.lab, world.source, first, { subject: 'changed', lastMod: 1 });
    expect(run({ sync: true })).toMatchObject({ downloadedItems: 2, deletedItems: 0 });
    expect(run({ sync: true })).toMatchObject(quiet);
  });

  it('goes on in the source when the profile was not re-pointed after a migration', () => {
    world = outlookWorld();
    cloneByHand(world);
    expect(run({ compose: 1, sync: true })).toMatchObject({
      binding: 'accepted',
      uploadedItems: 1,
      ...quiet,
    });
    expect(
      world.lab.get('SELECT 1 FROM message WHERE mailbox_id = ? AND change_key IS NOT NULL', world.source),
    ).toBeDefined();
  });
});

describe('after clone mode', () => {
  it('nothing is downloaded or deleted and every pending item is uploaded (C7), and a change at the target comes alone (C8)', () => {
    world = outlookWorld();
    run({ compose: 4 });
    cloneByHand(world);
    expect(rePointed()).toMatchObject({ changed: true, ost: 'kept', oab: 'reset', favourites: 'renamed' });
    const first = run({ sync: true });
    expect(first).toMatchObject({
      binding: 'accepted',
      uploadedItems: 4,
      unsynchronised: 0,
      stranded: [],
      ...quiet,
    });
    expect(first).toMatchObject({ evidence: 'documented', source: 'KB919235' });
    expect(first.steps.at(-1)?.text).toContain('0 read marks');
    const [changed] = world.messages;
    if (changed === undefined) throw new Error('no messages');
    addMessage(world, world.target, world.folder('inbox'), 90);
    changeMessage(world.lab, world.target, changed, { subject: 'changed at the target', lastMod: 1 });
    expect(run({ sync: true })).toMatchObject({ downloadedItems: 2, deletedItems: 0 });
    const numbers = world.lab.all<{ cnRepl: number }>(
      'SELECT DISTINCT cn_repl AS cnRepl FROM message WHERE mailbox_id = ? AND last_mod = 1 OR (mailbox_id = ? AND subject = ?)',
      world.target,
      world.target,
      'Message 90',
    );
    expect(numbers).toEqual([
      { cnRepl: world.lab.get<{ repl: number }>('SELECT repl FROM mdb WHERE id = 2')?.repl },
    ]);
  });

  it('ExProfRe renames the file before Outlook 2003 unless /o, and the items in it are stranded', () => {
    world = outlookWorld('2000', 'offlineFolders');
    run({ compose: 2 });
    cloneByHand(world);
    const kept = world.lab.scratch(() => {
      rePointed({ o: true });
      return run({ sync: true });
    });
    expect(kept).toMatchObject({ binding: 'accepted', uploadedItems: 2, ...quiet });
    expect(rePointed({ n: true, f: true })).toMatchObject({
      ost: 'renamed',
      nicknames: 'deleted',
      favourites: 'kept',
    });
    const renamed = run({ sync: true });
    expect(renamed).toMatchObject({ binding: 'none', downloadedItems: 20, unsynchronised: 2 });
    expect(renamed.stranded).toHaveLength(2);
    expect(renamed.stranded[0]?.rescue).toContain('.exprofre back to .ost');
  });
});

describe('a profile whose .ost ExProfRe renamed', () => {
  it.each([
    ['clone', cloneByHand],
    ['default', mergeByHand],
  ])(
    'after %s mode gets a new one before something is written offline, and all in one go',
    (_mode, migrate) => {
      world = outlookWorld('2000', 'offlineFolders');
      migrate(world);
      expect(rePointed()).toMatchObject({ ost: 'renamed' });
      expect(outlook(world.lab, { file, user: 'anna', compose: 2 })).toMatchObject({
        failure: { code: 'no-ost' },
      });
      const done = run({ compose: 2, sync: true });
      expect(done).toMatchObject({
        binding: 'none',
        downloadedItems: 20,
        deletedItems: 0,
        uploadedItems: 2,
        unsynchronised: 0,
      });
      const order = done.steps.map((step) => step.text.split(/[ .:;]/)[0]);
      expect(order).toEqual([
        ...['Connected', 'A', 'Uploaded', 'Folders', 'Contents'],
        ...['Written', 'Connected', 'Uploaded', 'Folders', 'Contents'],
      ]);
      expect(run({ sync: true })).toMatchObject({ binding: 'accepted', uploadedItems: 0, ...quiet });
    },
  );

  it('is left as it was when more is to be written than a new file has ids for', () => {
    world = outlookWorld('2000', 'offlineFolders');
    cloneByHand(world);
    rePointed();
    const before = labDigest(world.lab);
    expect(outlook(world.lab, { file, user: 'anna', compose: 70_000, sync: true })).toMatchObject({
      ok: false,
    });
    expect(labDigest(world.lab)).toBe(before);
  });
});

describe('after default mode', () => {
  it.each([
    ['2003', 'cached', /recovery mode/],
    ['2003', 'offlineFolders', /configured for use with a different mailbox\.$/],
    ['2002', 'offlineFolders', /configured for use with a different mailbox\.$/],
  ] as const)(
    'Outlook %s (%s) refuses the file, downloads everything, and strands what was written offline',
    (version, mode, message) => {
      world = outlookWorld(version, mode);
      run({ compose: 3 });
      mergeByHand(world);
      rePointed({ o: true });
      const checked = run();
      expect(checked).toMatchObject({ binding: 'rejected', unsynchronised: 3, ...quiet });
      expect(checked.message).toMatch(message);
      const filled = run({ sync: true });
      expect(filled).toMatchObject({
        binding: 'rejected',
        uploadedItems: 0,
        deletedItems: 0,
        unsynchronised: 3,
      });
      expect(filled.downloadedItems).toBe(20);
      expect(filled.downloadedBytes).toBe(bytesOf(world.target));
      expect(filled.stranded).toHaveLength(3);
      expect(filled.stranded[0]?.rescue).toContain('Alder Mills still exists');
      expect(filled.stranded[0]?.folder).toBe('Drafts');
      expect(world.lab.all('SELECT status FROM ost ORDER BY id')).toEqual([
        { status: 'set-aside' },
        { status: 'current' },
      ]);
      expect(run({ compose: 1, sync: true })).toMatchObject({
        binding: 'accepted',
        uploadedItems: 1,
        ...quiet,
      });
    },
  );

  it('an older Outlook overwrites its key at the first connection, so that it cannot work offline afterwards', () => {
    world = outlookWorld('98', 'offlineFolders');
    mergeByHand(world);
    rePointed({ o: true });
    expect(run().message).toMatch(/^The location the messages are delivered to has changed/);
    const offline = outlook(world.lab, { file, user: 'anna', compose: 1 });
    expect(offline).toMatchObject({ ok: false, failure: { code: 'ost-closed' } });
  });

  it('rescue ends where no server holds the key any more', () => {
    world = outlookWorld();
    run({ compose: 1 });
    mergeByHand(world);
    rePointed();
    world.lab.run('UPDATE mailbox SET ost_key = zeroblob(16) WHERE id = ?', world.source);
    expect(run({ sync: true }).stranded[0]?.rescue).toMatch(/^No server holds the key/);
  });
});

describe('a mailbox nobody was in', () => {
  it('is initialized by the logon, and its new identity is not that of the .ost', () => {
    world = outlookWorld();
    stampX500(world);
    rePointed();
    expect(run().binding).toBe('rejected');
    expect(world.lab.get('SELECT initialized_by AS by FROM mailbox WHERE id = ?', world.target)).toEqual({
      by: 'logon',
    });
    const filled = run({ sync: true });
    expect(filled).toMatchObject({ downloadedItems: 0, deletedItems: 0 });
    expect(filled.downloadedFolders).toBeGreaterThan(0);
  });
});

describe('what Outlook cannot do', () => {
  it('gets one sentence and changes nothing', () => {
    world = outlookWorld();
    const before = labDigest(world.lab);
    const code = (input: { user?: string; compose?: number; sync?: boolean }) => {
      const result = outlook(world.lab, { file, user: 'anna', ...input });
      return result.ok ? 'ok' : result.failure.code;
    };
    expect(code({ user: 'nobody' })).toBe('unknown-alias');
    world.lab.run('UPDATE mailbox SET in_transit = 1');
    expect(code({ compose: 1, sync: true })).toBe('mailbox-in-transit');
    world.lab.run('UPDATE mailbox SET in_transit = 0');
    expect(code({ compose: 70_000 })).toBe('local-ids-exhausted');
    expect(labDigest(world.lab)).toBe(before);
    world.lab.run("UPDATE profile SET mailbox_dn = '/o=Nowhere'");
    expect(code({ sync: true })).toBe('profile-mailbox-missing');
  });

  it('without an .ost it keeps none and writes nothing offline', () => {
    world = outlookWorld('2003', 'online');
    expect(run({ sync: true })).toMatchObject({ binding: 'none', uploadedItems: 0, ...quiet });
    expect(outlook(world.lab, { file, user: 'anna', compose: 1 })).toMatchObject({
      failure: { code: 'no-ost' },
    });
  });

  it('a disabled account needs the trust of its organization', () => {
    world = outlookWorld();
    cloneByHand(world);
    rePointed();
    world.lab.run('UPDATE directory_object SET enabled = 0 WHERE org_id = 2');
    expect(outlook(world.lab, { file, user: 'anna' })).toMatchObject({ failure: { code: 'no-access' } });
    world.lab.run(
      'UPDATE mailbox SET account_sid = (SELECT sid FROM directory_object WHERE org_id = 1) WHERE id = ?',
      world.target,
    );
    expect(run().binding).toBe('accepted');
    world.lab.run('UPDATE org SET trusts_source = 0');
    expect(outlook(world.lab, { file, user: 'anna' })).toMatchObject({ failure: { code: 'no-access' } });
  });
});

describe('probing an .ost', () => {
  it('observes its fate on scratch and leaves the lab as it was', () => {
    world = outlookWorld();
    run({ compose: 2 });
    const before = labDigest(world.lab);
    const probe = () => world.lab.scratch(() => probeOst(world.lab, 'anna'));
    expect(probe()).toMatchObject({ fate: 'KEEP', counts: { uploadedItems: 2, downloadedItems: 0 } });
    expect(labDigest(world.lab)).toBe(before);
    mergeByHand(world);
    expect(probe()).toMatchObject({
      fate: 'REBUILD',
      cause: 'refused',
      lost: [{ folder: 'Drafts' }, { folder: 'Drafts' }],
    });
    rePointed();
    run({ sync: true });
    expect(probe()).toMatchObject({ fate: 'REBUILD', cause: 'replaced-before' });
  });

  it('keeps the file of a clone, unless ExProfRe renames it', () => {
    world = outlookWorld();
    cloneByHand(world);
    expect(world.lab.scratch(() => probeOst(world.lab, 'anna'))).toMatchObject({ fate: 'KEEP' });
    world.lab.run("UPDATE profile SET outlook = '2000', mode = 'offlineFolders'");
    expect(world.lab.scratch(() => probeOst(world.lab, 'anna'))).toMatchObject({
      cause: 'renamed-by-exprofre',
    });
  });
});

describe('ExProfRe', () => {
  it('wants a global catalog of the target, finds the mailbox by its X500 address, and does a thing once', () => {
    world = outlookWorld();
    expect(exprofre(world.lab, { file, user: 'anna', targetgc: 'MAIL2' })).toMatchObject({
      failure: { code: 'unknown-gc' },
    });
    expect(rePointed()).toMatchObject({ changed: false, oab: 'unchanged' });
    stampX500(world);
    const before = labDigest(world.lab);
    expect(rePointed({ r: true, v: true })).toMatchObject({ changed: false, oab: 'reset' });
    expect(labDigest(world.lab)).toBe(before);
    const all = exprofre(world.lab, { file, user: 'all', targetgc: 'GC2.target.example', a: true, q: true });
    expect(all).toMatchObject({ ok: true, value: { profiles: [{ changed: true, oab: 'kept', log: [] }] } });
    expect(rePointed()).toMatchObject({ changed: false });
    world.lab.run("UPDATE profile SET server_name = 'OLD'");
    expect(rePointed({ s: true })).toMatchObject({ changed: true, ost: 'unchanged' });
    expect(world.lab.get('SELECT server_name AS name FROM profile')).toEqual({ name: 'MAIL2' });
  });
});
