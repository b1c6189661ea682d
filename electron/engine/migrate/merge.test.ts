import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { targetMailbox } from '../mailbox/directory.ts';
import type { Lab } from '../store/lab.ts';
import { must, runThrough, type SmallLab, smallLab } from '../testing/small-lab.ts';
import { checkLab } from './check.ts';

let base: SmallLab;
let small: SmallLab;
let lab: Lab;
let alias: string;
beforeAll(() => {
  base = smallLab(3, 1, 60);
});
afterAll(() => base.discard());
beforeEach(() => {
  small = base.twin();
  lab = small.lab;
  alias = small.aliases[0] ?? '';
});
afterEach(() => lab.close());

const SOURCE = 1;
const target = (): number => targetMailbox(lab, alias)?.mailboxId ?? 0;
const count = (sql: string, ...values: number[]): number =>
  lab.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, ...values)?.n ?? 0;

/** What stands in the target, without ids: folder name, search key, subject, date. */
function content(of: Lab, mailbox: number): unknown[] {
  return of.all(
    `SELECT f.name AS folder, hex(m.search_key) AS key, m.subject AS subject, m.last_mod AS at FROM message m
     JOIN folder f ON f.mailbox_id = m.mailbox_id AND f.repl = m.folder_repl AND f.gc = m.folder_gc
     WHERE m.mailbox_id = ? ORDER BY 1, 2, 3, 4`,
    mailbox,
  );
}

describe('a merge', () => {
  it('brings every message under its search key with fresh ids, and nothing the second time', () => {
    const first = runThrough(lab, small.plan('default')).mailboxes[0];
    expect(first).toMatchObject({ state: 'completed', skipped: 0, replaced: 0 });
    expect(first?.copied).toBe(count('message WHERE mailbox_id = ?', SOURCE));
    expect(content(lab, target())).toEqual(content(lab, SOURCE));
    expect(
      count(
        'message t JOIN message s ON s.mailbox_id = 1 AND (s.repl = t.repl AND s.gc = t.gc OR s.cn_repl = t.cn_repl AND s.cn_gc = t.cn_gc) WHERE t.mailbox_id = ?',
        target(),
      ),
    ).toBe(0);
    const second = runThrough(lab, small.plan('default')).mailboxes[0];
    expect(second).toMatchObject({ copied: 0, replaced: 0, skipped: first?.copied });
    expect(must(checkLab(lab))).toMatchObject({ ok: true, later: [] });
  });

  it('replaces what is older in the target under a fresh id, and leaves alone what is newer', () => {
    runThrough(lab, small.plan('default'));
    lab.run('UPDATE message SET last_mod = last_mod - 5 WHERE mailbox_id = ? AND gc % 3 = 0', target());
    lab.run(
      "UPDATE message SET last_mod = last_mod + 5, subject = 'newer' WHERE mailbox_id = ? AND gc % 3 = 1",
      target(),
    );
    const older = count('message WHERE mailbox_id = ? AND gc % 3 = 0', target());
    const newer = count("message WHERE mailbox_id = ? AND subject = 'newer'", target());
    const ids = count('tombstone WHERE mailbox_id = ?', target());
    const report = runThrough(lab, small.plan('default')).mailboxes[0];
    expect(report).toMatchObject({ copied: 0, replaced: older });
    expect(count("message WHERE mailbox_id = ? AND subject = 'newer'", target())).toBe(newer);
    expect(count('tombstone WHERE mailbox_id = ?', target()) - ids).toBe(older);
  });

  it('brings back what was deleted in the target, and leaves what was deleted in the source', () => {
    runThrough(lab, small.plan('default'));
    const before = content(lab, target());
    lab.run('DELETE FROM message WHERE mailbox_id = ? AND gc % 2 = 0', target());
    lab.run(
      'DELETE FROM message WHERE mailbox_id = 1 AND gc % 5 = 0 AND search_key IN (SELECT search_key FROM message WHERE mailbox_id = ?)',
      target(),
    );
    runThrough(lab, small.plan('default'));
    expect(content(lab, target())).toEqual(before);
  });

  it('carries neither rules nor delegates nor out-of-office, and says why', () => {
    lab.run("UPDATE mailbox SET oof_enabled = 1, oof_text = 'Away' WHERE id = 1");
    const report = runThrough(lab, small.plan('default')).mailboxes[0];
    expect(count('rule WHERE mailbox_id = ?', target())).toBe(0);
    expect(count('delegate WHERE mailbox_id = ?', target())).toBe(0);
    expect(count('mailbox WHERE id = ? AND oof_enabled = 1', target())).toBe(0);
    expect(report?.why.map((one) => one.rule)).toContain('rules-not-carried');
  });

  it('says nothing of rules and delegates that an earlier clone has brought, until there is a new one', () => {
    const rules = (): string[] =>
      runThrough(lab, small.plan('default')).mailboxes[0]?.why.map((one) => one.rule) ?? [];
    const carried = ['rules-not-carried', 'delegates-not-carried'];
    expect(count('rule WHERE mailbox_id = 1')).toBeGreaterThan(0);
    lab.run(
      "INSERT INTO delegate(mailbox_id, ord, ab_eid, display_name, flags) VALUES(1, 9, x'00', 'Sam', 0)",
    );
    runThrough(lab, small.plan('clone'));
    expect(rules().filter((rule) => carried.includes(rule))).toEqual([]);
    lab.run("UPDATE rule SET name = name || ' (new)', rule_id = rule_id + 1000 WHERE mailbox_id = 1");
    expect(rules().filter((rule) => carried.includes(rule))).toEqual(['rules-not-carried']);
  });

  it('says nothing of rules and delegates where the source has none', () => {
    lab.run('DELETE FROM rule WHERE mailbox_id = 1');
    lab.run('DELETE FROM delegate WHERE mailbox_id = 1');
    const why = runThrough(lab, small.plan('default')).mailboxes[0]?.why.map((one) => one.rule);
    expect(why).toEqual(['default-mode', 'associated-messages-carried']);
  });

  it('filters by delivery time and by subject, and always takes what has no date', () => {
    lab.run('UPDATE message SET delivered = NULL WHERE mailbox_id = 1 AND gc % 7 = 0');
    const times = lab.get<{ low: number; high: number }>(
      'SELECT min(delivered) AS low, max(delivered) AS high FROM message WHERE mailbox_id = 1',
    );
    const dateRange = { from: times?.low ?? 0, to: ((times?.low ?? 0) + (times?.high ?? 0)) / 2 };
    lab.run("UPDATE message SET subject = 'Lunch ' || subject WHERE mailbox_id = 1 AND gc % 4 = 0");
    const report = runThrough(lab, small.plan('default', { dateRange, subjectPrefixes: ['lunch'] }))
      .mailboxes[0];
    const expected = count(
      "message WHERE mailbox_id = 1 AND subject NOT LIKE 'lunch%' AND (delivered IS NULL OR delivered BETWEEN ? AND ?)",
      dateRange.from,
      dateRange.to,
    );
    expect(report?.copied).toBe(expected);
    expect(count('message WHERE mailbox_id = ?', target())).toBe(expected);
    expect(must(checkLab(lab)).violations).toEqual([]);
  });

  it('comes to the same whatever the batches, also where messages share a search key in one folder', () => {
    const twins = lab.all<{ gc: number; repl: number }>(
      'SELECT repl, gc FROM message WHERE mailbox_id = 1 ORDER BY folder_gc, gc',
    );
    const shape = fc.array(
      fc.record({
        into: fc.nat(twins.length - 1),
        from: fc.nat(twins.length - 1),
        later: fc.integer({ min: -2, max: 2 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(shape, fc.integer({ min: 1, max: 70 }), (pairs, batchRows) => {
        const made = base.twin();
        for (const { into, from, later } of pairs) {
          const [a, b] = [twins[into], twins[from]];
          made.lab.run(
            `UPDATE message SET (search_key, folder_repl, folder_gc, last_mod) =
               (SELECT search_key, folder_repl, folder_gc, last_mod + ? FROM message WHERE mailbox_id = 1 AND repl = ? AND gc = ?)
             WHERE mailbox_id = 1 AND repl = ? AND gc = ?`,
            later,
            b?.repl ?? 0,
            b?.gc ?? 0,
            a?.repl ?? 0,
            a?.gc ?? 0,
          );
        }
        const other = made.twin();
        const whole = runThrough(made.lab, made.plan('default')).mailboxes[0];
        const cut = runThrough(other.lab, other.plan('default'), { batchRows }).mailboxes[0];
        expect(cut).toEqual(whole);
        const left = (of: Lab): unknown[] => content(of, targetMailbox(of, alias)?.mailboxId ?? 0);
        expect(left(other.lab)).toEqual(left(made.lab));
        expect(must(checkLab(other.lab)).violations).toEqual([]);
        other.lab.close();
        made.lab.close();
      }),
      { numRuns: 15 },
    );
  });
});
