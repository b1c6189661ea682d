import { describe, expect, it } from 'vitest';
import { addToPcl, mergePcl, type Pcl } from '../identity/pcl.ts';
import { checkForeignXid, clientXid, serverXid, type Xid } from '../identity/xid.ts';
import { toHex } from '../identity/bytes.ts';
import { applyChange, conflictWinner, type Version } from './apply-change.ts';
import { contentsDifference } from './contents-difference.ts';
import { emptyIcsState } from './ics-state.ts';
import { checkpointOwnChange, checkpointOwnDeletion, importMessageChange } from './upload-change.ts';

const SERVER = new Uint8Array(16).fill(0x5a);
const CLIENT = new Uint8Array(16).fill(0x26);
const COLLEAGUE = new Uint8Array(16).fill(0x77);
const server = (gc: number): Xid => serverXid({ replGuid: SERVER, gc });
function client(counter: number, ns = CLIENT): Xid {
  const xid = clientXid(ns, counter, () => false);
  if (!xid.ok) throw new Error(xid.failure.message);
  return xid.value;
}
const version = (pcl: Pcl, changeKey: Xid, lastMod = 0): Version => ({ pcl, changeKey, lastMod });

describe('a downloaded change', () => {
  const base = version([server(5)], server(5));
  it.each([
    ['is inserted where there is nothing', null, base, 'insert'],
    ['replaces what it knows', base, version([server(9)], server(9)), 'replace'],
    [
      'is ignored when the local version knows it',
      version([client(1), server(5)], client(1)),
      base,
      'ignore',
    ],
    ['is ignored when it is the same', base, base, 'ignore'],
    [
      'conflicts when each knows what the other does not',
      version([client(1), server(5)], client(1)),
      version([server(9)], server(9)),
      'conflict',
    ],
  ] as const)('%s', (_, local, imported, expected) => {
    expect(applyChange(local, imported)).toBe(expected);
  });

  it('is won by the later modification, then the larger namespace, then by the imported message or the server folder', () => {
    const early = version([client(1)], client(1), 10);
    const late = version([server(1)], server(1), 20);
    expect(conflictWinner(early, late)).toBe('imported');
    expect(conflictWinner(late, early)).toBe('local');
    const tie = version([server(1)], server(1), 10);
    expect(conflictWinner(early, tie)).toBe('imported');
    expect(conflictWinner(tie, early)).toBe('local');
    const twin = version([client(2)], client(2), 10);
    expect(conflictWinner(early, twin)).toBe('imported');
    expect(conflictWinner(early, twin, 'folder', 'local')).toBe('local');
    expect(conflictWinner(early, twin, 'folder', 'imported')).toBe('imported');
  });
});

describe('an uploaded change', () => {
  const here = { folderExists: true, deleted: false, pcl: null };
  const change = { changeKey: client(7), pcl: [server(5)] };
  it.each([
    ['goes nowhere without its folder', { ...here, folderExists: false }, 'NoParentFolder'],
    ['cannot revive what was deleted', { ...here, deleted: true }, 'ObjectDeleted'],
    ['is saved when the server knows nothing of the id', here, 'saved'],
    ['is saved over the version it was made from', { ...here, pcl: [server(5)] }, 'saved'],
    ['conflicts with a version it was not made from', { ...here, pcl: [server(6)] }, 'SyncConflict'],
    ['is known when it arrives twice', { ...here, pcl: addToPcl([server(5)], client(7)) }, 'known'],
  ] as const)('%s', (_, side, expected) => {
    expect(importMessageChange(side, change).kind).toBe(expected);
  });

  it('carries a change key that cannot be taken for a server one', () => {
    const isServer = (guid: Uint8Array): boolean => toHex(guid) === toHex(SERVER);
    expect(checkForeignXid(client(1), isServer).ok).toBe(true);
    expect(checkForeignXid(server(1), isServer).ok).toBe(false);
    expect(checkForeignXid({ ns: CLIENT, localId: new Uint8Array(6) }, isServer).ok).toBe(false);
  });
});

/*
 * The worked sequence of MS-OXCFXICS 3.1.5.3 (R3365-R3373) as far as its requirements are quoted: a client creates ID1
 * (CN2 at the server), the server changes it (CN4), the client changes it again (CN5), moves it (ID2 with CN6, ID1 is
 * gone), and the server changes the moved one (CN8).
 */
describe('the sequence ID1, CN2, CN4, CN5, ID2, CN6, CN8', () => {
  const home = toHex(SERVER);
  const row = (gc: number, cnGc: number) => ({
    ns: home,
    gc,
    cnNs: home,
    cnGc,
    readNs: null,
    readGc: null,
    isFai: false,
    inScope: true,
  });
  const download = (rows: readonly ReturnType<typeof row>[], state: ReturnType<typeof emptyIcsState>) => {
    const stream = contentsDifference(rows, state);
    const changed: number[] = [];
    for (;;) {
      const next = stream.next();
      if (next.done) return { changed, ...next.value };
      changed.push(next.value.row.gc);
    }
  };
  const id = (gc: number) => ({ ns: home, gc });

  it('never brings back own changes, brings each foreign one once, and ends with ID2 alone', () => {
    const here = emptyIcsState();
    const there = emptyIcsState();
    // The client uploads ID1; the change key stays the client's, the change number is the server's.
    const first = importMessageChange(
      { folderExists: true, deleted: false, pcl: null },
      { changeKey: client(1), pcl: [] },
    );
    if (first.kind !== 'saved') throw new Error(first.kind);
    expect(first.pcl).toEqual([client(1)]);
    checkpointOwnChange(here, { id: id(1), cn: id(2), isFai: false, readCn: null });
    expect(download([row(1, 2)], here).changed).toEqual([]);

    // The server changes it: CN4 comes down once, and the client's version is older.
    const atServer = addToPcl(first.pcl, server(4));
    const got = download([row(1, 4)], here);
    expect(got.changed).toEqual([1]);
    expect(applyChange(version(first.pcl, client(1)), version(atServer, server(4)))).toBe('replace');

    // The client changes what it got: no conflict; CN5 does not come back.
    const state = got.final;
    const second = importMessageChange(
      { folderExists: true, deleted: false, pcl: atServer },
      { changeKey: client(2), pcl: atServer },
    );
    if (second.kind !== 'saved') throw new Error(second.kind);
    expect(second.pcl).toEqual(mergePcl([server(4)], [client(2)]));
    checkpointOwnChange(state, { id: id(1), cn: id(5), isFai: false, readCn: null });
    expect(download([row(1, 5)], state).changed).toEqual([]);

    // The client moves it: ID1 is hard-deleted here, ID2 with CN6 is there.
    checkpointOwnDeletion(state, id(1));
    checkpointOwnChange(there, { id: id(20), cn: id(6), isFai: false, readCn: null });
    expect(download([], state)).toMatchObject({ changed: [] });
    expect(download([], state).deleted.isEmpty()).toBe(true);
    expect(download([row(20, 6)], there).changed).toEqual([]);

    // An upload to the old id is refused; the server's change of the new one comes down once.
    expect(
      importMessageChange(
        { folderExists: true, deleted: true, pcl: null },
        { changeKey: client(3), pcl: second.pcl },
      ).kind,
    ).toBe('ObjectDeleted');
    const last = download([row(20, 8)], there);
    expect(last.changed).toEqual([20]);
    expect(download([row(20, 8)], last.final).changed).toEqual([]);
  });

  it('conflicts when a colleague changed it meanwhile', () => {
    const atServer = addToPcl([server(4)], client(9, COLLEAGUE));
    const mine = { changeKey: client(2), pcl: [server(4)] };
    expect(importMessageChange({ folderExists: true, deleted: false, pcl: atServer }, mine).kind).toBe(
      'SyncConflict',
    );
  });
});
