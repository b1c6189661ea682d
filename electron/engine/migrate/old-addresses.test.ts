import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import { orgOf } from '../mailbox/directory.ts';
import { must, runThrough, type SmallLab, smallLab } from '../testing/small-lab.ts';
import { checkLab } from './check.ts';

let small: SmallLab;
let anna: string;
let bo: string;
beforeEach(() => {
  small = smallLab(11, 2, 20);
  [anna = '', bo = ''] = small.aliases;
});
afterEach(() => small.discard());

interface Person {
  readonly sid: string;
  readonly dn: string;
  readonly smtp: string;
}

function source(alias: string): Person {
  const person = small.lab.get<Person>(
    `SELECT sid, legacy_dn AS dn, (SELECT address FROM proxy_address WHERE object_id = o.id AND kind = 'SMTP') AS smtp
     FROM directory_object o WHERE org_id = ? AND alias = ?`,
    orgOf(small.lab, 'source').id,
    alias,
  );
  if (person === undefined) throw new Error(`no ${alias}`);
  return person;
}

/** A user of the target, enabled and without a mailbox. */
function addUser(
  name: string,
  sid: string,
  history: string,
  addresses: readonly (readonly string[])[],
): number {
  const { lab } = small;
  const id = lab.run(
    `INSERT INTO directory_object(org_id, kind, dn, alias, display_name, sid, sid_history, enabled) VALUES(?, 'user', ?, ?, ?, ?, ?, 1)`,
    orgOf(lab, 'target').id,
    `CN=${name}`,
    name,
    name,
    sid,
    history,
  ).lastInsertRowid;
  for (const [kind = '', address = ''] of addresses)
    lab.run('INSERT INTO proxy_address(object_id, kind, address) VALUES(?, ?, ?)', id, kind, address);
  return id;
}

const run = (change: Partial<RunPlan>) => runThrough(small.lab, small.plan('default', change));
const carriers = (alias: string): number[] =>
  small.lab
    .all<{ id: number }>(
      `SELECT o.id AS id FROM proxy_address p JOIN directory_object o ON o.id = p.object_id
       WHERE p.kind = 'X500' AND p.address = ? AND o.deleted_at IS NULL ORDER BY o.id`,
      source(alias).dn,
    )
    .map((row) => row.id);
const found = (): string[] => must(checkLab(small.lab)).violations.map((one) => one.invariant);

describe('an X500 address stands on one object of the directory', () => {
  it.each([
    ['restricted to SIDs, then not', [true, false]],
    ['not restricted, then restricted to SIDs', [false, true]],
  ])('when runs were %s', (_what, restrictions) => {
    const { smtp, sid } = source(anna);
    addUser('by-address', 'S-1-5-21-7-1', '', [['SMTP', smtp]]);
    addUser('by-history', 'S-1-5-21-7-2', sid, []);
    const used = restrictions.map((restrictToSid) => {
      const report = run({ accounts: [anna], restrictToSid });
      expect(report.mailboxes[0]).toMatchObject({ state: 'completed' });
      return carriers(anna);
    });
    expect(used[0]).toHaveLength(1);
    expect(used[1]).toEqual(used[0]);
    expect(found()).toEqual([]);
  });

  it('also where the account that carries it was taken for somebody else: then it is kept there, and the run says so', () => {
    const taken = addUser('both', source(bo).sid, '', [['X500', source(anna).dn]]);
    const report = run({ accounts: [bo, anna] });
    expect(carriers(anna)).toEqual([taken]);
    const [first, second] = report.mailboxes.map((mailbox) => mailbox.why.map((why) => why.rule));
    expect(first).not.toContain('old-address-taken');
    expect(second).toContain('old-address-taken');
    expect(report.exit).toBe(1);
    expect(
      small.lab.get('SELECT event_id AS id, evidence FROM event WHERE text LIKE ?', `%${source(anna).dn}%`),
    ).toEqual({ id: null, evidence: 'not documented' });
    expect(found()).toEqual([]);
  });

  it('or "lab check" names both', () => {
    run({});
    const [carrier] = carriers(anna);
    const other = addUser('planted', 'S-1-5-21-7-3', '', [['X500', source(anna).dn.toUpperCase()]]);
    const violations = must(checkLab(small.lab)).violations.filter((one) => one.invariant === 'addresses');
    expect(violations).toHaveLength(1);
    expect(violations[0]?.text).toContain('CN=planted');
    small.lab.run('UPDATE directory_object SET deleted_at = 1 WHERE id = ?', other);
    expect(carriers(anna)).toEqual([carrier]);
    expect(found()).toEqual([]);
  });
});
