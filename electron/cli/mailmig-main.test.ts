import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunReport, runReport } from '../../shared/ipc/shapes.ts';
import { newWizard } from '../../shared/wizard/machine.ts';
import { runCommand } from '../engine/commands.ts';
import { migrate } from '../engine/migrate/run.ts';
import { runReport as reportOfRun } from '../engine/migrate/run-report.ts';
import { startRun } from '../engine/migrate/start-run.ts';
import { smallLab } from '../engine/testing/small-lab.ts';
import { mailmigMain } from './mailmig-main.ts';
import { type TestIo, testIo } from './testing-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'mwlab-mailmig-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function must<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; failure: unknown }>,
): Promise<T> {
  const done = await answer;
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  return done.value;
}

/** A copy of the lab under its own name, with the fixes of KB919235 where asked. */
async function labNamed(name: string, fixed = false): Promise<string> {
  const file = join(folder, name);
  await must(runCommand('copy', { file: join(folder, 'a.mwlab'), to: file }));
  if (fixed) {
    await must(runCommand('fix', { file, install: 'E2003SP2' }));
    await must(runCommand('fix', { file, install: 'KB919235' }));
  }
  return file;
}

const digestOf = async (file: string): Promise<string> => (await must(runCommand('show', { file }))).digest;

interface Said {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

async function mailmig(words: readonly string[], io: TestIo = testIo(folder)): Promise<Said> {
  const exit = await mailmigMain(words, io);
  return { exit, ...io.written };
}

function reportOf(said: Said): RunReport {
  return runReport.parse(JSON.parse(said.out));
}

beforeAll(async () => {
  await must(runCommand('new', { file: join(folder, 'a.mwlab'), seed: 3, mailboxes: 5, items: 100 }));
});

describe('a run without a window', () => {
  test('in the default mode moves everybody and says so as one JSON object', async () => {
    await labNamed('default.mwlab');
    const said = await mailmig(['--lab', 'default.mwlab', '--accounts', 'all', '--json']);
    expect(said).toMatchObject({ exit: 0, err: '' });
    const report = reportOf(said);
    expect(report).toMatchObject({ mode: 'default', state: 'completed', exit: 0, gate: { ok: true } });
    expect(report.mailboxes).toHaveLength(5);
    expect(report.mailboxes.every((box) => box.effectiveMode === 'default')).toBe(true);
    expect(await must(runCommand('check', { file: join(folder, 'default.mwlab') }))).toMatchObject({
      ok: true,
    });
  });

  test('that fails after some clones says that a new run merges into them, and in words what decided', async () => {
    const file = join(folder, 'half.mwlab');
    // With this seed the failure without page heap strikes at a later mailbox than the first.
    await must(runCommand('new', { file, seed: 4, mailboxes: 6, items: 30 }));
    const said = await mailmig(['/M', '--lab', 'half.mwlab', '--accounts', 'all', '--ignore-gate']);
    expect(said.exit).toBe(2);
    expect(said.out).toContain('a new run merges into them instead of cloning');
    expect(said.out).toContain('clone-mode: Cloned: everything was copied as it is (documented, KB919235)');
    const again = await mailmig(['--lab', 'half.mwlab', '--accounts', 'all']);
    expect(again.exit).toBe(0);
    expect(again.out).not.toContain('instead of cloning.');
  });

  test('that is continued goes on in its own mode, and /M has to agree with it', async () => {
    const small = smallLab(11, 3, 60);
    const file = small.lab.path;
    const options = { ignoreGate: false, asked: { batchRows: 5 } };
    const run = await must(Promise.resolve(startRun(small.lab, small.plan('default'), options)));
    const work = migrate(small.lab, run);
    for (let batch = 0; batch < 3; batch += 1) work.next();
    work.return({ ...reportOfRun(small.lab, run) });
    const before = await digestOf(file);
    const other = await mailmig(['--lab', file, '--resume', '/M']);
    expect(other).toMatchObject({ exit: 2, out: '' });
    expect(other.err).toMatch(/^Run 1 of .*small\.mwlab was asked for in the default mode.*\/M.*\n$/);
    expect(await digestOf(file)).toBe(before);
    const said = await mailmig(['--lab', file, '--resume', '--json']);
    expect(reportOf(said)).toMatchObject({ run: 1, mode: 'default', state: 'completed', exit: 0 });
    small.discard();
  });

  test('that is continued takes --accounts where it names the same ones, and only then', async () => {
    const small = smallLab(12, 3, 60);
    const file = small.lab.path;
    const [anna = '', bo = '', cy = ''] = small.aliases;
    const interrupt = async (accounts: readonly string[]): Promise<void> => {
      const options = { ignoreGate: false, asked: { batchRows: 5 } };
      const run = await must(
        Promise.resolve(startRun(small.lab, small.plan('default', { accounts }), options)),
      );
      const work = migrate(small.lab, run);
      for (let batch = 0; batch < 3; batch += 1) work.next();
      work.return({ ...reportOfRun(small.lab, run) });
    };
    await interrupt([anna, bo]);
    for (const [accounts, named] of [
      [`${anna},${cy},${bo}`, cy],
      [anna, bo],
      ['all', cy],
    ] as const) {
      const before = await digestOf(file);
      const other = await mailmig(['--lab', file, '--resume', '--accounts', accounts]);
      expect(other).toMatchObject({ exit: 2, out: '' });
      expect(other.err).toMatch(
        new RegExp(`^--accounts names other accounts than run 1 of .*${named}.*\\n$`),
      );
      expect(await digestOf(file)).toBe(before);
    }
    const same = ['--lab', file, '--resume', '--accounts', `${bo.toUpperCase()},${anna}`, '--json'];
    expect(reportOf(await mailmig(same))).toMatchObject({ run: 1, state: 'completed' });
    await interrupt(small.aliases);
    const all = await mailmig(['--lab', file, '--resume', '--accounts', 'all', '--json']);
    expect(reportOf(all)).toMatchObject({ run: 2, state: 'completed' });
    small.discard();
  });

  test('in clone mode is refused without the fixes, and the lab stays as it was', async () => {
    const file = await labNamed('refused.mwlab');
    const before = await digestOf(file);
    const said = await mailmig(['/M', '--lab', 'refused.mwlab', '--accounts', 'all', '--json']);
    expect(said.exit).toBe(2);
    const report = reportOf(said);
    expect(report).toMatchObject({ run: null, state: 'refused', exit: 2, gate: { ok: false } });
    expect(report.gate.rules.find((rule) => rule.verdict === 'refuse')?.kb).toContain('919235');
    expect(await digestOf(file)).toBe(before);
    const forPeople = await mailmig(['/M', '--lab', 'refused.mwlab', '--accounts', 'all']);
    expect(forPeople.out).toBe('');
    expect(forPeople.err).toContain('919235');
  });

  test('in clone mode fails as the article says when the gate is ignored', async () => {
    await labNamed('fails.mwlab');
    const said = await mailmig([
      '-m',
      '--lab',
      'fails.mwlab',
      '--accounts',
      'all',
      '--ignore-gate',
      '--json',
    ]);
    expect(said.exit).toBe(2);
    expect(reportOf(said)).toMatchObject({ mode: 'clone', state: 'failed', exit: 2 });
  });

  test('in clone mode goes through once the fixes are there', async () => {
    await labNamed('clone.mwlab', true);
    const said = await mailmig(['/m', '--lab', 'clone.mwlab', '--accounts', 'all']);
    expect(said.exit).toBe(0);
    expect(said.out).toContain('clone');
    expect(said.err).toContain('Stage 2 of 2');
    expect(said.err).toContain('exit code 0');
  });

  test('takes some accounts, whatever the case of their names, and keeps silent with /S', async () => {
    const file = await labNamed('some.mwlab');
    const { accounts } = await must(runCommand('accounts', { file }));
    const alias = accounts[1]?.alias ?? '';
    const said = await mailmig(['--lab', file, '--accounts', alias.toUpperCase(), '/S', '/A:admin', '/P:x']);
    expect(said.exit).toBe(0);
    expect(said.err.trimEnd().split('\n')).toHaveLength(1);
    const { runs } = await must(runCommand('runs', { file }));
    expect(runs[0]?.mailboxes.map((box) => box.alias)).toEqual([alias]);
  });

  test('takes the answers of a saved wizard', async () => {
    const file = await labNamed('answers.mwlab');
    const { accounts } = await must(runCommand('accounts', { file }));
    const alias = accounts[0]?.alias ?? '';
    const state = newWizard('default', { accounts: [alias] });
    writeFileSync(join(folder, 'answers.json'), JSON.stringify(state));
    const said = await mailmig(['--lab', file, '--answers', 'answers.json', '--json']);
    expect(said.exit).toBe(0);
    expect(reportOf(said).mailboxes.map((box) => box.alias)).toEqual([alias]);
  });

  test('prints a line for each journal row, and Ctrl+C is Cancel', async () => {
    const file = await labNamed('cancel.mwlab');
    const io = testIo(folder);
    io.onErr = (text) => {
      if (text === 'journal 3\n') io.interrupt();
    };
    const said = await mailmig(['--lab', file, '--accounts', 'all', '--json', '--journal'], io);
    expect(said.err).toContain('journal 3\n');
    expect(said.exit).toBe(2);
    expect(reportOf(said)).toMatchObject({ state: 'cancelled', exit: 2 });
    const again = await mailmig(['--lab', file, '--accounts', 'all', '--json']);
    expect(reportOf(again).state).toBe('completed');
  });

  test('keeps a copy to go back to where it is asked for, and none otherwise', async () => {
    const file = await labNamed('undo.mwlab');
    const before = await digestOf(file);
    const copies = async (): Promise<unknown[]> => [...(await must(runCommand('undo', { file }))).copies];
    expect((await mailmig(['--lab', file, '--accounts', 'all'])).exit).toBe(0);
    expect(await copies()).toEqual([]);
    const after = await digestOf(file);
    expect((await mailmig(['--lab', file, '--accounts', 'all', '--undo'])).exit).toBe(0);
    expect(await copies()).toMatchObject([{ number: 1, kind: 'run', detail: 'default' }]);
    // What the gate refuses leaves none.
    expect((await mailmig(['/M', '--lab', file, '--accounts', 'all', '--undo'])).exit).toBe(2);
    expect(await copies()).toHaveLength(1);
    await must(runCommand('undo', { file, to: 'last' }));
    expect(await digestOf(file)).toBe(after);
    expect(after).not.toBe(before);
    await must(runCommand('undo', { file, clear: true }));
    expect(await copies()).toEqual([]);
  });

  test('leaves no password in the lab', async () => {
    const file = await labNamed('secret.mwlab');
    await mailmig(['--lab', file, '--accounts', 'all', '/A:admin', '/P:Open-Sesame-17', '--json']);
    await must(runCommand('show', { file }));
    expect(readFileSync(file).includes('Open-Sesame-17')).toBe(false);
  });
});

describe('bad input gets one sentence, exit code 2, and changes nothing', () => {
  test.each([
    [['--accounts', 'all'], '--lab'],
    [['--lab', 'a.mwlab'], '--accounts'],
    [['--lab', 'missing.mwlab', '--accounts', 'all'], 'missing.mwlab'],
    [['--lab', 'a.mwlab', '--accounts', 'nobody'], 'nobody'],
    [['--lab', 'a.mwlab', '--accounts', 'all', '/C:x.txt'], 'not yet available'],
    [['--lab', 'a.mwlab', '--accounts', 'all', '/D:no domain'], 'no domain'],
    [['--lab', 'a.mwlab', '--accounts', 'all', '--source', 'CCMAIL'], 'post office'],
    [['--lab', 'a.mwlab', '--accounts', 'all', '--source', 'CCMAIL', '/M'], '/M'],
    [['--lab', 'a.mwlab', '--accounts', 'all', '--post-office', 'PIER', '/A:admin'], '/A'],
    [['--lab', 'a.mwlab', '--accounts', 'all', '--files', 'X.PKL'], '--accounts'],
    [['--lab', 'a.mwlab', '--accounts', 'all', '--extract', 'C:\\\\X'], '--extract'],
    [['--lab', 'a.mwlab', '--files', 'X.PKL', '/P:secret'], '/P'],
    [['--lab', 'a.mwlab', '--accounts', 'all', '/A:admin'], 'admin'],
    [['--lab', 'a.mwlab', '--answers', 'none.json'], 'none.json'],
    [['--lab', 'a.mwlab', '--resume'], 'a.mwlab'],
    [['--lab', 'a.mwlab', '--accounts', 'all', '--pace', 'fast'], 'fast'],
    [['--lab', 'a.mwlab', '--accounts', 'all', '/Z'], '/Z'],
  ])('mailmig %j', async (words, named) => {
    const file = join(folder, 'a.mwlab');
    const before = await digestOf(file);
    const said = await mailmig([...words, '--json']);
    expect(said).toMatchObject({ exit: 2, out: '' });
    expect(said.err.trimEnd().split('\n')).toHaveLength(1);
    expect(said.err).toContain(named);
    expect(await digestOf(file)).toBe(before);
  });

  test.each([
    ['anna/b', '"/"'],
    ['anna.', '"."'],
    ['a\u0007b', 'U+0007'],
  ])('a logon ID %j of saved answers is refused, and the sentence says why', async (logonId, shown) => {
    const file = join(folder, 'a.mwlab');
    const before = await digestOf(file);
    const { accounts } = await must(runCommand('accounts', { file }));
    const alias = accounts[0]?.alias ?? '';
    writeFileSync(
      join(folder, 'logon.json'),
      JSON.stringify({ answers: { accounts: [alias], accountChoices: { [alias]: { logonId } } } }),
    );
    const said = await mailmig(['--lab', 'a.mwlab', '--answers', 'logon.json']);
    expect(said).toMatchObject({ exit: 2, out: '' });
    expect(said.err).toContain(shown);
    expect(said.err.trimEnd().split('\n')).toHaveLength(1);
    expect(await digestOf(file)).toBe(before);
  });

  test('filters of saved answers are refused in clone mode', async () => {
    await labNamed('filters.mwlab', true);
    writeFileSync(join(folder, 'filters.json'), JSON.stringify({ answers: { subjectPrefixes: ['Re:'] } }));
    const said = await mailmig([
      '/M',
      '--lab',
      'filters.mwlab',
      '--answers',
      'filters.json',
      '--accounts',
      'all',
    ]);
    expect(said).toMatchObject({ exit: 2, out: '' });
    expect(said.err).toContain('Clone mode supports no date range');
  });
});

test.each(['/?', '-help', '/H'])('%s prints the switches', async (word) => {
  const said = await mailmig([word]);
  expect(said).toMatchObject({ exit: 0, err: '' });
  expect(said.out).toContain('/M ');
});
