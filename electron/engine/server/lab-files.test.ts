import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyLab, newLab } from '../build/new-lab.ts';
import { type BareLab, bareLab } from '../testing/bare-lab.ts';
import { undoLab } from '../undo/go-back.ts';
import { takeUndo } from '../undo/take-undo.ts';
import { copyFile, undoFolder } from '../undo/undo-folder.ts';
import { labFolder, realPath, simulatedOrReal } from './lab-files.ts';

let bare: BareLab;
beforeEach(() => {
  bare = bareLab();
  bare.lab.run("INSERT INTO drive(letter, path) VALUES('M:', '\\\\HARBOR\\CCDATA')");
});
afterEach(() => bare.discard());

const codeOf = (simulated: string) => {
  const found = realPath(bare.lab, simulated);
  return found.ok ? null : found.failure.code;
};
const under = (...names: string[]) => path.join(labFolder(bare.lab), ...names);
function write(names: readonly string[], text: string): string {
  const file = under(...names);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe('a simulated path on the machine', () => {
  it.each([
    ['C:\\', ['C']],
    ['c:\\migrate\\harbor.001', ['C', 'migrate', 'harbor.001']],
    ['M:\\USR', ['UNC', 'HARBOR', 'CCDATA', 'USR']],
    ['\\\\HARBOR\\CCDATA\\CLANDATA', ['UNC', 'HARBOR', 'CCDATA', 'CLANDATA']],
  ])('%s stands in the folder beside the lab', (simulated, names) => {
    expect(realPath(bare.lab, simulated)).toEqual({ ok: true, value: under(...names) });
  });

  it('is found however it is written', () => {
    const file = write(['C', 'MIGRATE', 'HARBOR.001', 'Harbor.pkl'], 'x');
    expect(realPath(bare.lab, 'c:\\Migrate\\harbor.001\\HARBOR.PKL')).toEqual({ ok: true, value: file });
  });

  it.each([
    ['D:\\MIGRATE', 'drive-unmapped'],
    ['\\\\ELSEWHERE\\C$\\x', 'share-unknown'],
    ['C:\\MIGRATE\\..\\..\\..\\etc\\passwd', 'path-name'],
    ['C:\\MIGRATE\\NUL', 'path-name'],
    ['C:/../x', 'path-name'],
    ['/etc/passwd', 'path-form'],
    ['', 'path-form'],
  ])('%j is refused: %s', (simulated, code) => {
    expect(codeOf(simulated)).toBe(code);
  });

  it('never leads out of the folder, whatever is typed', () => {
    const word = fc.oneof(
      fc.constantFrom('..', '.', '~', 'a', 'CON', '\\', '/', '', ' ', '%2e%2e'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.constantFrom('C:\\', 'M:\\', '\\\\HARBOR\\CCDATA\\'), fc.array(word), (root, words) => {
        const found = realPath(bare.lab, root + words.join('\\'));
        if (!found.ok) return;
        const relative = path.relative(labFolder(bare.lab), found.value);
        expect(path.isAbsolute(relative) || relative.split(path.sep).includes('..')).toBe(false);
      }),
    );
  });

  it.skipIf(process.platform === 'win32')('is refused where a link or something else stands', () => {
    write(['C', 'file'], 'x');
    symlinkSync('/etc', under('C', 'out'));
    execFileSync('mkfifo', [under('C', 'pipe')]);
    expect(codeOf('C:\\out')).toBe('path-leaves');
    expect(codeOf('C:\\OUT\\passwd')).toBe('path-leaves');
    expect(codeOf('C:\\pipe')).toBe('path-leaves');
    expect(codeOf('C:\\file')).toBe(null);
    expect(codeOf('C:\\file\\below')).toBe('path-leaves');
    rmSync(labFolder(bare.lab), { recursive: true });
    symlinkSync('/etc', labFolder(bare.lab));
    expect(codeOf('C:\\passwd')).toBe('path-leaves');
  });

  it('counts before a path of the machine, where something stands there', () => {
    expect(simulatedOrReal(bare.lab, 'C:\\MIGRATE\\A.PKL')).toBe('C:\\MIGRATE\\A.PKL');
    const file = write(['C', 'MIGRATE', 'A.PKL'], 'x');
    expect(simulatedOrReal(bare.lab, 'C:\\MIGRATE\\a.pkl')).toBe(file);
    expect(simulatedOrReal(bare.lab, '/tmp/a.pkl')).toBe('/tmp/a.pkl');
    expect(simulatedOrReal(bare.lab, '../x')).toBe('../x');
  });
});

describe("a lab's files", () => {
  it('go along into a fork, without links', () => {
    write(['C', 'MIGRATE', 'A.PKL'], 'one');
    if (process.platform !== 'win32') symlinkSync('/etc/passwd', under('C', 'MIGRATE', 'LINK'));
    const to = path.join(path.dirname(bare.lab.path), 'fork.mwlab');
    expect(copyLab({ file: bare.lab.path, to }).ok).toBe(true);
    const folder = labFolder({ path: to });
    expect(readFileSync(path.join(folder, 'C', 'MIGRATE', 'A.PKL'), 'utf8')).toBe('one');
    expect(existsSync(path.join(folder, 'C', 'MIGRATE', 'LINK'))).toBe(false);
    write(['C', 'MIGRATE', 'A.PKL'], 'two');
    expect(readFileSync(path.join(folder, 'C', 'MIGRATE', 'A.PKL'), 'utf8')).toBe('one');
  });

  it('are not taken over by another lab of the same name', () => {
    const to = path.join(path.dirname(bare.lab.path), 'gone.mwlab');
    mkdirSync(`${to}.files`);
    expect(copyLab({ file: bare.lab.path, to })).toMatchObject({ failure: { code: 'lab-exists' } });
    expect(newLab({ file: to, mailboxes: 1, items: 0 })).toMatchObject({ failure: { code: 'lab-exists' } });
    expect(existsSync(to)).toBe(false);
  });

  it('come back as they were before an act, and go forward again', () => {
    const { lab } = bare;
    write(['C', 'MIGRATE', 'A.PKL'], 'before');
    expect(takeUndo(lab, { kind: 'file', detail: 'delete' }).ok).toBe(true);
    write(['C', 'MIGRATE', 'A.PKL'], 'after');
    write(['C', 'MIGRATE', 'B.PKL'], 'new');
    expect(undoLab(lab, { file: lab.path, to: 'last' })).toMatchObject({ ok: true });
    expect(readFileSync(under('C', 'MIGRATE', 'A.PKL'), 'utf8')).toBe('before');
    expect(existsSync(under('C', 'MIGRATE', 'B.PKL'))).toBe(false);
    expect(undoLab(lab, { file: lab.path, to: 'last' })).toMatchObject({ ok: true });
    expect(readFileSync(under('C', 'MIGRATE', 'A.PKL'), 'utf8')).toBe('after');
    expect(readFileSync(under('C', 'MIGRATE', 'B.PKL'), 'utf8')).toBe('new');
  });

  it('are gone again where there were none before, and go with the copies that are dropped', () => {
    const { lab } = bare;
    takeUndo(lab, { kind: 'run', detail: '' });
    write(['C', 'MIGRATE', 'A.PKL'], 'x'.repeat(5000));
    for (let at = 0; at < 12; at += 1) takeUndo(lab, { kind: 'run', detail: '' });
    expect(undoLab(lab, { file: lab.path, to: 'last' })).toMatchObject({ ok: true });
    expect(existsSync(path.join(undoFolder(lab.path), 'undo-0003.mwlab.files'))).toBe(false);
    expect(existsSync(labFolder({ path: copyFile(lab.path, 13) }))).toBe(true);
  });
});
