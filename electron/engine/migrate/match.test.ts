import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountMatch, RunPlan } from '../../../shared/lab/run-plan.ts';
import { type BareLab, bareLab } from '../testing/bare-lab.ts';
import { must } from '../testing/small-lab.ts';
import { matchAccounts, matching, matchReport } from './match.ts';

let bare: BareLab;
const CONTAINER = 'OU=Newcomers,DC=target,DC=example';

beforeEach(() => {
  bare = bareLab(['anna', 'bo']);
  bare.lab.run('INSERT INTO container(org_id, dn) VALUES(2, ?)', CONTAINER);
  bare.lab.run(
    "INSERT INTO proxy_address(object_id, kind, address) SELECT id, 'SMTP', alias || '@source.example' FROM directory_object WHERE org_id = 1",
  );
  // The target starts empty.
  bare.lab.run('DELETE FROM mailbox WHERE mdb_id = 2');
  bare.lab.run('DELETE FROM directory_object WHERE org_id = 2');
});
afterEach(() => bare.discard());

const plan = (change: Partial<RunPlan> = {}): RunPlan => ({
  mode: 'clone',
  source: 'EXCHANGE',
  accounts: ['anna'],
  sourceServer: 'MAIL1',
  targetServer: 'MAIL2',
  targetStore: 'Mailbox Store',
  container: CONTAINER,
  createAccounts: true,
  dateRange: null,
  subjectPrefixes: null,
  targetAddressDomain: null,
  restrictToSid: false,
  accountChoices: {},
  ...change,
});

interface Person {
  readonly kind?: 'user' | 'contact';
  readonly alias?: string;
  readonly name?: string;
  readonly logon?: string | null;
  readonly sid?: string | null;
  readonly history?: string;
  readonly addresses?: readonly (readonly [string, string])[];
  readonly deleted?: boolean;
  readonly mailboxOpenedBy?: string;
}

function add(person: Person): number {
  const id = bare.lab.run(
    `INSERT INTO directory_object(org_id, kind, dn, alias, display_name, logon_name, sid, sid_history, enabled, deleted_at)
     VALUES(2, ?, ?, ?, ?, ?, ?, ?, 1, ?)`,
    person.kind ?? 'user',
    `CN=${person.name ?? 'Somebody'},CN=Users`,
    person.alias ?? 'somebody',
    person.name ?? 'Somebody',
    person.logon ?? null,
    person.sid ?? null,
    person.history ?? '',
    person.deleted === true ? 1 : null,
  ).lastInsertRowid;
  for (const [kind, address] of person.addresses ?? [])
    bare.lab.run('INSERT INTO proxy_address(object_id, kind, address) VALUES(?, ?, ?)', id, kind, address);
  if (person.mailboxOpenedBy !== undefined) {
    bare.lab.run(
      'INSERT INTO mailbox(mdb_id, object_id, mailbox_guid, store_guid, ost_key, initialized, account_sid) VALUES(2, ?, randomblob(16), randomblob(16), randomblob(16), 0, ?)',
      id,
      person.mailboxOpenedBy,
    );
  }
  return id;
}

const ANNA_SID = 'S-1-5-21-1-4-anna';
const ANNA_DN = '/o=Alder Mills/ou=First Administrative Group/cn=Recipients/cn=anna';

function matched(change: Partial<RunPlan> = {}): AccountMatch {
  const first = matchAccounts(bare.lab, plan(change))[0];
  if (first === undefined) throw new Error('nothing matched');
  return first;
}

describe('matching', () => {
  it.each<[string, Person, AccountMatch['kind'], boolean]>([
    ['the SID of the account', { sid: ANNA_SID }, 'sid', true],
    ['a SID in its history', { sid: 'S-9', history: `S-8;${ANNA_SID}` }, 'sid-history', true],
    ['an equal e-mail address', { addresses: [['smtp', 'ANNA@source.example']] }, 'address', true],
    ['the X500 address of an earlier run', { addresses: [['X500', ANNA_DN]] }, 'address', true],
    [
      'the SID of the external account that opens the mailbox',
      { addresses: [['X500', ANNA_DN]], mailboxOpenedBy: ANNA_SID },
      'sid',
      true,
    ],
    ['the display name alone', { name: 'Test anna' }, 'probable', false],
  ])('finds the account by %s', (_what, person, kind, definite) => {
    add(person);
    expect(matched()).toMatchObject({
      kind,
      definite,
      existing: `CN=${person.name ?? 'Somebody'},CN=Users`,
      created: null,
    });
  });

  it('prefers the SID to an address, and an address to a name', () => {
    add({ name: 'Test anna' });
    add({ name: 'By address', addresses: [['SMTP', 'anna@source.example']] });
    expect(matched().existing).toBe('CN=By address,CN=Users');
    add({ name: 'By SID', sid: ANNA_SID });
    expect(matched().existing).toBe('CN=By SID,CN=Users');
  });

  it('stays with the account of an earlier run, whatever the search is restricted to and whoever has the SID', () => {
    add({ name: 'Used before', addresses: [['X500', ANNA_DN]] });
    expect(matched({ restrictToSid: true })).toMatchObject({
      kind: 'address',
      existing: 'CN=Used before,CN=Users',
    });
    expect(matched({ restrictToSid: true }).note).toContain('restricted to SIDs');
    expect(matched().note).toBeNull();
    add({ name: 'By SID', sid: ANNA_SID });
    expect(matched()).toMatchObject({ kind: 'address', existing: 'CN=Used before,CN=Users' });
    expect(matched().note).toContain('CN=By SID,CN=Users');
  });

  it('converts a contact that carries the old address, whatever the search is restricted to', () => {
    const contact = add({ kind: 'contact', addresses: [['X500', ANNA_DN]] });
    for (const restrictToSid of [false, true]) {
      const resolved = [...must(matching(bare.lab, plan({ restrictToSid }))).each()][0];
      expect(resolved).toMatchObject({ match: { kind: 'contact' }, contacts: [contact] });
    }
  });

  it("gives a converted contact's name to the account, and the name of anything else to nobody", () => {
    const address = [['SMTP', 'anna@source.example']] as const;
    const contact = add({ kind: 'contact', name: 'Test anna', addresses: address });
    bare.lab.run('UPDATE directory_object SET dn = ? WHERE id = ?', `CN=Test anna,${CONTAINER}`, contact);
    expect(matched().created).toBe(`CN=Test anna,${CONTAINER}`);
    expect(matched({ restrictToSid: true }).created).toBe(`CN=Test anna (2),${CONTAINER}`);
  });

  it('looks at nothing but SIDs when asked to', () => {
    add({ addresses: [['SMTP', 'anna@source.example']], history: ANNA_SID });
    expect(matched({ restrictToSid: true })).toMatchObject({ kind: 'create', existing: null });
  });

  it('passes over deleted accounts, and takes nobody of a shared name', () => {
    add({ sid: ANNA_SID, deleted: true });
    add({ name: 'Test anna', alias: 'a1' });
    add({ name: 'Test anna', alias: 'a2' });
    expect(matched().kind).toBe('create');
  });

  it('does not take for a namesake an account to which another mailbox was migrated', () => {
    add({ name: 'Test anna', addresses: [['X500', '/o=Alder Mills/ou=x/cn=Recipients/cn=other']] });
    expect(matched().kind).toBe('create');
  });

  it('creates a disabled account in the container, named after the person', () => {
    expect(matched()).toMatchObject({
      kind: 'create',
      created: `CN=Test anna,${CONTAINER}`,
      fullName: 'Test anna',
      logonId: 'anna',
      note: null,
    });
  });

  it('finds a free logon name where the alias is taken, and says so (KB297349)', () => {
    add({ name: 'Else', logon: 'ANNA' });
    const match = matched();
    expect(match).toMatchObject({ kind: 'create', logonId: 'anna2' });
    expect(match.note).toContain('"anna"');
  });

  it('proposes a logon name that Windows takes, whatever the alias holds, and says so', () => {
    bare.lab.run("UPDATE directory_object SET alias = 'a+nna@x.' WHERE org_id = 1 AND alias = 'anna'");
    const match = matched({ accounts: ['a+nna@x.'] });
    expect(match.logonId).toBe('a_nna_x');
    expect(match.note).toContain('"a+nna@x."');
  });

  it('undoes a probable match on request, with the names that were chosen, and keeps definite ones', () => {
    add({ name: 'Test anna', logon: 'anna' });
    const choice = { anna: { createNew: true, fullName: 'Anna, the other', logonId: 'anna.o' } };
    expect(matched({ accountChoices: choice })).toMatchObject({
      kind: 'create',
      created: `CN=Anna\\, the other,${CONTAINER}`,
      logonId: 'anna.o',
      note: null,
    });
    add({ name: 'Real', sid: ANNA_SID });
    expect(matched({ accountChoices: choice }).existing).toBe('CN=Real,CN=Users');
  });

  it('gives two people of one name different accounts', () => {
    bare.lab.run("UPDATE directory_object SET display_name = 'Same Name' WHERE org_id = 1");
    const choices = { anna: { logonId: 'same' }, bo: { logonId: 'same' } };
    const matches = matchAccounts(bare.lab, plan({ accounts: ['anna', 'bo'], accountChoices: choices }));
    expect(matches.map((match) => match.logonId)).toEqual(['same', 'same2']);
    expect(new Set(matches.map((match) => match.created)).size).toBe(2);
  });

  it('never gives one account to two mailboxes', () => {
    bare.lab.run("UPDATE directory_object SET display_name = 'Same Name' WHERE org_id = 1");
    add({ name: 'Same Name' });
    const kinds = matchAccounts(bare.lab, plan({ accounts: ['anna', 'bo'] })).map((match) => match.kind);
    expect(kinds).toEqual(['probable', 'create']);
  });

  it('converts a contact with the same address', () => {
    const contact = add({ kind: 'contact', addresses: [['SMTP', 'anna@source.example']] });
    const resolved = [...must(matching(bare.lab, plan())).each()][0];
    expect(resolved).toMatchObject({ match: { kind: 'contact' }, contacts: [contact], objectId: null });
  });

  it('creates nothing where accounts are not to be created, and uses mailboxes that exist', () => {
    expect(matched({ createAccounts: false })).toMatchObject({ existing: null, created: null });
    add({ sid: ANNA_SID });
    expect(matched({ createAccounts: false }).note).toContain('no mailbox');
    add({ name: 'With mailbox', alias: 'w', addresses: [['X500', ANNA_DN]], mailboxOpenedBy: ANNA_SID });
    bare.lab.run("DELETE FROM directory_object WHERE alias = 'somebody'");
    expect(matched({ createAccounts: false })).toMatchObject({ kind: 'sid', note: null });
  });

  it('takes each account once and in the order of the plan, and finds the same again', () => {
    const matched = must(matching(bare.lab, plan({ accounts: ['bo', 'anna', 'BO'] })));
    const once = [...matched.each()];
    expect(once.map((one) => one.match.alias)).toEqual(['bo', 'anna']);
    expect(matched.mailboxes).toEqual(once.map((one) => one.person.mailboxId));
    expect([...matched.each()]).toEqual(once);
  });

  it('names an account that does not exist in one sentence', () => {
    const answer = matchReport(bare.lab, { file: bare.lab.path, plan: plan({ accounts: ['nobody'] }) });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'unknown-account' } });
    expect(matchAccounts(bare.lab, plan({ accounts: ['nobody'] }))).toEqual([]);
  });
});
