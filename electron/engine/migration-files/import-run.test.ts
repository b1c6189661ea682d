import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeText } from '../../../shared/formats/migration-files/code-pages.ts';
import { MESSAGE_COLUMNS, PAB_COLUMNS } from '../../../shared/formats/migration-files/sections.ts';
import type { RunReport } from '../../../shared/ipc/shapes.ts';
import type { FilesPlan } from '../../../shared/lab/run-plan.ts';
import { NORTHGATE, RECIPIENTS } from '../build/ccmail-world.ts';
import { addCustomRecipient } from '../build/ccmail-targets.ts';
import { folderPath } from '../mailbox/folders.ts';
import { checkLab } from '../migrate/check.ts';
import { beginWork, endWork } from '../migrate/claim.ts';
import { STAGES } from '../migrate/import/all-stages.ts';
import { startImport } from '../migrate/import/start-import.ts';
import { resumeRun } from '../migrate/resume.ts';
import { migrate } from '../migrate/run.ts';
import { runReport } from '../migrate/run-report.ts';
import { labFolder } from '../server/lab-files.ts';
import { labDigest } from '../store/digest.ts';
import type { Lab } from '../store/lab.ts';
import { type CcMailTestLab, ccMailWorld, smallSpec, userSpec } from '../testing/ccmail-world.ts';
import { must } from '../testing/small-lab.ts';

let world: CcMailTestLab;
let lab: Lab;
beforeEach(() => {
  world = ccMailWorld(smallSpec({ users: [userSpec('Vane, Cora', 1)] }));
  lab = world.lab;
});
afterEach(() => world.discard());

const DIRECTORY =
  'DIRECTORY\r\nObj-class,Mode,Common-Name,Display-Name,Secondary-Proxy-Addresses,Home-Server';
const entry = (common: string, name: string, key: string): string =>
  `Mailbox,Create,${common},"${name}",CCMAIL:${key} at HARBOR;MIGRATE:CCMAIL:${key} at HARBOR,~Server`;
const mail = (key: string, ...rows: readonly string[]): string =>
  [`MAILMESSAGE,CCMAIL:${key} at HARBOR`, MESSAGE_COLUMNS.join(','), ...rows, ''].join('\r\n');
const SECONDARY = [
  'Type,Length,Encoding,Islast,Name,Position,Format',
  'Body,7,,FALSE,,,',
  'Hello',
  '',
  'Attachment,3,,TRUE,notes.txt,0,',
  'abc',
  '',
  'Body,6,,TRUE,,,',
  'Grüße',
  'Attachment,3,,TRUE,,0,',
  'abc',
].join('\r\n');
const SECOND_BODY = SECONDARY.indexOf('Body,6');
const NAMELESS = SECONDARY.indexOf('Attachment,3,,TRUE,,');

/** Lays a set into C:\MIGRATE\HAND.001; the packing list names everything in the given order. */
function lay(files: Readonly<Record<string, string>>, page = '850'): FilesPlan {
  const folder = join(labFolder(lab), 'C', 'MIGRATE', 'HAND.001');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, name), encodeText(850, text).bytes);
  writeFileSync(join(folder, 'HAND.PKL'), [page, '', ...Object.keys(files), ''].join('\r\n'));
  return {
    source: 'FILE',
    mode: 'default',
    packingList: 'C:\\MIGRATE\\HAND.001\\HAND.PKL',
    targetServer: NORTHGATE.server,
    targetStore: NORTHGATE.store,
    container: RECIPIENTS,
    template: null,
    ntAccounts: 'NO',
    folderOwner: 'Admin',
    folderAccess: 'Author',
  };
}

const start = (plan: FilesPlan, batchRows?: number): number =>
  must(
    startImport(lab, plan, { ignoreGate: true, asked: batchRows === undefined ? {} : { batchRows } }, STAGES),
  );

function drive(run: number): RunReport {
  const work = migrate(lab, run);
  let step = work.next(undefined);
  while (step.done !== true) step = work.next(undefined);
  return step.value;
}

const importSet = (files: Readonly<Record<string, string>>, change: Partial<FilesPlan> = {}): RunReport =>
  drive(start({ ...lay(files), ...change }));

const events = (): (number | null)[] =>
  lab
    .all<{ id: number | null }>("SELECT event_id AS id FROM event WHERE type = 'Error' ORDER BY id")
    .map(({ id }) => id);

interface Shown {
  readonly folder: string;
  readonly subject: string;
  readonly sender: string;
  readonly body: string;
  readonly isRead: number;
  readonly delivered: number | null;
  readonly attachments: number;
}

/** The messages of a mailbox by the alias of its owner. */
function messages(alias: string): Shown[] {
  return lab
    .all<Omit<Shown, 'folder'> & { mailbox: number; repl: number; gc: number }>(
      `SELECT m.mailbox_id AS mailbox, m.folder_repl AS repl, m.folder_gc AS gc, subject, sender, c.body AS body, is_read AS isRead, delivered,
         (SELECT count(*) FROM attachment a WHERE a.content_id = c.id) AS attachments
       FROM message m JOIN content c ON c.id = m.content_id JOIN mailbox b ON b.id = m.mailbox_id
       JOIN directory_object o ON o.id = b.object_id WHERE o.alias = ? AND o.deleted_at IS NULL ORDER BY m.gc`,
      alias,
    )
    .map(({ mailbox, repl, gc, ...shown }) => ({
      folder: folderPath(lab, mailbox, { repl, gc }).join('\\'),
      ...shown,
    }));
}

function proxies(alias: string): string[] {
  return lab
    .all<{ text: string }>(
      `SELECT p.kind || ':' || p.address AS text FROM proxy_address p JOIN directory_object o ON o.id = p.object_id
       WHERE o.alias = ? AND o.deleted_at IS NULL ORDER BY text`,
      alias,
    )
    .map(({ text }) => text);
}

function recovery(): string[] {
  const folder = join(labFolder(lab), 'C', 'TEMP');
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
}

const proved = (): void => expect(must(checkLab(lab)).violations).toEqual([]);

describe('a set written by hand', () => {
  const files = {
    'DIRECTORY.PRI': `${DIRECTORY}\r\n${entry('VaneC', 'Vane, Cora', 'Vane Cora')}\r\n`,
    '00000001.PRI': `${mail(
      'Vane Cora',
      `Inbox,"Roe, Rick [CCMAIL:Roe Rick at HARBOR]",Vane Cora;"Lund, T.",,,Budget,19990301091500,19990301091530,0,TRUE,FALSE,#00000001.SEC(50)`,
      `"Filed Mail\\FYI",Roe,Vane,,,Second; one,19990301091500,,-1,FALSE,FALSE,#00000001.SEC(${SECOND_BODY}),0,0`,
      'Sent Items,Vane,Roe,,,Sent,19990301091500,,,,,short text',
      'deleted items,Vane,Roe,,,Gone,,,,,,',
    )}\r\nPAB,CCMAIL:Vane Cora at HARBOR\r\n${PAB_COLUMNS.join(',')}\r\nentry,Dad,SMTP:dad@home.example\r\ndl,Friends,Dad;Mum\r\n`,
    '00000002.PRI': `MAILMESSAGE,PublicMessages\r\n${MESSAGE_COLUMNS.join(',')}\r\n"Lotus cc:Mail Bulletin Boards (HARBOR)\\Notices",Roe,All,,,Tides,19990301091500,19990301091500,,,,#00000001.SEC(50)\r\n`,
    '00000001.SEC': SECONDARY,
  };

  it('becomes a mailbox with its addresses, folders and messages', () => {
    const report = importSet(files);
    expect(report).toMatchObject({ state: 'completed', exit: 0 });
    expect(report.mailboxes).toMatchObject([
      { alias: 'CCMAIL:Vane Cora at HARBOR', state: 'completed', copied: 4, skipped: 0 },
      { alias: 'PublicMessages', state: 'completed', copied: 1 },
    ]);
    expect(messages('VaneC')).toMatchObject([
      {
        folder: 'Inbox',
        subject: 'Budget',
        sender: 'Roe, Rick',
        body: 'Hello\r\n',
        isRead: 0,
        attachments: 1,
        delivered: Date.UTC(1999, 2, 1, 9, 15, 30),
      },
      {
        folder: 'Filed Mail\\FYI',
        subject: 'Second; one',
        body: 'Grüße\r',
        isRead: 1,
        delivered: Date.UTC(1999, 2, 1, 9, 15),
      },
      { folder: 'Sent Items', subject: 'Sent', body: 'short text' },
      { folder: 'Deleted Items', subject: 'Gone', delivered: null },
      { folder: 'Inbox', subject: 'Migrated Message File Address Book (PAB)', attachments: 1 },
    ]);
    expect(proxies('VaneC')).toEqual([
      'CCMAIL:Vane Cora at Northgate',
      'MIGRATE:CCMAIL:Vane Cora at HARBOR',
      'SMTP:VaneC@northgate.example',
      'ccmail:Vane Cora at HARBOR',
    ]);
    expect(
      lab.get(
        "SELECT dn, legacy_dn AS legacy, logon_name AS logon FROM directory_object WHERE alias = 'VaneC'",
      ),
    ).toEqual({
      dn: `${RECIPIENTS}/cn=VaneC`,
      legacy: `${RECIPIENTS}/cn=VaneC`,
      logon: null,
    });
    expect(
      lab.all(
        `SELECT f.name AS name, p.name AS parent, f.default_access AS access, o.alias AS owner FROM public_folder f
         LEFT JOIN public_folder p ON p.id = f.parent_id JOIN directory_object o ON o.id = f.owner_id ORDER BY f.id`,
      ),
    ).toEqual([
      { name: 'Lotus cc:Mail Bulletin Boards (HARBOR)', parent: null, access: 'Author', owner: 'Admin' },
      { name: 'Notices', parent: 'Lotus cc:Mail Bulletin Boards (HARBOR)', access: 'Author', owner: 'Admin' },
    ]);
    expect(events()).toEqual([]);
    proved();
  });

  it('ends the same wherever it is interrupted and resumed', () => {
    const plan = lay(files);
    const ends = new Set<string>();
    const whole = start(plan, 1);
    const copy = lab.path;
    drive(whole);
    ends.add(labDigest(lab));
    for (const stop of [1, 2, 3, 5, 7]) {
      world.discard();
      world = ccMailWorld(smallSpec({ users: [userSpec('Vane, Cora', 1)] }));
      lab = world.lab;
      expect(lab.path).not.toBe(copy);
      const run = start(lay(files), 1);
      beginWork(run);
      const work = migrate(lab, run);
      for (let told = 0; told < stop; told += 1) work.next(undefined);
      work.return(runReport(lab, run));
      endWork(run);
      must(resumeRun(lab, run));
      drive(run);
      ends.add(labDigest(lab));
      proved();
    }
    expect(ends.size).toBe(1);
  });
});
