import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HierarchyRow, hierarchyDifference, parentsFirst } from './hierarchy-difference.ts';
import { hierarchyViolations } from './ics-invariants.ts';
import { emptyHierarchyState } from './ics-state.ts';

const HOME = 'aa'.repeat(16);

function folder(gc: number, parent: number | null, cnGc = gc + 1): HierarchyRow {
  return { ns: HOME, gc, cnNs: HOME, cnGc, parent: parent === null ? null : { ns: HOME, gc: parent } };
}

describe('the hierarchy difference', () => {
  it('brings parents before children, whatever the order of the rows', () => {
    const rows = [folder(30, 20), folder(20, 10), folder(10, null), folder(40, 10)];
    expect(parentsFirst(rows).map((row) => row.gc)).toEqual([10, 20, 30, 40]);
    const difference = hierarchyDifference(rows, emptyHierarchyState());
    expect(difference.changes).toHaveLength(4);
    expect(hierarchyViolations(emptyHierarchyState(), difference)).toEqual([]);
  });

  it('brings a renamed folder again and reports one that is gone', () => {
    const first = hierarchyDifference([folder(10, null), folder(20, 10)], emptyHierarchyState());
    const second = hierarchyDifference([folder(10, null, 99)], first.final);
    expect(second.changes.map((row) => row.gc)).toEqual([10]);
    expect(second.deleted.has(HOME, 20)).toBe(true);
    expect(hierarchyViolations(first.final, second)).toEqual([]);
  });

  it('holds every folder once for any tree', () => {
    const tree = fc
      .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 40 })
      .map((parents) =>
        parents.map((parent, index) => folder(index + 1, parent === 0 || parent > index ? null : parent)),
      );
    fc.assert(
      fc.property(tree, fc.integer({ min: 0, max: 1000 }), (rows, turn) => {
        const shuffled = rows
          .map((row, index) => ({ row, key: (index * 7919 + turn * 31) % 997 }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
        const difference = hierarchyDifference(shuffled, emptyHierarchyState());
        expect(difference.changes).toHaveLength(rows.length);
        expect(hierarchyViolations(emptyHierarchyState(), difference)).toEqual([]);
      }),
    );
  });

  it('does not hang on a circle, and the checker notices children before parents', () => {
    expect(parentsFirst([folder(10, 20), folder(20, 10)])).toHaveLength(2);
    const good = hierarchyDifference([folder(10, null), folder(20, 10)], emptyHierarchyState());
    const bad = { ...good, changes: [...good.changes].reverse() };
    expect(hierarchyViolations(emptyHierarchyState(), bad)).toEqual(['parents come before their children']);
  });
});
