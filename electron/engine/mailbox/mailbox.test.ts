import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toHex } from '../../../shared/identity/bytes.ts';
import { decodeFolderEntryId } from '../../../shared/identity/entry-id.ts';
import { comparePcl } from '../../../shared/identity/pcl.ts';
import { encodeRuleActions } from '../../../shared/identity/rule-actions.ts';
import { decodeShortId } from '../../../shared/identity/short-id.ts';
import { internRepl } from '../store/intern.ts';
import { type BareLab, bareLab } from '../testing/bare-lab.ts';
import { storeContent } from './content.ts';
import { deliver } from './deliver.ts';
import { createFolder, folderByPath, folderPath, folderPaths, wellKnownFolder } from './folders.ts';
import { initializeMailbox } from './initialize.ts';
import { mailboxRow } from './mailbox-row.ts';
import { changeMessage, saveNewMessage } from './messages.ts';
import { ensureReplid, resolveShortId, shortIdBytes } from './replids.ts';
import { rowKey } from './row-id.ts';
import { pclOf, type VersionColumns } from './version.ts';

let bare: BareLab;
let box: number;
const AT = 5000;

beforeEach(() => {
  bare = bareLab(['anna']);
  box = bare.mailboxes.source[0] ?? 0;
});
afterEach(() => bare.discard());

const mail = (subject: string) => ({ subject, sender: 'bo@source.example', body: 'Hello', at: AT });
const counts = () =>
  bare.lab.get<{ folders: number }>('SELECT count(*) AS folders FROM folder WHERE mailbox_id = ?', box)
    ?.folders;

describe('a mailbox', () => {
  it('has no folders until the first delivery initializes it, and the same ones after the second', () => {
    expect(counts()).toBe(0);
    const first = deliver(bare.lab, box, mail('one'));
    expect(first).toMatchObject({ initialized: true, bouncedTo: null });
    const folders = counts();
    deliver(bare.lab, box, mail('two'));
    expect(counts()).toBe(folders);
    expect(
      bare.lab.get('SELECT initialized, initialized_by AS by FROM mailbox WHERE id = ?', box),
    ).toMatchObject({ initialized: 1, by: 'delivery' });
  });

  it('stays untouched when a target address sends its mail elsewhere', () => {
    bare.lab.run(
      'UPDATE directory_object SET target_address = ? WHERE id = ?',
      'SMTP:anna@elsewhere.example',
      mailboxRow(bare.lab, box).objectId,
    );
    expect(deliver(bare.lab, box, mail('one'))).toEqual({
      initialized: false,
      folder: null,
      bouncedTo: 'SMTP:anna@elsewhere.example',
    });
    expect(counts()).toBe(0);
  });

  it('refers to its own default folders by entry IDs that hold its store GUID', () => {
    const folders = initializeMailbox(bare.lab, box, 'logon', AT);
    const eid = bare.lab.get<{ eid: Uint8Array }>(
      "SELECT eid FROM folder_ref WHERE mailbox_id = ? AND holder = 'inbox' AND prop = ?",
      box,
      0x36d0,
    )?.eid;
    const decoded = decodeFolderEntryId(eid ?? new Uint8Array());
    if (!decoded.ok) throw new Error(decoded.failure.message);
    expect(toHex(decoded.value.storeGuid)).toBe(toHex(mailboxRow(bare.lab, box).storeGuid));
    expect(decoded.value.folder.gc).toBe(folders.get('calendar')?.gc);
  });

  it('finds folders by path and paths of folders, in one scan as one by one', () => {
    initializeMailbox(bare.lab, box, 'logon', AT);
    const inbox = wellKnownFolder(bare.lab, box, 'inbox');
    const projects = createFolder(bare.lab, box, {
      parent: inbox,
      name: 'Projects',
      containerClass: 'IPF.Note',
      at: AT,
    });
    expect(folderPath(bare.lab, box, projects)).toEqual(['Inbox', 'Projects']);
    expect(folderByPath(bare.lab, box, ['inbox', 'PROJECTS'])).toEqual(projects);
    expect(folderByPath(bare.lab, box, ['Root', 'Schedule'])).toEqual(
      wellKnownFolder(bare.lab, box, 'schedule'),
    );
    const all = folderPaths(bare.lab, box);
    for (const row of bare.lab.all<{ repl: number; gc: number }>(
      'SELECT repl, gc FROM folder WHERE mailbox_id = ?',
      box,
    )) {
      expect(all.get(rowKey(row))).toEqual(folderPath(bare.lab, box, row));
    }
  });
});

describe('a move rule', () => {
  function withRule(folderBytes: Uint8Array): void {
    const short = decodeShortId(folderBytes);
    if (!short.ok) throw new Error(short.failure.message);
    const inbox = wellKnownFolder(bare.lab, box, 'inbox') ?? { repl: 0, gc: 0 };
    bare.lab.run(
      "INSERT INTO rule(mailbox_id, rule_id, folder_repl, folder_gc, name, sequence, state, condition, actions) VALUES(?, 1, ?, ?, 'Invoices', 1, 1, ?, ?)",
      box,
      inbox.repl,
      inbox.gc,
      JSON.stringify({ subjectContains: 'invoice' }),
      encodeRuleActions([{ op: 'move', inThisStore: true, folder: short.value }]),
    );
  }

  it('files mail in the folder that its short FID names through the REPLID map', () => {
    initializeMailbox(bare.lab, box, 'logon', AT);
    const folder = createFolder(bare.lab, box, {
      parent: wellKnownFolder(bare.lab, box, 'inbox'),
      name: 'Invoices',
      containerClass: 'IPF.Note',
      at: AT,
    });
    withRule(shortIdBytes(bare.lab, bare.mdbs.source, folder));
    expect(deliver(bare.lab, box, mail('Your INVOICE')).folder).toEqual(folder);
    expect(deliver(bare.lab, box, mail('Lunch')).folder).toEqual(wellKnownFolder(bare.lab, box, 'inbox'));
  });

  it('leaves mail in the Inbox when the REPLID means nothing here', () => {
    initializeMailbox(bare.lab, box, 'logon', AT);
    withRule(new Uint8Array([9, 9, 0, 0, 0, 0, 0, 5]));
    expect(deliver(bare.lab, box, mail('invoice')).folder).toEqual(wellKnownFolder(bare.lab, box, 'inbox'));
  });
});

describe('REPLIDs', () => {
  it('are added once for each REPLGUID and lead back to the same id', () => {
    const foreign = internRepl(bare.lab, new Uint8Array(16).fill(7));
    const first = ensureReplid(bare.lab, bare.mdbs.source, foreign, 'upload');
    expect(ensureReplid(bare.lab, bare.mdbs.source, foreign, 'upload')).toEqual(first);
    const bytes = shortIdBytes(bare.lab, bare.mdbs.source, { repl: foreign, gc: 77 });
    expect(resolveShortId(bare.lab, bare.mdbs.source, bytes)).toEqual({ repl: foreign, gc: 77 });
    expect(resolveShortId(bare.lab, bare.mdbs.target, bytes)).toBeNull();
  });

  it('end at 32,768 with ecParameterOverflow', () => {
    bare.lab.run(
      "INSERT INTO replid(mdb_id, replid, repl, added_by) VALUES(?, 32768, 1, 'init')",
      bare.mdbs.target,
    );
    expect(
      ensureReplid(bare.lab, bare.mdbs.target, internRepl(bare.lab, new Uint8Array(16).fill(7)), 'clone'),
    ).toMatchObject({ ok: false, failure: { code: 'replid-map-full' } });
  });
});

describe('a message', () => {
  it('changed at the server is newer than before for a client, also when another server had made it', () => {
    initializeMailbox(bare.lab, box, 'logon', AT);
    const folder = wellKnownFolder(bare.lab, box, 'inbox') ?? { repl: 0, gc: 0 };
    const { contentId, bytes } = storeContent(bare.lab, {
      headers: '',
      body: 'b',
      html: null,
      attachments: [],
    });
    const row = saveNewMessage(bare.lab, box, {
      folder,
      isFai: false,
      class: 'IPM.Note',
      subject: 's',
      sender: '',
      searchKey: new Uint8Array(16),
      delivered: null,
      lastMod: AT,
      isRead: true,
      size: bytes,
      contentId,
    });
    const version = () => {
      const columns = bare.lab.get<VersionColumns>(
        'SELECT cn_repl AS cnRepl, cn_gc AS cnGc, change_key AS changeKey, pcl FROM message WHERE mailbox_id = ? AND gc = ?',
        box,
        row.gc,
      );
      if (columns === undefined) throw new Error('gone');
      return { columns, pcl: pclOf(bare.lab, columns) };
    };
    const own = version();
    changeMessage(bare.lab, box, row, { lastMod: AT + 1 });
    expect(version().columns.pcl).toBeNull();
    expect(comparePcl(version().pcl, own.pcl)).toBe('newer');
    const foreign = internRepl(bare.lab, new Uint8Array(16).fill(9));
    bare.lab.run('UPDATE message SET cn_repl = ? WHERE mailbox_id = ? AND gc = ?', foreign, box, row.gc);
    const cloned = version();
    changeMessage(bare.lab, box, row, { lastMod: AT + 2 });
    expect(version().pcl).toHaveLength(2);
    expect(comparePcl(version().pcl, cloned.pcl)).toBe('newer');
  });

  it('shares equal content with every other', () => {
    const content = {
      headers: 'h',
      body: 'b',
      html: null,
      attachments: [{ name: 'a.txt', mime: 'text/plain', data: new Uint8Array([1]) }],
    };
    expect(storeContent(bare.lab, content).contentId).toBe(storeContent(bare.lab, content).contentId);
    expect(storeContent(bare.lab, { ...content, html: '' }).contentId).not.toBe(
      storeContent(bare.lab, content).contentId,
    );
    expect(bare.lab.all('SELECT 1 FROM blob')).toHaveLength(1);
  });
});
