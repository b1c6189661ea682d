import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { addRows, allBytes, NO_TOTALS } from '../../../shared/outcome/comparison-totals.ts';
import { newLab } from '../build/new-lab.ts';
import { runCommand } from '../commands.ts';
import { type Comparison, comparison } from '../report/comparison/comparison.ts';
import { comparedTree } from '../report/comparison/tree.ts';
import { labDigest } from '../store/digest.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { must } from '../testing/small-lab.ts';
import { twinRun } from './twin.ts';

const folder = mkdtempSync(join(tmpdir(), 'mwlab-twin-'));
const file = join(folder, 'first.mwlab');
let report: LabOutput<'twin'>;
let a: Lab;
let b: Lab;
let compared: Comparison;

beforeAll(async () => {
  must(newLab({ file, seed: 7 }));
  report = must(await runCommand('twin', { file }));
  a = must(openLab(report.default.file));
  b = must(openLab(report.clone.file));
  compared = must(comparison(a, b));
});

afterAll(() => {
  a.close();
  b.close();
  rmSync(folder, { recursive: true, force: true });
});

function digestOf(path: string): string {
  const lab = must(openLab(path));
  try {
    return labDigest(lab);
  } finally {
    lab.close();
  }
}

function allRows() {
  return compared.mailboxes.map((_, index) => {
    const judged = compared.row(index);
    if (judged === undefined) throw new Error(`no row ${index}`);
    return judged;
  });
}

describe('a twin run', () => {
  it('makes two forks beside the lab, one in each mode, and installs what is missing in the clone fork alone', () => {
    expect(basename(report.default.file)).toBe('first - default.mwlab');
    expect(basename(report.clone.file)).toBe('first - clone.mwlab');
    expect(report.default).toMatchObject({ state: 'completed', installed: [], resumed: false });
    expect(report.clone).toMatchObject({ state: 'completed', installed: ['E2003SP2', 'KB919235'] });
    expect(compared.a).toMatchObject({ mode: 'default', fixes: [] });
    expect(compared.b).toMatchObject({ mode: 'clone', fixes: ['E2003SP2', 'KB919235'] });
    expect(report.migratedBefore).toBe(false);
  });

  it('leaves the lab itself as it was', () => {
    const fresh = join(folder, 'fresh.mwlab');
    must(newLab({ file: fresh, seed: 7 }));
    expect(digestOf(file)).toBe(digestOf(fresh));
  });

  it('takes the next names where the forks are there already', async () => {
    const again = must(await runCommand('twin', { file, clients: false }));
    expect(basename(again.default.file)).toBe('first - default 2.mwlab');
    expect(basename(again.clone.file)).toBe('first - clone 2.mwlab');
    expect(again.clone).toMatchObject({ profiles: 0, synchronized: 0 });
  });

  it.each([1, 4, 9, 17, 30])(
    'left after %i steps, ends as if it had not been when started again',
    async (steps) => {
      const other = join(folder, `left-${steps}.mwlab`);
      must(newLab({ file: other, seed: 7 }));
      const lab = must(openLab(other));
      const left = twinRun(lab, true);
      for (let step = 0; step < steps; step += 1) left.next();
      left.return({ ok: false, failure: { code: 'left', message: '' } });
      lab.close();
      const resumed = must(await runCommand('twin', { file: other }));
      expect(basename(resumed.clone.file)).toBe(`left-${steps} - clone.mwlab`);
      expect(digestOf(resumed.default.file)).toBe(labDigest(a));
      expect(digestOf(resumed.clone.file)).toBe(labDigest(b));
    },
  );

  it('says when the lab had been migrated before', async () => {
    const again = must(await runCommand('twin', { file: report.default.file, clients: false }));
    expect(again.migratedBefore).toBe(true);
  });
});

describe('the comparison of its forks', () => {
  it('shows every mailbox in both labs, with what each mode made of it', () => {
    const rows = allRows().map(({ row }) => row);
    expect(rows).toHaveLength(8);
    for (const { a: merged } of rows) expect(merged).toMatchObject({ effectiveMode: 'default' });
    const cloned = rows.filter(({ b: side }) => side?.effectiveMode === 'clone');
    expect(cloned.length).toBe(6);
    for (const { b: side } of rows.filter((row) => !cloned.includes(row)))
      expect(side?.why[0]?.rule).toMatch(/mail-between-stages|target-initialized/);
  });

  it('counts a whole refill in the default mode, next to nothing in clone mode, and the address book in both', () => {
    const { a: merged, b: cloned } = addRows(
      NO_TOTALS,
      allRows().map(({ row }) => row),
    );
    expect(merged.bytes.refill).toBeGreaterThan(cloned.bytes.refill * 3);
    expect(cloned.bytes.up).toBeGreaterThan(0);
    expect(cloned.bytes.addressBook).toBeGreaterThan(0);
    expect(allBytes(cloned.bytes)).toBeLessThan(allBytes(merged.bytes));
  });

  it('observes the same bytes on labs where nobody has synchronized yet', async () => {
    const quiet = join(folder, 'quiet.mwlab');
    must(newLab({ file: quiet, seed: 7 }));
    const forks = must(await runCommand('twin', { file: quiet, clients: false }));
    const [left, right] = [must(openLab(forks.default.file)), must(openLab(forks.clone.file))];
    const before = [left.changes(), right.changes()];
    const observed = must(comparison(left, right));
    for (const [index, { row }] of allRows().entries()) {
      const seen = observed.row(index)?.row;
      for (const side of ['a', 'b'] as const) {
        const { how: _, ...bytes } = row[side]?.traffic ?? { how: '' };
        expect(seen?.[side]?.traffic).toEqual({ ...bytes, how: 'observed' });
        expect(row[side]?.traffic?.how).toBe('recorded');
      }
    }
    expect([left.changes(), right.changes()]).toEqual(before);
    left.close();
    right.close();
  });

  it('names what was lost, and who could bring it back', () => {
    const losses = allRows().flatMap((judged) => judged.losses);
    const stranded = losses.filter((loss) => loss.kind === 'item');
    expect(stranded.some((loss) => loss.side === 'a' && loss.rescue !== null)).toBe(true);
    expect(losses.some((loss) => loss.side === 'a' && loss.kind === 'rule')).toBe(true);
    for (const loss of losses) expect(loss.name).not.toBe('');
  });

  it('marks identifiers as the modes left them: all the same after a clone, none after a merge', () => {
    const cloned = allRows().find(({ row }) => row.b?.effectiveMode === 'clone')?.row.alias ?? '';
    const tree = must(comparedTree(a, b, cloned));
    expect(tree.b).toEqual(tree.source);
    for (const { source, a: merged, b: clone } of tree.folders) {
      if (source === null) continue;
      expect(clone).toMatchObject({ sourceKey: source.sourceKey, entryId: source.entryId });
      if (merged !== null) expect(merged.sourceKey).not.toBe(source.sourceKey);
    }
  });

  it('is exported as HTML and CSV beside the comparison, and never over a file that is there', async () => {
    const [html, csv] = [join(folder, 'c.html'), join(folder, 'c.csv')];
    const files = { file: report.default.file, other: report.clone.file, html, csv };
    const done = must(await runCommand('compare', files));
    expect(done.exported.map((each) => each.mailboxes)).toEqual([8, 8]);
    const page = readFileSync(html, 'utf8');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toMatch(/<script|https?:\/\/|javascript:/i);
    expect(readFileSync(csv, 'utf8').trimEnd().split('\r\n')).toHaveLength(1 + 16);
    expect(await runCommand('compare', files)).toMatchObject({
      ok: false,
      failure: { code: 'export-exists' },
    });
  });
});
