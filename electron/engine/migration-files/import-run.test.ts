import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MESSAGE_COLUMNS, PAB_COLUMNS } from '../../../shared/formats/migration-files/sections.ts';
import type { FilesPlan } from '../../../shared/lab/run-plan.ts';
import { RECIPIENTS } from '../build/ccmail-world.ts';
import { beginWork, endWork } from '../migrate/claim.ts';
import { STAGES } from '../migrate/import/all-stages.ts';
import { startImport } from '../migrate/import/start-import.ts';
import { resumeRun } from '../migrate/resume.ts';
import { migrate } from '../migrate/run.ts';
import { runReport } from '../migrate/run-report.ts';
import { labDigest } from '../store/digest.ts';
import {
  DIRECTORY,
  entry,
  type HandSet,
  handSet,
  mail,
  oneUser,
  row,
  SECOND_BODY,
  SECONDARY,
} from '../testing/hand-set.ts';
import { must } from '../testing/small-lab.ts';

let world: HandSet;
beforeEach(() => {
  world = handSet();
});
afterEach(() => world.discard());

const proved = (): void => expect(world.violations()).toEqual([]);

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
    const report = world.importSet(files);
    expect(report).toMatchObject({ state: 'completed', exit: 0 });
    expect(report.mailboxes).toMatchObject([
      { alias: 'CCMAIL:Vane Cora at HARBOR', state: 'completed', copied: 4, skipped: 0 },
      { alias: 'PublicMessages', state: 'completed', copied: 1 },
    ]);
    expect(world.messages('VaneC')).toMatchObject([
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
    expect(world.proxies('VaneC')).toEqual([
      'CCMAIL:Vane Cora at Northgate',
      'MIGRATE:CCMAIL:Vane Cora at HARBOR',
      'SMTP:VaneC@northgate.example',
      'ccmail:Vane Cora at HARBOR',
    ]);
    expect(
      world.lab.get(
        "SELECT dn, legacy_dn AS legacy, logon_name AS logon FROM directory_object WHERE alias = 'VaneC'",
      ),
    ).toEqual({
      dn: `${RECIPIENTS}/cn=VaneC`,
      legacy: `${RECIPIENTS}/cn=VaneC`,
      logon: null,
    });
    expect(
      world.lab.all(
        `SELECT f.name AS name, p.name AS parent, f.default_access AS access, o.alias AS owner FROM public_folder f
         LEFT JOIN public_folder p ON p.id = f.parent_id JOIN directory_object o ON o.id = f.owner_id ORDER BY f.id`,
      ),
    ).toEqual([
      { name: 'Lotus cc:Mail Bulletin Boards (HARBOR)', parent: null, access: 'Author', owner: 'Admin' },
      { name: 'Notices', parent: 'Lotus cc:Mail Bulletin Boards (HARBOR)', access: 'Author', owner: 'Admin' },
    ]);
    expect(world.events()).toEqual([]);
    proved();
  });

  it('ends the same wherever it is interrupted and resumed', () => {
    const plan = world.lay(files);
    const ends = new Set<string>();
    const whole = world.start(plan, 1);
    const copy = world.lab.path;
    world.drive(whole);
    ends.add(labDigest(world.lab));
    for (const stop of [1, 2, 3, 5, 7]) {
      world.discard();
      world = handSet();
      expect(world.lab.path).not.toBe(copy);
      const run = world.start(world.lay(files), 1);
      beginWork(world.lab, run);
      const work = migrate(world.lab, run);
      for (let told = 0; told < stop; told += 1) work.next(undefined);
      work.return(runReport(world.lab, run));
      endWork(world.lab, run);
      must(resumeRun(world.lab, run));
      world.drive(run);
      ends.add(labDigest(world.lab));
      proved();
    }
    expect(ends.size).toBe(1);
  });
});

describe('sets that cannot be used', () => {
  it('have no packing list, or one that names nothing', () => {
    const plan = world.lay({ 'A.PRI': '' });
    const fails = (change: Partial<FilesPlan>): string => {
      const started = startImport(world.lab, { ...plan, ...change }, { ignoreGate: true, asked: {} }, STAGES);
      return started.ok ? '' : started.failure.code;
    };
    expect(fails({ packingList: 'C:\\MIGRATE\\HAND.001\\NONE.PKL' })).toBe('packing-list-missing');
    writeFileSync(join(world.folder(), 'HAND.PKL'), '850\r\n\r\nMISSING.PRI\r\n');
    expect(fails({})).toBe('packing-list-unusable');
    expect(fails({ packingList: 'C:\\..\\..\\etc\\HAND.PKL' })).toBe('packing-list-missing');
  });

  it('links in a set are not followed', () => {
    const plan = world.lay({ ...oneUser([row('mine')]) });
    const folder = world.folder();
    rmSync(join(folder, '00000001.SEC'));
    symlinkSync('/etc/passwd', join(folder, '00000001.SEC'));
    writeFileSync(
      join(folder, '00000001.PRI'),
      mail('Vane Cora', row('linked', '#00000001.SEC(0)'), row('mine')),
    );
    const report = world.drive(world.start(plan));
    expect(report.mailboxes[0]).toMatchObject({ copied: 1, skipped: 1 });
    expect(world.events()).toEqual([8005, 8054, 8094, 8095, 8002]);
  });
});
