import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importMail } from '../import/import-mail.ts';
import { logOnToPostOffice } from '../migrate/import/post-office.ts';
import { labDigest } from '../store/digest.ts';
import type { Lab } from '../store/lab.ts';
import { type CcMailTestLab, ccMailWorld, harborSpec } from '../testing/ccmail-world.ts';
import { must } from '../testing/small-lab.ts';
import { postOfficeAct } from './post-office-acts.ts';

let world: CcMailTestLab;
let lab: Lab;
let folder: string;

beforeEach(() => {
  world = ccMailWorld(harborSpec());
  lab = world.lab;
  folder = mkdtempSync(join(tmpdir(), 'mwlab-mail-'));
});

afterEach(() => {
  world.discard();
  rmSync(folder, { recursive: true, force: true });
});

const act = (input: Omit<Parameters<typeof postOfficeAct>[1], 'file'>): ReturnType<typeof postOfficeAct> =>
  postOfficeAct(lab, { file: lab.path, ...input });

/** Everything of a post office but its keys, as text. */
function contents(): string {
  return JSON.stringify([
    lab.all(
      'SELECT name, directory, database, release, hex(password_hash) AS hash, options, damage FROM post_office ORDER BY id',
    ),
    lab.all('SELECT po_id, name, key, kind, remote_po, password FROM po_user ORDER BY po_id, key'),
    lab.all(
      `SELECT u.key AS owner, f.name AS folder, f.kind AS kind, m.ord AS ord, m.addresses AS addresses, m.subject AS subject,
         m.sent AS sent, m.received AS received, m.priority AS priority, m.is_read AS isRead, m.size AS size, m.content_id AS content, m.flaw AS flaw
       FROM po_folder f LEFT JOIN po_user u ON u.id = f.user_id LEFT JOIN po_message m ON m.folder_id = f.id ORDER BY owner, kind, folder, ord`,
    ),
    lab.all(
      'SELECT u.key AS owner, l.name AS name, l.members AS members FROM po_list l LEFT JOIN po_user u ON u.id = l.user_id ORDER BY owner, name',
    ),
    lab.all(
      'SELECT u.key AS owner, a.ord AS ord, a.name AS name, a.type AS type, a.address AS address FROM po_address a JOIN po_user u ON u.id = a.user_id ORDER BY owner, ord',
    ),
  ]);
}

describe('lab postoffice', () => {
  it('shows what a post office holds and which programs are found for it', () => {
    const { postOffices, programs } = must(act({}));
    const [po] = postOffices;
    expect(po).toMatchObject({ name: 'HARBOR', database: 'DB8', damage: null, backups: [] });
    expect(po?.users.find(({ alias }) => alias === 'Vane Cora')).toMatchObject({
      kind: 'local',
      postOffice: 'HARBOR',
      messages: 28,
      addresses: 5,
      lists: 1,
    });
    expect(po?.users.filter(({ kind }) => kind === 'remote').map(({ postOffice }) => postOffice)).toEqual([
      'LIGHTSHIP',
      'LIGHTSHIP',
    ]);
    expect(po?.boards).toEqual([
      { name: 'Tide tables', messages: 4 },
      { name: 'For sale', messages: 3 },
    ]);
    expect(programs.find(({ name }) => name === 'Export.exe')).toMatchObject({
      version: '8.30.03',
      flavour: '16-bit',
    });
    expect(programs.find(({ name }) => name === 'Impexp.ri')?.path).toBeNull();
    expect(lab.get('SELECT count(*) AS count FROM act')).toEqual({ count: 0 });
  });

  it('restores a corrupted post office from its backup, whatever came in since', () => {
    const sound = contents();
    must(act({ do: 'backup' }));
    must(act({ do: 'corrupt', name: 'harbor' }));
    must(act({ do: 'set', set: 'pre-expired=on' }));
    lab.run("DELETE FROM po_user WHERE key = 'Vane Cora'");
    lab.run("UPDATE po_message SET subject = 'gone'");
    expect(must(act({})).postOffices[0]?.damage).toMatchObject({ files: ['CLANDATA'] });
    must(act({ do: 'restore' }));
    expect(contents()).toBe(sound);
    expect(must(act({})).postOffices[0]?.backups).toEqual([
      { number: 1, at: expect.any(Number), label: 'sound' },
    ]);
    expect(
      lab
        .all<{ detail: string }>("SELECT detail FROM act WHERE verb = 'postoffice' ORDER BY id")
        .map(({ detail }) => JSON.parse(detail)),
    ).toEqual([
      { act: 'backup', postOffice: 'HARBOR' },
      { act: 'corrupt', postOffice: 'HARBOR' },
      { act: 'set', postOffice: 'HARBOR', set: 'pre-expired=on' },
      { act: 'restore', postOffice: 'HARBOR' },
    ]);
  });

  it('restores any of several backups, and a damaged one damaged', () => {
    must(act({ do: 'backup' }));
    must(act({ do: 'corrupt' }));
    must(act({ do: 'backup' }));
    must(act({ do: 'restore', backup: 1 }));
    expect(must(act({})).postOffices[0]?.damage).toBeNull();
    must(act({ do: 'restore' }));
    expect(must(act({})).postOffices[0]?.damage).not.toBeNull();
  });

  it('moves everybody to a new post office, which is sound and takes the same password (Q179072)', () => {
    must(act({ do: 'corrupt' }));
    const { postOffices } = must(act({ do: 'move-users', to: 'Beacon' }));
    expect(
      postOffices.map(({ name, directory, damage, users, boards }) => [
        name,
        directory,
        damage === null,
        users.length,
        boards.length,
      ]),
    ).toEqual([
      ['HARBOR', '\\\\HARBOR\\CCDATA', false, 0, 0],
      ['BEACON', '\\\\HARBOR\\BEACON', true, 10, 2],
    ]);
    expect(logOnToPostOffice(lab, '\\\\HARBOR\\BEACON', 'BEACON', 'lantern').ok).toBe(true);
  });

  it.each([
    ['a name that nobody has', { name: 'PIER' }, 'post-office-name'],
    ['a restoration without a backup', { do: 'restore' as const }, 'no-backup'],
    ['a number without a backup', { do: 'restore' as const, backup: 3 }, 'no-backup'],
    ['a new post office of an old name', { do: 'move-users' as const, to: 'harbor' }, 'post-office-taken'],
    ['a name that is too long', { do: 'move-users' as const, to: 'LIGHTHOUSE' }, 'post-office-taken'],
    ['an unknown option', { do: 'set' as const, set: 'colour=red' }, 'post-office-setting'],
    ['a release before DB8', { do: 'set' as const, set: 'release=5.1' }, 'post-office-setting'],
  ])('refuses %s and changes nothing', (_, input, code) => {
    const before = labDigest(lab);
    expect(act(input)).toMatchObject({ ok: false, failure: { code } });
    expect(labDigest(lab)).toBe(before);
  });

  it('turns Pre-expired Passwords on and off for those who have not changed theirs', () => {
    must(act({ do: 'set', set: 'pre-expired = on' }));
    expect(lab.all("SELECT DISTINCT password FROM po_user WHERE kind = 'local'")).toEqual([
      { password: 'pre-expired' },
    ]);
    must(act({ do: 'set', set: 'pre-expired=off' }));
    expect(lab.all("SELECT DISTINCT password FROM po_user WHERE kind = 'local'")).toEqual([
      { password: 'own' },
    ]);
    must(act({ do: 'set', set: 'in-use=Router, ADE' }));
    expect(must(act({})).postOffices[0]?.inUseBy).toEqual(['Router', 'ADE']);
    must(act({ do: 'set', set: 'release=8.5' }));
    expect(must(act({})).postOffices[0]?.release).toBe('8.5');
  });
});

const MBOX = `From nobody Mon Jun  4 05:00:00 2001
From: "Hult, Anton" <anton@kestrelfreight.example>
To: =?utf-8?Q?Cora_V=C3=A4ne?= <cora@quayside.example>, Perry Osgood <perry@quayside.example>
Cc: somebody@else.example
Subject: Lading
Date: Sun, 3 Jun 2001 21:10:00 +0000
Status: R

The bill is enclosed.

From nobody Mon Jun  4 05:01:00 2001
From: berth@pilots.example
To: undisclosed-recipients:;
Subject: Berth four
Content-Type: text/html

<p>Berth <b>four</b> &amp; no other</p>
`;

describe('real mail for a cc:Mail user', () => {
  const bring = (input: object = {}, name = 'Inbox.mbox', text = MBOX): ReturnType<typeof importMail> => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return importMail(lab, {
      file: lab.path,
      postOffice: 'harbor',
      user: 'vane, cora',
      paths: [path],
      ...input,
    });
  };

  it('comes in with its header, its dates, its text and its attachments', async () => {
    const done = must(await bring());
    expect(done).toEqual({ mailbox: 'Vane Cora', folders: 1, items: 2, skipped: [] });
    const rows = lab.all<{
      subject: string;
      addresses: string;
      sent: number;
      isRead: number;
      body: string;
      files: number;
    }>(
      `SELECT m.subject AS subject, m.addresses AS addresses, m.sent AS sent, m.is_read AS isRead, c.body AS body,
         (SELECT count(*) FROM attachment WHERE content_id = c.id) AS files
       FROM po_message m JOIN po_folder f ON f.id = m.folder_id JOIN po_user u ON u.id = f.user_id JOIN content c ON c.id = m.content_id
       WHERE u.key = 'Vane Cora' AND f.kind = 'inbox' ORDER BY m.ord DESC LIMIT 2`,
    );
    expect(rows[1]).toMatchObject({
      subject: 'Lading',
      sent: Date.UTC(2001, 5, 3, 21, 10),
      isRead: 1,
      body: 'The bill is enclosed.\r\n',
      files: 0,
    });
    expect(JSON.parse(rows[1]?.addresses ?? '[]')).toEqual([
      { role: 'from', name: 'Hult, Anton', type: 'SMTP', address: 'anton@kestrelfreight.example' },
      { role: 'to', name: 'Cora Väne', type: 'SMTP', address: 'cora@quayside.example' },
      { role: 'to', name: 'Perry Osgood', type: 'SMTP', address: 'perry@quayside.example' },
      { role: 'cc', name: 'somebody@else.example', type: 'SMTP', address: 'somebody@else.example' },
    ]);
    expect(rows[0]).toMatchObject({ subject: 'Berth four', isRead: 0 });
    expect(rows[0]?.body.trim()).toBe('Berth four & no other');
  });

  it('puts the folders of a directory beside each other', async () => {
    const path = join(folder, 'mail');
    const { mkdirSync } = await import('node:fs');
    mkdirSync(join(path, 'Yard', 'Cranes'), { recursive: true });
    writeFileSync(join(path, 'Yard', 'Cranes', 'Inbox.mbox'), MBOX);
    writeFileSync(join(path, 'Sent.mbox'), MBOX);
    const done = must(
      await importMail(lab, { file: lab.path, postOffice: 'HARBOR', user: 'Brack Imre', paths: [path] }),
    );
    expect(done.items).toBe(4);
    const folders = lab.all<{ name: string; kind: string; count: number }>(
      `SELECT f.name AS name, f.kind AS kind, count(m.ord) AS count FROM po_folder f JOIN po_user u ON u.id = f.user_id
         LEFT JOIN po_message m ON m.folder_id = f.id WHERE u.key = 'Brack Imre' GROUP BY f.id HAVING count > 0 ORDER BY f.kind, f.name`,
    );
    expect(folders).toEqual([
      { name: 'Yard - Cranes - Inbox', kind: 'folder', count: 2 },
      { name: 'Message Log', kind: 'message-log', count: 2 },
    ]);
  });

  it.each([
    ['an unknown post office', { postOffice: 'PIER' }, 'post-office-name'],
    ['an unknown user', { user: 'Nobody' }, 'unknown-alias'],
    ['a user of another post office', { user: 'Ruiz Amalia' }, 'unknown-alias'],
    ['both kinds of target', { mailbox: 'x' }, 'import-target'],
  ])('is refused for %s, and changes nothing', async (_, input, code) => {
    const before = labDigest(lab);
    expect(await bring(input)).toMatchObject({ ok: false, failure: { code } });
    expect(labDigest(lab)).toBe(before);
  });
});
