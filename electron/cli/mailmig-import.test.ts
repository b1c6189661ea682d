import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunReport, runReport } from '../../shared/ipc/shapes.ts';
import { runCommand } from '../engine/commands.ts';
import { openLab } from '../engine/store/lab.ts';
import { STAGES } from '../engine/migrate/import/all-stages.ts';
import { startImport } from '../engine/migrate/import/start-import.ts';
import { wholePlan } from '../engine/migrate/import/whole-plan.ts';
import { migrate } from '../engine/migrate/run.ts';
import { runReport as runReportOf } from '../engine/migrate/run-report.ts';
import { labMain } from './lab-main.ts';
import { mailmigMain } from './mailmig-main.ts';
import { testIo } from './testing-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'mwlab-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PASSWORD = 'lantern';
const HARBOR = ['--post-office', 'HARBOR', `/P:${PASSWORD}`, '--accounts', 'all'] as const;

async function must<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; failure: unknown }>,
): Promise<T> {
  const done = await answer;
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  return done.value;
}

beforeAll(async () => {
  await must(runCommand('new', { file: join(folder, 'harbor.mwlab'), scenario: 'harbor' }));
});

async function copyOf(name: string): Promise<string> {
  await must(runCommand('copy', { file: join(folder, 'harbor.mwlab'), to: join(folder, name) }));
  return name;
}

async function mailmig(lab: string, ...words: readonly string[]) {
  const io = testIo(folder);
  const exit = await mailmigMain(['--lab', lab, ...words], io);
  return { exit, ...io.written };
}

async function report(lab: string, ...words: readonly string[]): Promise<RunReport> {
  const said = await mailmig(lab, ...words, '--json');
  if (said.out === '') throw new Error(said.err);
  return runReport.parse(JSON.parse(said.out));
}

const digestOf = async (name: string): Promise<string> =>
  (await must(runCommand('show', { file: join(folder, name) }))).digest;

describe('what a run as a whole comes to', () => {
  test('is told where no account carries it', async () => {
    const lab = await copyOf('whole.mwlab');
    const refused = await mailmig(lab, ...HARBOR, '--bulletin-boards', 'Nobody');
    expect(refused.exit).toBe(2);
    expect(refused.err).not.toMatch(/\.\.$/m);
    await report(lab, ...HARBOR, '--extract', 'C:\\MIGRATE');
    rmSync(join(folder, `${lab}.files`, 'C', 'MIGRATE', 'HARBOR.001', '00000008.PRI'));
    const said = await mailmig(lab, '--files', 'C:\\MIGRATE\\HARBOR.001\\HARBOR.PKL');
    expect(said.exit).toBe(1);
    expect(said.out).toContain(
      'Something in the migration files that belongs to no account was not imported',
    );
  });

  test('is asked of the gate in clone mode for an Exchange source alone', async () => {
    const io = testIo(folder);
    expect(await labMain(['gate', 'harbor.mwlab', '--mode', 'clone', '--source', 'CCMAIL'], io)).toBe(2);
    expect(io.written).toMatchObject({ out: '', err: expect.stringMatching(/^Clone mode .*CCMAIL\.\n$/) });
  });

  test('is told in the words of its source when it is continued', async () => {
    const name = await copyOf('continued.mwlab');
    const lab = await must(Promise.resolve(openLab(join(folder, name))));
    const asked = { batchRows: 5 };
    const plan = await must(Promise.resolve(wholePlan(lab, 'HARBOR')));
    const run = await must(
      Promise.resolve(
        startImport(lab, { ...plan, bulletinBoards: false }, { ignoreGate: false, asked }, STAGES),
      ),
    );
    const work = migrate(lab, run);
    for (let batch = 0; batch < 3; batch += 1) work.next();
    work.return(runReportOf(lab, run));
    lab.close();
    const said = await mailmig(name, '--resume');
    expect(said.exit).toBe(0);
    expect(said.err).toContain('Importing migration files');
    expect(said.err).not.toContain('Stage ');
  });

  test('is told of a run that reached nobody', async () => {
    await must(runCommand('new', { file: join(folder, 'memory.mwlab'), scenario: 'q251018' }));
    const said = await mailmig('memory.mwlab', ...HARBOR, '--ignore-gate');
    expect(said.exit).toBe(2);
    expect(said.out).toContain('Memory Error');
    expect(
      JSON.parse((await mailmig('memory.mwlab', ...HARBOR, '--ignore-gate', '--json')).out),
    ).toMatchObject({
      why: [{ rule: 'q251018-memory-error', evidence: 'documented' }],
    });
  });
});

describe('Extract Migration Files Only', () => {
  test('writes a set into the folder of the lab, and nothing into the target', async () => {
    const lab = await copyOf('extract.mwlab');
    const done = await report(lab, ...HARBOR, '--extract', 'C:\\MIGRATE');
    expect(done).toMatchObject({ mode: 'default', state: 'completed', exit: 0 });
    expect(done.mailboxes.length).toBeGreaterThan(1);
    for (const mailbox of done.mailboxes) {
      expect(mailbox).toMatchObject({
        requestedMode: 'default',
        effectiveMode: 'default',
        state: 'completed',
        copied: 0,
      });
    }
    const set = join(folder, 'extract.mwlab.files', 'C', 'MIGRATE', 'HARBOR.001');
    expect(readdirSync(set)).toContain('HARBOR.PKL');
    const shown = await must(runCommand('show', { file: join(folder, lab) }));
    const before = await must(runCommand('show', { file: join(folder, 'harbor.mwlab') }));
    expect(shown.target.mailboxes).toEqual(before.target.mailboxes);
    expect((await must(runCommand('check', { file: join(folder, lab) }))).violations).toEqual([]);
  });

  test('keeps the password out of the lab, its files, and everything said', async () => {
    const lab = await copyOf('secret.mwlab');
    const said = await mailmig(lab, ...HARBOR, '--extract', 'C:\\MIGRATE');
    expect(said.exit).toBe(0);
    expect(said.out + said.err).not.toContain(PASSWORD);
    expect(readFileSync(join(folder, lab)).includes(PASSWORD)).toBe(false);
    const runs = JSON.stringify(await must(runCommand('runs', { file: join(folder, lab) })));
    expect(runs).not.toContain(PASSWORD);
  });
});

/** Everything that a person sees in a mailbox, without identifiers: folder, subject, sender, times, size and content. */
function readable(lab: string): Record<string, string[]> {
  const opened = openLab(join(folder, lab));
  if (!opened.ok) throw new Error(opened.failure.message);
  try {
    const rows = opened.value.all<{ mailbox: string; line: string }>(
      `SELECT o.display_name AS mailbox, json_array(f.name, m.subject, m.sender, m.delivered, m.is_read, m.size, hex(c.hash)) AS line
       FROM message m JOIN folder f ON f.mailbox_id = m.mailbox_id AND f.repl = m.folder_repl AND f.gc = m.folder_gc
         JOIN mailbox b ON b.id = m.mailbox_id JOIN directory_object o ON o.id = b.object_id JOIN content c ON c.id = m.content_id
       WHERE b.created_by_run IS NOT NULL ORDER BY 1, 2`,
    );
    const boxes = new Map<string, string[]>();
    for (const { mailbox, line } of rows) boxes.set(mailbox, [...(boxes.get(mailbox) ?? []), line]);
    return Object.fromEntries(boxes);
  } finally {
    opened.value.close();
  }
}

describe('One Step Migration', () => {
  test('makes a mailbox of every user, with every message', async () => {
    const lab = await copyOf('one-step.mwlab');
    const done = await report(lab, ...HARBOR);
    expect(done).toMatchObject({ state: 'completed', exit: 0 });
    const shown = await must(runCommand('show', { file: join(folder, lab) }));
    const held = new Map(shown.postOffices[0]?.users.map((user) => [user.alias, user.items]));
    for (const { alias, copied, state, skipped } of done.mailboxes) {
      expect([alias, state, copied, skipped]).toEqual([alias, 'completed', held.get(alias), 0]);
      const name = shown.target.mailboxes.find((mailbox) => mailbox.alias === alias)?.displayName ?? '';
      // A personal address book arrives as one message more (Q250361).
      const mail = readable(lab)[name]?.filter((line) => !line.includes('(PAB)')) ?? [];
      expect([alias, mail.length]).toEqual([alias, copied]);
    }
    expect((await must(runCommand('check', { file: join(folder, lab) }))).violations).toEqual([]);
    const events = (await must(runCommand('events', { file: join(folder, lab) }))).events.map(
      (one) => one.id,
    );
    expect(events).toEqual(expect.arrayContaining([10002, 8001, 10068]));
  });

  test('comes to the same mailboxes as two steps with the files in between', async () => {
    const one = await copyOf('in-one.mwlab');
    await report(one, ...HARBOR);
    const two = await copyOf('in-two.mwlab');
    await report(two, ...HARBOR, '--extract', 'C:\\MIGRATE');
    const done = await report(two, '--files', 'C:\\MIGRATE\\HARBOR.001\\HARBOR.PKL');
    expect(done).toMatchObject({ state: 'completed', exit: 0 });
    expect(Object.keys(readable(one)).length).toBeGreaterThan(1);
    expect(readable(two)).toEqual(readable(one));
    expect((await must(runCommand('check', { file: join(folder, two) }))).violations).toEqual([]);
  });

  test('brings bulletin boards as public folders of their owner', async () => {
    const lab = await copyOf('boards.mwlab');
    const before = await must(runCommand('show', { file: join(folder, lab) }));
    const owner = before.target.mailboxes[0]?.alias ?? '';
    const words = ['--bulletin-boards', owner, '--folder-access', 'Author'];
    const done = await report(lab, ...HARBOR, ...words);
    expect(done).toMatchObject({ state: 'completed', exit: 0 });
    const boards = done.mailboxes.find((mailbox) => mailbox.alias === 'PublicMessages');
    const { publicFolders } = await must(runCommand('show', { file: join(folder, lab) }));
    expect(publicFolders.reduce((sum, each) => sum + each.items, 0)).toBe(boards?.copied);
    expect(boards?.copied).toBeGreaterThan(0);
    expect(publicFolders.every((each) => each.access === 'Author')).toBe(true);
  });
});

describe('what is refused, in one sentence and with exit code 2', () => {
  test.each<[string, readonly string[], string]>([
    ['no password', ['--post-office', 'HARBOR', '--accounts', 'all'], 'password'],
    [
      'a wrong password',
      ['--post-office', 'HARBOR', '/P:Nothing-17', '--accounts', 'all'],
      'does not take this password',
    ],
    ['an unknown post office', ['--post-office', 'PIER', '/P:x', '--accounts', 'all'], 'HARBOR'],
    [
      'a directory without one',
      [...HARBOR, '--post-office-path', 'C:\\WINNT'],
      'The directory you have selected is not a cc:Mail post office.',
    ],
    ['an unknown user', ['--post-office', 'HARBOR', '/P:lantern', '--accounts', 'Nobody'], 'Nobody'],
    ['clone mode', [...HARBOR, '/M'], '/M'],
    ['an Exchange source', ['--source', 'EXCHANGE', '--accounts', 'all'], 'EXCHANGE'],
    ['a packing list that is not there', ['--files', 'C:\\NONE\\NONE.PKL'], 'NONE.PKL'],
  ])('%s', async (_what, words, named) => {
    const before = await digestOf('harbor.mwlab');
    const said = await mailmig('harbor.mwlab', ...words);
    expect(said.exit).toBe(2);
    expect(said.out).toBe('');
    expect(said.err.trim().split('\n')).toHaveLength(1);
    expect(said.err).toContain(named);
    expect(said.err).not.toContain('Nothing-17');
    expect(await digestOf('harbor.mwlab')).toBe(before);
    expect(existsSync(join(folder, 'harbor.mwlab.files'))).toBe(false);
  });
});

test('an owner that the target has not is refused by the gate, and nothing else changes', async () => {
  const lab = await copyOf('owner.mwlab');
  const done = await report(lab, ...HARBOR, '--bulletin-boards', 'nobody');
  expect(done).toMatchObject({ run: null, state: 'refused', exit: 2, mailboxes: [] });
  expect(done.gate.rules.find((rule) => rule.verdict === 'refuse')?.found).toContain('nobody');
});

describe('lab gate', () => {
  const gate = async (...words: readonly string[]) => {
    const io = testIo(folder);
    const exit = await labMain(['gate', 'harbor.mwlab', ...words], io);
    return { exit, ...io.written };
  };

  test('judges a post office that is named', async () => {
    const said = await gate('--source', 'CCMAIL', '--post-office', 'HARBOR', '--json');
    expect(said.exit).toBe(0);
    const rules = (JSON.parse(said.out) as { rules: { kb: string }[] }).rules.map((rule) => rule.kb);
    expect(rules).toEqual(expect.arrayContaining(['Q251018', 'Q197114', 'Q194218', 'Q248195']));
  });

  test('without its name judges the server alone', async () => {
    const said = await gate('--source', 'CCMAIL', '--json');
    const judged = (JSON.parse(said.out) as { rules: { judged: string }[] }).rules;
    expect(new Set(judged.map((rule) => rule.judged))).toEqual(new Set(['opening']));
  });

  test('says which post offices there are', async () => {
    const said = await gate('--source', 'CCMAIL', '--post-office', 'PIER');
    expect(said).toMatchObject({ exit: 2, out: '' });
    expect(said.err).toContain('HARBOR');
  });

  test('knows post offices of cc:Mail alone', async () => {
    expect((await gate('--post-office', 'HARBOR')).exit).toBe(2);
  });
});
