import { describe, expect, it } from 'vitest';
import { ok } from '../result.ts';
import { encodeGc } from './gid.ts';
import { ZERO_GUID } from './guid.ts';
import {
  createReplidMap,
  decodeReplidMap,
  encodeReplidMap,
  idFromLongTermId,
  longTermIdFromId,
  REPLID_LIMIT,
} from './replid-map.ts';

const own = new Uint8Array(16).fill(1);
const foreign = new Uint8Array(16).fill(2);
const map = createReplidMap([{ replid: 1, guid: own }]);

describe('REPLID map', () => {
  it('translates both ways', () => {
    expect(idFromLongTermId(map, { replGuid: own, gc: 9 })).toEqual(
      ok({ id: { replid: 1, gc: 9 }, added: null }),
    );
    expect(longTermIdFromId(map, { replid: 1, gc: 9 })).toEqual(ok({ replGuid: own, gc: 9 }));
  });

  it('gives an unknown REPLGUID the next REPLID and hands the entry over', () => {
    const result = idFromLongTermId(map, { replGuid: foreign, gc: 9 });
    expect(result).toEqual(ok({ id: { replid: 2, gc: 9 }, added: { replid: 2, guid: foreign } }));
    expect(map.toReplid(foreign)).toBeNull();
  });

  it('answers with the documented errors', () => {
    const full = createReplidMap(
      Array.from({ length: REPLID_LIMIT }, (_, i) => {
        const guid = new Uint8Array(16);
        guid.set(encodeGc(i + 1), 10);
        return { replid: i + 1, guid };
      }),
    );
    const answers = [
      longTermIdFromId(map, { replid: 7, gc: 1 }),
      idFromLongTermId(map, { replGuid: ZERO_GUID, gc: 1 }),
      idFromLongTermId(full, { replGuid: foreign, gc: 1 }),
    ];
    expect(answers.map((answer) => !answer.ok && [answer.failure.code, answer.failure.details])).toEqual([
      ['not-found', { error: 0x8004010f }],
      ['invalid-parameter', { error: 0x80070057 }],
      ['replid-map-full', { error: 0x450 }],
    ]);
    const decoded = decodeReplidMap(encodeReplidMap(full));
    expect(decoded.ok && decoded.value.entries).toEqual(full.entries);
  });

  it('fills a gap when the highest REPLID is taken', () => {
    const gap = createReplidMap([
      { replid: 1, guid: own },
      { replid: REPLID_LIMIT, guid: new Uint8Array(16).fill(3) },
    ]);
    expect(idFromLongTermId(gap, { replGuid: foreign, gc: 1 })).toMatchObject({
      value: { id: { replid: 2 } },
    });
  });

  it('takes repeated and impossible entries for a bug, in bytes for damage', () => {
    expect(() => createReplidMap([{ replid: 0, guid: own }])).toThrow(RangeError);
    expect(() =>
      createReplidMap([
        { replid: 1, guid: own },
        { replid: 2, guid: own },
      ]),
    ).toThrow('once');
    const entry = encodeReplidMap(map);
    for (const bad of [entry.subarray(1), Uint8Array.from([...entry, ...entry]), new Uint8Array(18)]) {
      const result = decodeReplidMap(bad);
      expect(result.ok ? null : result.failure.code).toBe('bad-replid-map');
    }
  });
});
