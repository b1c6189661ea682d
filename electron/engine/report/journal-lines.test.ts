import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from '../commands.ts';
import { writeLine } from '../migrate/journal.ts';
import { openLab } from '../store/lab.ts';
import { journalLines } from './journal-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'mwlab-journal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the journal is read on from a number, the last lines first to be kept, and long details left out', async () => {
  const file = join(folder, 'a.mwlab');
  await runCommand('new', { file, seed: 2, mailboxes: 2, items: 10 });
  expect(await runCommand('journal', { file })).toEqual({ ok: true, value: { run: null, lines: [] } });
  const opened = openLab(file);
  if (!opened.ok) throw new Error(opened.failure.message);
  const lab = opened.value;
  lab.run(
    "INSERT INTO run(id, mode, state, plan, ignore_gate, started) VALUES(4, 'clone', 'running', '{}', 0, 0)",
  );
  const source = lab.get<{ id: number; alias: string }>(
    'SELECT m.id AS id, o.alias AS alias FROM mailbox m JOIN directory_object o ON o.id = m.object_id ORDER BY m.id LIMIT 1',
  );
  writeLine(lab, 4, 'gate', null, { ok: true, rules: [{ kb: 'KB919235' }] });
  writeLine(lab, 4, 'started', null, { mailboxes: 2 });
  writeLine(lab, 4, 'closed', source?.id ?? 0, { mode: 'clone', held: true, violations: [], marks: {} });
  const read = (input: object) => {
    const answer = journalLines(lab, { file, ...input });
    return answer.ok
      ? answer.value.lines.map(({ seq, alias, kind, detail }) => [seq, alias, kind, detail])
      : [];
  };
  expect(read({})).toEqual([
    [1, null, 'gate', { ok: true }],
    [2, null, 'started', { mailboxes: 2 }],
    [3, source?.alias, 'closed', { mode: 'clone', held: true }],
  ]);
  expect(read({ run: 4, after: 2 })).toHaveLength(1);
  expect(read({ limit: 2 }).map(([seq]) => seq)).toEqual([2, 3]);
  expect(read({ run: 9 })).toEqual([]);
  lab.close();
});
