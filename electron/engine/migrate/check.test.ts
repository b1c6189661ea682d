import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Mode } from '../../../shared/lab/run-plan.ts';
import { deliver } from '../mailbox/deliver.ts';
import { targetMailbox } from '../mailbox/directory.ts';
import { changeMessage } from '../mailbox/messages.ts';
import type { Lab } from '../store/lab.ts';
import { must, runThrough, type SmallLab, smallLab } from '../testing/small-lab.ts';
import { checkLab } from './check.ts';

const bases = new Map<Mode, SmallLab>();
beforeAll(() => {
  for (const mode of ['clone', 'default'] as const) {
    const made = smallLab(9, 2, 50);
    runThrough(made.lab, made.plan(mode));
    bases.set(mode, made);
  }
});
afterAll(() => {
  for (const made of bases.values()) made.discard();
});

let lab: Lab;
afterEach(() => lab.close());

function after(mode: Mode): number {
  const twin = bases.get(mode)?.twin();
  if (twin === undefined) throw new Error('no lab');
  lab = twin.lab;
  return targetMailbox(lab, twin.aliases[0] ?? '')?.mailboxId ?? 0;
}

const found = (): string[] => must(checkLab(lab)).violations.map((one) => one.invariant);

describe('checking a clone', () => {
  let target: number;
  beforeEach(() => {
    target = after('clone');
  });

  it.each([
    [
      'a search key',
      "UPDATE message SET search_key = x'00' WHERE mailbox_id = :t AND gc = (SELECT min(gc) FROM message WHERE mailbox_id = :t)",
      'C2',
    ],
    [
      'a change number',
      'UPDATE message SET cn_gc = cn_gc + 1 WHERE mailbox_id = :t AND gc = (SELECT max(gc) FROM message WHERE mailbox_id = :t)',
      'C2',
    ],
    [
      'a message',
      'DELETE FROM message WHERE mailbox_id = :t AND gc = (SELECT min(gc) FROM message WHERE mailbox_id = :t)',
      'C2',
    ],
    ['a folder name', "UPDATE folder SET name = 'X' WHERE mailbox_id = :t AND well_known = 'drafts'", 'C1'],
    ['the store GUID', 'UPDATE mailbox SET store_guid = zeroblob(16) WHERE id = :t', 'C3'],
    [
      'a folder reference',
      "DELETE FROM folder_ref WHERE mailbox_id = :t AND slot = 0 AND holder = 'inbox'",
      'C4',
    ],
    [
      'a receive folder',
      "UPDATE receive_folder SET fid = x'0100000000000001' WHERE mailbox_id = :t AND message_class = ''",
      'C6',
    ],
    [
      'a source message',
      "UPDATE message SET subject = 'X' WHERE mailbox_id = 1 AND gc = (SELECT min(gc) FROM message WHERE mailbox_id = 1)",
      'C2',
    ],
  ])('finds that %s was tampered with', (_what, sql, invariant) => {
    lab.run(sql.replaceAll(':t', String(target)));
    expect(found()).toContain(invariant);
  });

  it('tells mail that arrived later, and changes made later, from violations', () => {
    deliver(lab, target, { subject: 'later', sender: 'x@y.example', body: '', at: 5 });
    for (const mailbox of [target, 1]) {
      const message = lab.get<{ repl: number; gc: number }>(
        'SELECT repl, gc FROM message WHERE mailbox_id = ? AND is_fai = 0 ORDER BY gc LIMIT 1',
        mailbox,
      );
      changeMessage(lab, mailbox, message ?? { repl: 0, gc: 0 }, { subject: 'changed', lastMod: 9 });
    }
    const checked = must(checkLab(lab));
    expect(checked.violations).toEqual([]);
    expect(checked.later).toHaveLength(2);
  });

  it('takes a deleted message for a later change, not for a violation', () => {
    lab.run(
      "INSERT INTO tombstone(mailbox_id, kind, repl, gc) SELECT mailbox_id, 'message', repl, gc FROM message WHERE mailbox_id = ? ORDER BY gc LIMIT 1",
      target,
    );
    lab.run(
      "DELETE FROM message WHERE mailbox_id = ?1 AND (repl, gc) IN (SELECT repl, gc FROM tombstone WHERE mailbox_id = ?1 AND kind = 'message')",
      target,
    );
    expect(found()).toEqual([]);
  });
});

describe('checking a merge', () => {
  let target: number;
  beforeEach(() => {
    target = after('default');
  });

  it.each([
    [
      'a missing copy',
      'DELETE FROM message WHERE mailbox_id = :t AND gc = (SELECT min(gc) FROM message WHERE mailbox_id = :t)',
    ],
    [
      'an untrue copy',
      "UPDATE message SET subject = 'X' WHERE mailbox_id = :t AND gc = (SELECT max(gc) FROM message WHERE mailbox_id = :t)",
    ],
  ])('finds %s', (_what, sql) => {
    lab.run(sql.replaceAll(':t', String(target)));
    expect(found()).toContain('D2');
  });

  it('tells later changes from violations', () => {
    deliver(lab, target, { subject: 'later', sender: 'x@y.example', body: '', at: 5 });
    deliver(lab, 1, { subject: 'later', sender: 'x@y.example', body: '', at: 6 });
    const checked = must(checkLab(lab));
    expect(checked.violations).toEqual([]);
    expect(checked.later).toHaveLength(2);
  });
});

describe('checking the file', () => {
  it('finds messages in folders that are not there', () => {
    after('default');
    lab.run(
      'UPDATE message SET folder_gc = 1 WHERE mailbox_id = 1 AND gc = (SELECT min(gc) FROM message WHERE mailbox_id = 1)',
    );
    expect(found()).toContain('places');
  });
});
