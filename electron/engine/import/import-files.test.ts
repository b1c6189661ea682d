import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newLab } from '../build/new-lab.ts';
import { personAt } from '../build/people.ts';
import { labDigest } from '../store/digest.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { importMail } from './import-mail.ts';
import { splitMbox } from './mbox-split.ts';

const ALIAS = personAt(1, 0).alias;
let folder: string;
let lab: Lab;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-files-'));
  const file = join(folder, 'lab.mwlab');
  const made = newLab({ file, mailboxes: 1, items: 0 });
  const opened = made.ok ? openLab(file) : made;
  if (!opened.ok) throw new Error(opened.failure.message);
  lab = opened.value;
});
afterEach(() => {
  vi.unstubAllEnvs();
  lab.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, 'mail', name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const bring = (...paths: string[]) => importMail(lab, { file: lab.path, mailbox: ALIAS, paths });

async function take(...paths: string[]) {
  const done = await bring(...paths);
  if (!done.ok) throw new Error(done.failure.message);
  return done.value;
}

interface Row {
  folder: string;
  subject: string;
  sender: string;
  body: string;
  html: string | null;
  headers: string;
  delivered: number | null;
  isRead: number;
}

function mails(): Row[] {
  return lab.all<Row>(
    `SELECT f.name AS folder, subject, sender, body, html, headers, delivered, is_read AS isRead FROM message m
       JOIN content ON content.id = content_id JOIN folder f ON f.mailbox_id = m.mailbox_id AND f.repl = folder_repl AND f.gc = folder_gc
     WHERE is_fai = 0 ORDER BY m.gc`,
  );
}

const PLAIN =
  'From: Ann <ann@kestrel.example>\r\nSubject: Hello\r\nDate: Mon, 3 Jul 2006 10:00:00 +0200\r\n\r\nShort.\r\n';

describe('.eml files', () => {
  test('go to the Inbox with sender, date, text and headers', async () => {
    expect(await take(write('a.eml', PLAIN))).toEqual({ mailbox: ALIAS, folders: 1, items: 1, skipped: [] });
    expect(mails()).toMatchObject([
      {
        folder: 'Inbox',
        subject: 'Hello',
        sender: 'ann@kestrel.example',
        delivered: Date.UTC(2006, 6, 3, 8),
        isRead: 0,
      },
    ]);
    expect(mails()[0]?.body.trim()).toBe('Short.');
    expect(mails()[0]?.headers).toContain('Date: Mon, 3 Jul 2006 10:00:00 +0200\r\n');
  });

  const latin = Buffer.concat([
    Buffer.from(
      'From: a@b.example\nSubject: =?iso-8859-1?Q?Gr=FC=DFe?=\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n',
    ),
    Buffer.from('Sch\xf6ne Gr\xfc\xdfe', 'latin1'),
  ]);
  const russian = Buffer.from(
    'From: a@b.example\nSubject: =?koi8-r?B?8NLJ18XU?=\nContent-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64\n\n8NLJ18XU\n',
  );
  const raw = Buffer.from(
    'From: Zoë <z@b.example>\nSubject: Größe\nContent-Type: text/plain; charset=utf-8\n\n\u00e9t\u00e9 \u{1f600}',
  );
  test.each([
    ['ISO-8859-1', latin, 'Grüße', 'Schöne Grüße'],
    ['KOI8-R', russian, 'Привет', 'Привет'],
    ['UTF-8 without any encoding', raw, 'Größe', 'été 😀'],
  ])('in %s read right', async (_name, bytes, subject, body) => {
    await take(write('a.eml', bytes));
    expect(mails()[0]?.subject).toBe(subject);
    expect(mails()[0]?.body.trim()).toBe(body);
  });

  test('keep HTML, attachments and messages within messages', async () => {
    const boundary = (part: string): string => `--x\r\n${part}\r\n`;
    const mail = `From: a@b.example\r\nSubject: parts\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${boundary(
      'Content-Type: text/html\r\n\r\n<p>Hi</p>',
    )}${boundary(
      'Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="=?utf-8?Q?b=C3=BC.bin?="\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC/w==',
    )}${boundary(`Content-Type: message/rfc822\r\n\r\n${PLAIN}`)}--x--\r\n`;
    await take(write('a.eml', mail));
    expect(mails()[0]?.html).toContain('<p>Hi</p>');
    const attachments = lab.all<{ name: string; mime: string; data: Uint8Array }>(
      `SELECT name, mime, data FROM message JOIN attachment USING(content_id) JOIN blob ON blob.id = blob_id WHERE is_fai = 0 ORDER BY num`,
    );
    expect(attachments).toMatchObject([{ name: 'bü.bin' }, { mime: 'message/rfc822' }]);
    expect([...(attachments[0]?.data ?? [])]).toEqual([0, 1, 2, 255]);
    expect(Buffer.from(attachments[1]?.data ?? []).toString()).toContain('Short.');
  });

  test.each([
    ['nothing', ''],
    ['no header', 'just some words\nand more'],
    ['bytes of something else', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])],
  ])('that hold %s are refused, and nothing changes', async (_name, content) => {
    const before = labDigest(lab);
    expect(await bring(write('bad.eml', content))).toMatchObject({
      ok: false,
      failure: { code: 'mail-unreadable' },
    });
    expect(labDigest(lab)).toBe(before);
  });

  test('beside bad ones come in, and the bad ones are listed with a reason', async () => {
    const done = await take(write('good.eml', PLAIN), write('bad.eml', 'nonsense'));
    expect(done.items).toBe(1);
    expect(done.skipped).toEqual([
      { path: join(folder, 'mail', 'bad.eml'), reason: expect.stringContaining('header') },
    ]);
  });

  test('without a search key get one from their content: equal mail, equal key', async () => {
    await take(write('a.eml', PLAIN), write('b.eml', PLAIN), write('c.eml', PLAIN.replace('Short', 'Long')));
    const keys = lab
      .all<{ key: string }>('SELECT hex(search_key) AS key FROM message WHERE is_fai = 0 ORDER BY gc')
      .map((row) => row.key);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  test('cannot smuggle control characters or halves of characters into subjects', async () => {
    await take(write('a.eml', 'From: a@b.example\nSubject: =?utf-8?Q?a=00b=0Ac?=\n\nx'));
    expect(mails()[0]?.subject).toBe('a b c');
  });
});

describe('.mbox files', () => {
  const message = (subject: string, body: string, more = ''): string =>
    `From ann@kestrel.example Mon Jul  3 10:00:00 2006\nFrom: ann@kestrel.example\nSubject: ${subject}\n${more}\n${body}\n\n`;

  test('fall into their messages, whose quoted lines are unquoted', async () => {
    const mbox =
      message(
        'one',
        'Text\n\n>From the start\n>>From deeper\nFrom here on no new mail, for the line before is not empty.',
      ) +
      message(
        'two',
        'Text\n\nFrom now on: this is no envelope, though a line like a header follows\nnot quite',
        'Status: RO\n',
      ) +
      message('three', 'last', 'X-Mozilla-Status: 0001\n').trimEnd();
    const done = await take(write('Letters.mbox', mbox));
    expect(done).toMatchObject({ folders: 1, items: 3, skipped: [] });
    expect(mails().map(({ subject, isRead }) => [subject, isRead])).toEqual([
      ['one', 0],
      ['two', 1],
      ['three', 1],
    ]);
    expect(mails()[0]?.folder).toBe('Letters');
    expect(mails()[0]?.body).toContain('\nFrom the start\n>From deeper\nFrom here on');
    expect(mails()[0]?.delivered).toBe(Date.UTC(2006, 6, 3, 10));
  });

  test('may use CRLF, be named like a default folder, and lack an extension', async () => {
    await take(write('Sent', message('crlf', 'x').replaceAll('\n', '\r\n')));
    expect(mails()).toMatchObject([{ folder: 'Sent Items', subject: 'crlf' }]);
  });

  test('without any envelope line hold nothing', async () => {
    expect(await bring(write('a.mbox', 'hello\nworld'))).toMatchObject({
      ok: false,
      failure: { code: 'mail-unreadable' },
    });
  });

  test('cut off in the middle give what is whole and the beginning of the last', async () => {
    const mbox = message('one', 'a') + message('two', 'b'.repeat(1000));
    expect((await take(write('a.mbox', mbox.slice(0, -500)))).items).toBe(2);
  });

  test('of any content survive quoting and splitting', () => {
    const line = fc.oneof(
      fc.constantFrom('', 'From ', 'From x', '>From y', 'From a@b Mon Jul  3 10:00:00 2006', 'Subject: z'),
      fc.string(),
    );
    const body = fc.array(
      line.map((text) => text.replace(/[\r\n]/g, '')),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 6 }), (bodies) => {
        const mailOf = (lines: string[]): string => ['Subject: s', '', ...lines, 'end', ''].join('\n');
        const quoted = (text: string): string => text.replace(/^(>*From )/gm, '>$1');
        const path = write(
          'p.mbox',
          bodies
            .map((lines) => `From a@b.example Mon Jul  3 10:00:00 2006\n${quoted(mailOf(lines))}\n`)
            .join(''),
        );
        expect([...splitMbox(path)].map(({ raw }) => raw.toString())).toEqual(bodies.map(mailOf));
      }),
    );
  });

  test('are read piece by piece: lines and messages longer than a piece stay whole', () => {
    const long = 'x'.repeat(2_500_000);
    const path = write(
      'long.mbox',
      message('one', long) + message('two', `${'y\n'.repeat(700_000)}end`) + message('three', 'z'),
    );
    const found = [...splitMbox(path)].map(({ raw }) => raw);
    expect(found).toHaveLength(3);
    expect(found[0]?.toString()).toContain(long);
    expect(found[1]?.toString().trimEnd().endsWith('end')).toBe(true);
  });
});

describe('directories', () => {
  test('become folders, default ones by their names, and other files are listed', async () => {
    write('Inbox/1.eml', PLAIN);
    write('Projects/Kiln/2.eml', PLAIN);
    write('Projects/Old.mbox', `From a@b Mon Jul  3 10:00:00 2006\n${PLAIN}`);
    write('loose.eml', PLAIN);
    write('notes.txt', 'no mail');
    write('.hidden', 'x');
    write('Inbox.msf', 'x');
    const done = await take(join(folder, 'mail'));
    expect(done).toMatchObject({ items: 4, folders: 5 });
    expect(done.skipped).toMatchObject([{ path: join(folder, 'mail', 'notes.txt') }]);
    expect(
      mails()
        .map((mail) => mail.folder)
        .sort(),
    ).toEqual(['Inbox', 'Kiln', 'Old', 'mail']);
    const parent = lab.get<{ name: string }>(
      "SELECT p.name AS name FROM folder f JOIN folder p ON p.mailbox_id = f.mailbox_id AND p.repl = f.parent_repl AND p.gc = f.parent_gc WHERE f.name = 'Old'",
    );
    expect(parent?.name).toBe('Projects');
  });

  test.skipIf(process.platform === 'win32')(
    'with links in a circle, pipes and dangling links come to an end',
    async () => {
      write('a/1.eml', PLAIN);
      symlinkSync(join(folder, 'mail'), join(folder, 'mail', 'a', 'round'));
      symlinkSync(join(folder, 'nowhere'), join(folder, 'mail', 'a', 'gone.eml'));
      execFileSync('mkfifo', [join(folder, 'mail', 'pipe.eml')]);
      const done = await take(join(folder, 'mail'));
      expect(done.items).toBe(1);
      expect(done.skipped.map(({ path }) => path.slice(folder.length + 6)).sort()).toEqual([
        'a/gone.eml',
        'a/round',
        'pipe.eml',
      ]);
    },
  );

  test.skipIf(process.platform === 'win32')(
    'takes in nothing that only a link leads to, and each mail once however the links cross',
    async () => {
      const names = Array.from({ length: 12 }, (_, at) => `box ${at}`);
      for (const name of names) write(`${name}/1.eml`, PLAIN);
      for (const from of names)
        for (const to of names)
          if (from !== to) symlinkSync(join(folder, 'mail', to), join(folder, 'mail', from, `to ${to}`));
      mkdirSync(join(folder, 'outside'));
      writeFileSync(join(folder, 'outside', 'secret.eml'), PLAIN);
      symlinkSync(join(folder, 'outside'), join(folder, 'mail', 'way out'));
      const done = await take(join(folder, 'mail'));
      expect(done.items).toBe(names.length);
      expect(done.skipped.find(({ path }) => path.endsWith('way out'))?.reason).toMatch(/link/);
      expect((await take(join(folder, 'mail', 'way out'))).items).toBe(1);
    },
  );

  test('and folders that are there already are used, whatever the case of their names', async () => {
    await take(write('PROJECTS/1.eml', PLAIN), write('b.eml', PLAIN));
    await take(join(folder, 'mail'));
    const twice = lab.all("SELECT 1 FROM folder WHERE name = 'projects' COLLATE NOCASE");
    expect(twice).toHaveLength(1);
  });
});

test('the answer names the mailbox by its own alias, however it was typed', async () => {
  const done = await importMail(lab, {
    file: lab.path,
    mailbox: ALIAS.toUpperCase(),
    paths: [write('a.eml', PLAIN)],
  });
  expect(done).toMatchObject({ ok: true, value: { mailbox: ALIAS } });
});

describe('what is refused, changing nothing', () => {
  test.each([
    ['nobody', (): string[] => [write('a.eml', PLAIN)], 'unknown-alias'],
    [ALIAS, (): string[] => [write('a.eml', PLAIN), join(folder, 'no-such.pst')], 'mail-missing'],
    [ALIAS, (): string[] => [write('a.pst', 'no pst')], 'mail-unreadable'],
    [ALIAS, (): string[] => [write('a.docx', 'PK')], 'mail-unreadable'],
  ])('%s with bad input', async (mailbox, paths, code) => {
    const before = labDigest(lab);
    const done = await importMail(lab, { file: lab.path, mailbox, paths: paths() });
    expect(done).toMatchObject({ ok: false, failure: { code } });
    expect(labDigest(lab)).toBe(before);
  });

  test('a mailbox that is being migrated', async () => {
    lab.run('UPDATE mailbox SET in_transit = 1');
    expect(await bring(write('a.eml', PLAIN))).toMatchObject({
      ok: false,
      failure: { code: 'mailbox-busy' },
    });
  });

  test('an import that breaks off in the middle of writing leaves neither mail nor folders nor temporary files', async () => {
    vi.stubEnv('TMPDIR', folder);
    const before = labDigest(lab);
    lab.db.exec(
      "CREATE TEMP TRIGGER stop BEFORE INSERT ON message WHEN NEW.subject = 'third' BEGIN SELECT RAISE(ABORT, 'stop'); END",
    );
    write('Sub/1.eml', PLAIN);
    write('Sub/2.eml', PLAIN);
    write('Sub/3.eml', PLAIN.replace('Hello', 'third'));
    await expect(bring(join(folder, 'mail'))).rejects.toThrow('stop');
    expect(labDigest(lab)).toBe(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('mwlab-import-'))).toEqual([]);
  });
});
