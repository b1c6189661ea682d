import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCrashReports } from './crash-reports.ts';

let folder: string;
let clock: number;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mwl-crash-'));
  clock = Date.UTC(2026, 0, 2, 3, 4, 5, 6);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const reports = (inside = 'reports') =>
  createCrashReports({ folder: path.join(folder, inside), now: () => clock++, about: ['Program: 1.2.3'] });

it('says what crashed, when, in which program and why', () => {
  const file = reports().write({ what: 'engine', detail: 'killed (code 9)' });
  expect(file).toBe(path.join(folder, 'reports', '2026-01-02T03-04-05.006-engine.txt'));
  expect(readFileSync(file ?? '', 'utf8')).toBe(
    'Program: 1.2.3\nTime: 2026-01-02T03:04:05.006Z\nCrashed: engine\n\nkilled (code 9)\n',
  );
});

it('keeps the latest twenty', () => {
  const kept = reports();
  const files = Array.from({ length: 23 }, () => kept.write({ what: 'page', detail: 'gone' }));
  expect(readdirSync(path.join(folder, 'reports')).sort()).toEqual(
    files.slice(3).map((file) => path.basename(file ?? '')),
  );
});

it('writes two reports of one moment side by side', () => {
  const both = createCrashReports({ folder, now: () => clock, about: [] });
  expect(both.write({ what: 'app', detail: 'a' })).not.toBe(both.write({ what: 'app', detail: 'b' }));
});

it('answers null where nothing can be written, and does not crash itself', () => {
  writeFileSync(path.join(folder, 'taken'), '');
  expect(reports('taken').write({ what: 'app', detail: 'x' })).toBeNull();
});
