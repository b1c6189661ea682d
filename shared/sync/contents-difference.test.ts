import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdSet } from '../identity/idset.ts';
import {
  ALL_CONTENTS,
  type ContentsEnd,
  type ContentsRow,
  contentsDifference,
  type ContentsFlags,
} from './contents-difference.ts';
import { contentsViolations, newTranscript, noteStep } from './ics-invariants.ts';
import { emptyIcsState, encodeIcsState, decodeIcsState, type IcsState } from './ics-state.ts';

const HOME = 'aa'.repeat(16);
const OTHER = '0b'.repeat(16);

function row(gc: number, over: Partial<ContentsRow> = {}): ContentsRow {
  return {
    ns: HOME,
    gc,
    cnNs: HOME,
    cnGc: gc + 1,
    readNs: null,
    readGc: null,
    isFai: false,
    inScope: true,
    ...over,
  };
}

interface Synced {
  readonly changes: ContentsRow[];
  readonly reads: ContentsRow[];
  readonly end: ContentsEnd;
  readonly broken: string[];
}

function sync(
  rows: readonly ContentsRow[],
  initial: IcsState = emptyIcsState(),
  flags: ContentsFlags = ALL_CONTENTS,
): Synced {
  const stream = contentsDifference(rows, initial, flags);
  const transcript = newTranscript();
  const changes: ContentsRow[] = [];
  const reads: ContentsRow[] = [];
  for (;;) {
    const next = stream.next();
    if (next.done)
      return { changes, reads, end: next.value, broken: contentsViolations(initial, transcript, next.value) };
    noteStep(transcript, next.value);
    (next.value.kind === 'change' ? changes : reads).push(next.value.row);
  }
}

describe('the contents difference', () => {
  it('tells no read state of a message whose change was seen but that the client does not hold', () => {
    const initial = emptyIcsState();
    initial.seen.add(HOME, 0x11);
    const { changes, reads, broken } = sync([row(0x10, { readNs: HOME, readGc: 0x12 })], initial);
    expect({ changes, reads, broken }).toEqual({ changes: [], reads: [], broken: [] });
  });

  it('brings everything the first time and nothing the second', () => {
    const rows = [row(0x10), row(0x20, { isFai: true }), row(0x30, { readNs: HOME, readGc: 0x33 })];
    const first = sync(rows);
    expect(first.changes).toHaveLength(3);
    expect(first.broken).toEqual([]);
    const second = sync(rows, first.end.final);
    expect(second.changes.length + second.reads.length + second.end.deleted.count()).toBe(0);
  });

  it('goes by change numbers alone: an id that was given but changed comes again, as does one moved in from elsewhere', () => {
    const before = sync([row(0x10), row(0x20)]).end.final;
    const after = sync([row(0x10, { cnNs: OTHER, cnGc: 7 }), row(0x20), row(0x40)], before);
    expect(after.changes.map((change) => change.gc)).toEqual([0x10, 0x40]);
    expect(after.broken).toEqual([]);
  });

  it('tells a new read state without the message', () => {
    const before = sync([row(0x10, { readNs: HOME, readGc: 0x12 })]).end.final;
    const after = sync([row(0x10, { readNs: OTHER, readGc: 0x99 })], before);
    expect(after.changes).toEqual([]);
    expect(after.reads).toHaveLength(1);
    expect(after.end.final.read.has(OTHER, 0x99)).toBe(true);
    expect(after.broken).toEqual([]);
  });

  it('reports what is gone, and what left the restriction unless told to ignore it', () => {
    const before = sync([row(0x10), row(0x20), row(0x30)]).end.final;
    const rows = [row(0x10), row(0x20, { inScope: false })];
    const after = sync(rows, before);
    expect(after.end.deleted.has(HOME, 0x30)).toBe(true);
    expect(after.end.outOfScope.has(HOME, 0x20)).toBe(true);
    expect(after.end.final.given.count()).toBe(1);
    expect(after.broken).toEqual([]);
    const lenient = sync(rows, before, { ...ALL_CONTENTS, ignoreNoLongerInScope: true });
    expect(lenient.end.final.given.count()).toBe(2);
    const keeping = sync(rows, before, { ...ALL_CONTENTS, noDeletions: true });
    expect(keeping.end.final.given.count()).toBe(3);
  });

  it('against a mailbox filled anew, as after default mode, deletes everything and downloads everything', () => {
    const source = Array.from({ length: 50 }, (_, index) =>
      row(0x100 + index * 3, { isFai: index % 7 === 0 }),
    );
    const target = source.map((each) => ({ ...each, ns: OTHER, cnNs: OTHER }));
    const before = sync(source).end.final;
    const after = sync(target, before);
    expect(after.end.deleted.equals(before.given)).toBe(true);
    expect(after.changes).toHaveLength(source.length);
    expect(after.broken).toEqual([]);
  });

  it('leaves a final state that keeps every invariant, for random folders and random states', () => {
    const anyRow = fc.record({
      ns: fc.constantFrom(HOME, OTHER),
      gc: fc.integer({ min: 1, max: 60 }),
      cnGc: fc.integer({ min: 1, max: 200 }),
      readGc: fc.option(fc.integer({ min: 1, max: 200 })),
      isFai: fc.boolean(),
      inScope: fc.boolean(),
    });
    const folder = fc
      .uniqueArray(anyRow, { selector: (each) => `${each.ns}${each.gc}`, maxLength: 30 })
      .map((rows) => {
        const taken = new Set<string>();
        return rows.flatMap((each): ContentsRow[] => {
          if (taken.has(`c${each.cnGc}`) || taken.has(`r${each.readGc}`)) return [];
          taken.add(`c${each.cnGc}`);
          if (each.readGc !== null) taken.add(`r${each.readGc}`);
          const readGc = each.isFai ? null : each.readGc;
          return [{ ...each, cnNs: HOME, readNs: readGc === null ? null : HOME, readGc }];
        });
      });
    fc.assert(
      fc.property(folder, folder, (earlier, later) => {
        const before = sync(earlier.map((each) => ({ ...each, inScope: true }))).end.final;
        const shaken = later.map((each) => (each.gc % 2 === 0 ? each : { ...each, cnGc: each.cnGc + 1000 }));
        expect(sync(shaken, before).broken).toEqual([]);
      }),
    );
  });

  it('survives the wire form', () => {
    const state = sync([row(0x10), row(0x20, { isFai: true, ns: OTHER })]).end.final;
    const back = decodeIcsState(encodeIcsState(state));
    expect(back.ok && back.value.given.equals(state.given) && back.value.seenFai.equals(state.seenFai)).toBe(
      true,
    );
    const nothing = decodeIcsState(encodeIcsState(emptyIcsState()));
    expect(nothing.ok && nothing.value.given.isEmpty()).toBe(true);
  });
});

describe('the invariants', () => {
  it('catch a final state that forgets, invents or keeps what was deleted', () => {
    const rows = [row(0x10), row(0x20)];
    const initial = sync([row(0x10), row(0x30)]).end.final;
    const honest = sync(rows, initial);
    const transcript = newTranscript();
    for (const change of honest.changes) noteStep(transcript, { kind: 'change', row: change });
    expect(contentsViolations(initial, transcript, honest.end)).toEqual([]);
    const { final } = honest.end;
    const forgetful = { ...honest.end, final: { ...final, seen: new IdSet() } };
    expect(contentsViolations(initial, transcript, forgetful)).toHaveLength(1);
    const keeping = { ...honest.end, final: { ...final, given: final.given.union(honest.end.deleted) } };
    expect(contentsViolations(initial, transcript, keeping)).toHaveLength(1);
    const again = newTranscript();
    noteStep(again, { kind: 'change', row: row(0x10) });
    expect(contentsViolations(initial, again, honest.end).length).toBeGreaterThan(0);
  });
});
