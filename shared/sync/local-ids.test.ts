import { describe, expect, it } from 'vitest';
import { FOLDER_IDS, type LocalIds, RANGE_IDS, takeLocalId } from './local-ids.ts';

const NS = '5a'.repeat(16);

describe('local ids', () => {
  it('come from a block of 512 in the folder, cut from the file range of 65,536', () => {
    let ids: LocalIds = { file: { ns: NS, gc: 0x75a3, left: RANGE_IDS }, folder: null };
    const taken: number[] = [];
    for (let count = 0; count < FOLDER_IDS + 1; count += 1) {
      const next = takeLocalId(ids);
      if (next.kind !== 'taken') throw new Error('too early');
      taken.push(next.id.gc);
      ids = next.ids;
    }
    expect(taken[0]).toBe(0x75a3);
    expect(taken.at(-1)).toBe(0x75a3 + FOLDER_IDS);
    expect(new Set(taken).size).toBe(taken.length);
    expect(ids.file).toEqual({ ns: NS, gc: 0x75a3 + 2 * FOLDER_IDS, left: RANGE_IDS - 2 * FOLDER_IDS });
    expect(ids.folder?.left).toBe(FOLDER_IDS - 1);
  });

  it('end when range and block are used up', () => {
    expect(takeLocalId({ file: null, folder: null })).toEqual({ kind: 'exhausted' });
    const last = takeLocalId({ file: { ns: NS, gc: 9, left: 1 }, folder: null });
    if (last.kind !== 'taken') throw new Error('too early');
    expect(last.id.gc).toBe(9);
    expect(takeLocalId(last.ids)).toEqual({ kind: 'exhausted' });
  });
});
