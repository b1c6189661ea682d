import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkName,
  dosFolder,
  dosJoin,
  dosName,
  formatDosPath,
  parseDosPath,
  sameDosPath,
} from './dos-path.ts';

describe('a path of the migration server', () => {
  it.each([
    ['C:\\', 'C:', []],
    ['c:', 'C:', []],
    ['m:/', 'M:', []],
    ['C:\\exchsrvr\\bin\\Import.exe', 'C:', ['exchsrvr', 'bin', 'Import.exe']],
    ['C:\\MIGRATE\\', 'C:', ['MIGRATE']],
    ['C:/MIGRATE/HARBOR.001', 'C:', ['MIGRATE', 'HARBOR.001']],
    ['\\\\HARBOR\\CCDATA', '\\\\HARBOR\\CCDATA', []],
    ['\\\\HARBOR\\CCDATA\\USR00001', '\\\\HARBOR\\CCDATA', ['USR00001']],
    ['C:\\console\\nullify.txt', 'C:', ['console', 'nullify.txt']],
  ])('%s is read', (text, root, parts) => {
    expect(parseDosPath(text)).toEqual({ ok: true, value: { root, parts } });
  });

  it.each([
    ['', 'path-form'],
    ['MIGRATE', 'path-form'],
    ['\\MIGRATE', 'path-form'],
    ['\\\\HARBOR', 'path-form'],
    ['C:MIGRATE', 'path-form'],
    ['/etc/passwd', 'path-form'],
    ['\\\\?\\C:\\x', 'path-name'],
    ['\\\\.\\PhysicalDrive0', 'path-name'],
    ['C:\\a\\\\b', 'path-form'],
    ['C:\\a\\..\\..\\b', 'path-name'],
    ['C:\\..', 'path-name'],
    ['C:\\.\\b', 'path-name'],
    ['C:\\a/../b', 'path-name'],
    ['C:\\a\0b', 'path-name'],
    ['C:\\a\nb', 'path-name'],
    ['C:\\CON', 'path-name'],
    ['C:\\x\\nul.txt', 'path-name'],
    ['C:\\x\\Com1', 'path-name'],
    ['C:\\x\\LPT9.PRI', 'path-name'],
    ['C:\\x\\aux .txt', 'path-name'],
    ['C:\\x\\a:stream', 'path-name'],
    ['C:\\x\\a?', 'path-name'],
    ['C:\\x\\a.', 'path-name'],
    ['C:\\x \\a', 'path-name'],
    [`C:\\${'x'.repeat(257)}`, 'path-long'],
  ])('%j is refused: %s', (text, code) => {
    const parsed = parseDosPath(text);
    expect(parsed.ok ? null : parsed.failure.code).toBe(code);
    expect(parsed.ok ? '' : parsed.failure.message).not.toContain('\n\n');
  });

  it('comes out as it went in, and has no part that leads out of its root', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (tail) => {
        const parsed = parseDosPath(`C:\\${tail}`);
        if (!parsed.ok) return;
        expect(parsed.value.parts.some((part) => part === '..' || /[/\\\0]/.test(part))).toBe(false);
        expect(parseDosPath(formatDosPath(parsed.value))).toEqual(parsed);
      }),
    );
  });

  it('is taken apart and put together', () => {
    expect(dosName('C:\\a\\b.txt')).toBe('b.txt');
    expect(dosFolder('C:\\a\\b.txt')).toBe('C:\\a');
    expect(dosJoin('M:\\', 'CLANDATA')).toBe('M:\\CLANDATA');
    expect(dosJoin('C:\\a', 'b')).toBe('C:\\a\\b');
    expect(sameDosPath('c:\\A\\', 'C:/a')).toBe(true);
    expect(sameDosPath('C:\\a', 'C:\\b')).toBe(false);
  });
});

describe('the name of a file', () => {
  it.each(['Import.exe', 'IE.RI', 'a b.txt', '00000001.PRI'])('%s is one', (name) => {
    expect(checkName(name).ok).toBe(true);
  });
  it.each(['', '..', 'a\\b', 'a/b', 'PRN', 'x.', 'C:'])('%j is none', (name) => {
    expect(checkName(name)).toMatchObject({ ok: false, failure: { code: 'path-name' } });
  });
});
