import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCustomRecipient } from '../build/ccmail-targets.ts';
import { labFolder } from '../server/lab-files.ts';
import { DIRECTORY, entry, type HandSet, handSet, mail, oneUser, row } from '../testing/hand-set.ts';

let world: HandSet;
beforeEach(() => {
  world = handSet();
});
afterEach(() => world.discard());

const proved = (): void => expect(world.violations()).toEqual([]);

describe('directory lines', () => {
  const directory = (...lines: readonly string[]): Record<string, string> => ({
    'DIRECTORY.PRI': [DIRECTORY, ...lines, ''].join('\r\n'),
  });

  it('Q194218: a custom recipient and no section: no mailbox, events 238, 8149, 8002 and the recovery file', () => {
    addCustomRecipient(
      world.lab,
      world.lab.get<{ id: number }>("SELECT id FROM org WHERE role = 'target'")?.id ?? 0,
      'Vane, Cora',
      'HARBOR',
    );
    const report = world.importSet(
      directory(entry('VaneCora', 'Vane, Cora', 'Vane Cora'), entry('RoeRick', 'Roe, Rick', 'Roe Rick')),
    );
    expect(world.events()).toEqual([238, 8149, 8002]);
    expect(report.exit).toBe(2);
    expect(report.mailboxes).toMatchObject([
      { alias: 'CCMAIL:Vane Cora at HARBOR', state: 'failed' },
      { alias: 'CCMAIL:Roe Rick at HARBOR', state: 'completed' },
    ]);
    expect(world.recovery()).toEqual([`${DIRECTORY}\r\n${entry('VaneCora', 'Vane, Cora', 'Vane Cora')}\r\n`]);
    expect(
      world.lab.get("SELECT kind FROM directory_object WHERE alias = 'VaneC' AND deleted_at IS NULL"),
    ).toEqual({ kind: 'contact' });
    proved();
  });

  it('and with a section, even an empty one, the recipient becomes a mailbox that keeps its addresses; 238 is harmless (Q234665)', () => {
    addCustomRecipient(
      world.lab,
      world.lab.get<{ id: number }>("SELECT id FROM org WHERE role = 'target'")?.id ?? 0,
      'Vane, Cora',
      'HARBOR',
    );
    const report = world.importSet({
      ...directory(entry('VaneCora', 'Vane, Cora', 'Vane Cora')),
      '00000001.PRI': mail('Vane Cora'),
    });
    expect(report).toMatchObject({ state: 'completed', exit: 0 });
    expect(world.events()).toEqual([238]);
    expect(world.proxies('VaneC')).toEqual([
      'CCMAIL:Vane Cora at Northgate',
      'MIGRATE:CCMAIL:Vane Cora at HARBOR',
      'SMTP:VaneC@northgate.example',
      'ccmail:Vane Cora at HARBOR',
    ]);
    expect(
      world.lab.all(
        "SELECT kind, deleted_at IS NULL AS there FROM directory_object WHERE alias = 'VaneC' ORDER BY id",
      ),
    ).toEqual([
      { kind: 'contact', there: 0 },
      { kind: 'user', there: 1 },
    ]);
    proved();
  });

  it('messages alone go into a mailbox that has the MIGRATE address (Q151826)', () => {
    world.lab.run(
      "INSERT INTO proxy_address(object_id, kind, address) SELECT id, 'MIGRATE', 'ccmail:vane cora AT harbor' FROM directory_object WHERE alias = 'MoorI'",
    );
    const report = world.importSet({ '00000001.PRI': mail('Vane Cora', row('mine')) });
    expect(report).toMatchObject({ state: 'completed', exit: 0 });
    expect(world.messages('MoorI').map(({ subject }) => subject)).toContain('mine');
    expect(world.events()).toEqual([]);
    proved();
  });

  it('a set that is imported again finds its mailboxes, and the lines that would make them are refused', () => {
    const files = oneUser([row('mine')]);
    world.importSet(files);
    const report = world.importSet(files);
    expect(report).toMatchObject({ state: 'completed', exit: 1 });
    expect(world.events()).toEqual([238, 8149, 8002]);
    expect(world.messages('VaneC')).toHaveLength(2);
    expect(world.lab.get('SELECT count(*) AS count FROM mailbox WHERE created_by_run IS NOT NULL')).toEqual({
      count: 1,
    });
    proved();
  });

  it.each([
    ['another mode', 'Mailbox,Modify,A,A,MIGRATE:CCMAIL:A at HARBOR,~Server'],
    ['a list', 'dl,Create,A,A,MIGRATE:CCMAIL:A at HARBOR,~Server'],
    ['no name', 'Mailbox,Create,,A,MIGRATE:CCMAIL:A at HARBOR,~Server'],
    ['another server', 'Mailbox,Create,A,A,MIGRATE:CCMAIL:A at HARBOR,OTHER'],
    ['a pointer', 'Mailbox,Create,A,#A.SEC(50),MIGRATE:CCMAIL:A at HARBOR,~Server'],
    ['a single backslash', 'Mailbox,Create,A,"C:\\x",MIGRATE:CCMAIL:A at HARBOR,~Server'],
    ['an open quotation mark', 'Mailbox,Create,A,"A'],
  ])('%s is refused, and the next line is taken', (_, bad) => {
    world.importSet(directory(bad, entry('RoeRick', 'Roe, Rick', 'Roe Rick')));
    expect(world.events().at(-1)).toBe(8002);
    expect(world.recovery()).toEqual([`${DIRECTORY}\r\n${bad}\r\n`]);
    expect(world.lab.get('SELECT count(*) AS count FROM mailbox WHERE created_by_run IS NOT NULL')).toEqual({
      count: 1,
    });
    proved();
  });

  it('a custom recipient may be made too', () => {
    const line = 'Remote,Create,TideDesk,Tide Desk,CCMAIL:Tide Desk at PIER,';
    world.importSet(directory(line, entry('RoeRick', 'Roe, Rick', 'Roe Rick')));
    expect(
      world.lab.get("SELECT kind, target_address AS target FROM directory_object WHERE alias = 'TideDesk'"),
    ).toEqual({
      kind: 'contact',
      target: 'CCMAIL:Tide Desk at PIER',
    });
    proved();
  });

  it.each(['RANDOM', 'ALIAS'] as const)(
    'NT accounts, %s: their passwords stand in Accounts.password and nowhere else',
    (ntAccounts) => {
      world.importSet(directory(entry('AVeryLongCommonNameIndeed', 'Vane, Cora', 'Vane Cora')), {
        ntAccounts,
      });
      const account = world.lab.get<{ logon: string; sid: string }>(
        "SELECT logon_name AS logon, sid FROM directory_object WHERE alias = 'AVeryLongCommonNameIndeed'",
      );
      expect(account?.logon).toBe('AVeryLongCommonNameI');
      expect(account?.sid).toMatch(/^S-1-5-21-/);
      const list = readFileSync(
        join(labFolder(world.lab), 'C', 'exchsrvr', 'bin', 'Accounts.password'),
        'latin1',
      );
      const password = /^AVeryLongCommonNameI,(.+)\r\n$/.exec(list)?.[1] ?? '';
      expect(password.length).toBeLessThanOrEqual(14);
      if (ntAccounts === 'RANDOM') {
        const tables = world.lab.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'");
        for (const { name } of tables)
          expect(JSON.stringify(world.lab.all(`SELECT * FROM "${name}"`))).not.toContain(password);
      } else expect(password).toBe('AVeryLongCommo');
    },
  );

  it('an NT account of the name is reused without a question (Q152927), and without accounts one that fits is taken (XMG 06011)', () => {
    world.lab.run(
      "INSERT INTO directory_object(org_id, kind, dn, alias, display_name, logon_name, sid, enabled) SELECT id, 'user', 'NT\\RoeRick', 'nt-roe', 'Rick', 'RoeRick', 'S-1-5-21-1-2-3-4', 1 FROM org WHERE role = 'target'",
    );
    const files = directory(entry('RoeRick', 'Roe, Rick', 'Roe Rick'));
    world.importSet(files, { ntAccounts: 'ALIAS' });
    expect(world.lab.get("SELECT sid FROM directory_object WHERE alias = 'RoeRick'")).toEqual({
      sid: 'S-1-5-21-1-2-3-4',
    });
    expect(world.lab.get('SELECT count(*) AS count FROM event WHERE event_id = 136')).toEqual({ count: 1 });
  });
});
