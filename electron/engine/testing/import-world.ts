import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PostOfficePlan } from '../../../shared/lab/run-plan.ts';
import { fail } from '../../../shared/result.ts';
import { initializeMailbox } from '../mailbox/initialize.ts';
import { saveNewMessage } from '../mailbox/messages.ts';
import { passwordHash } from '../migrate/import/post-office.ts';
import { importNews } from '../migrate/import/import-news.ts';
import { changeAccount, nextAccount, type RunAccount, runAccounts } from '../migrate/import/run-account.ts';
import { importSearchKey } from '../migrate/import/row-key.ts';
import type { Stages } from '../migrate/import/stages.ts';
import { CANCELLED } from '../migrate/control.ts';
import { writeLine } from '../migrate/journal.ts';
import { labNow, passTime } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { draw } from '../../../shared/lab/draw.ts';
import { bareLab } from './bare-lab.ts';

/*
 * A post office without its formats: for tests of runs from foreign sources, whose two stages are stood in for by ones
 * that write a subject per line and put each into a mailbox, one message per batch.
 */

export interface ImportWorld {
  readonly lab: Lab;
  plan(change?: Partial<PostOfficePlan>): PostOfficePlan;
  discard(): void;
}

export const USERS = ['Vane Cora', 'Moss Ira', 'Quill Ada'] as const;
export const PASSWORD = 'tidewater';

function addUser(lab: Lab, key: string, messages: number, content: number): void {
  const user = lab.run(
    "INSERT INTO po_user(po_id, name, key, kind, password) VALUES(1, ?, ?, 'local', 'own')",
    key.replace(' ', ', '),
    key,
  ).lastInsertRowid;
  const folder = lab.run(
    "INSERT INTO po_folder(po_id, user_id, name, kind) VALUES(1, ?, 'INBOX', 'inbox')",
    user,
  ).lastInsertRowid;
  for (let ord = 0; ord < messages; ord += 1) {
    lab.run(
      "INSERT INTO po_message(folder_id, ord, addresses, subject, sent, received, priority, is_read, size, content_id) VALUES(?, ?, '[]', ?, ?, ?, 'normal', 0, 100, ?)",
      folder,
      ord,
      `${key} ${ord}`,
      ord * 1000,
      ord * 1000,
      content,
    );
  }
}

/** A post office HARBOR with three users of 3, 0 and 5 messages, and a target with one mailbox, `keeper`. */
export function importWorld(): ImportWorld {
  const { lab, discard } = bareLab(['keeper']);
  lab.transact(() => {
    lab.run('DELETE FROM mailbox WHERE mdb_id = 1');
    lab.run('DELETE FROM directory_object WHERE org_id = 1');
    lab.run("UPDATE org SET kind = 'post-offices', name = 'Quayside Lines' WHERE id = 1");
    lab.run("INSERT INTO container(org_id, dn) VALUES(2, '/o=Northgate/ou=Northgate/cn=Recipients')");
    lab.run("INSERT INTO drive(letter, path) VALUES('M:', '\\\\HARBOR\\CCDATA')");
    lab.run(
      "INSERT INTO post_office(id, org_id, name, directory, database, release, password_hash, code_page) VALUES(1, 1, 'HARBOR', '\\\\HARBOR\\CCDATA', 'DB8', '8.2', ?, 850)",
      passwordHash(PASSWORD),
    );
    const content = lab.run(
      "INSERT INTO content(hash, headers, body) VALUES(zeroblob(32), '', 'A test.')",
    ).lastInsertRowid;
    for (const [at, key] of USERS.entries()) addUser(lab, key, [3, 0, 5][at] ?? 0, content);
  });
  return {
    lab,
    plan: (change = {}) => ({
      source: 'CCMAIL',
      mode: 'default',
      directory: 'M:\\',
      postOffice: 'HARBOR',
      method: 'one-step',
      files: null,
      accounts: USERS,
      mailboxes: true,
      mail: true,
      dateRange: null,
      bulletinBoards: false,
      targetServer: 'MAIL2',
      targetStore: 'Mailbox Store',
      container: '/o=Northgate/ou=Northgate/cn=Recipients',
      template: null,
      ntAccounts: 'NO',
      folderOwner: null,
      folderAccess: 'None',
      ...change,
    }),
    discard,
  };
}

function makeMailbox(lab: Lab, row: RunAccount): { object: number; mailbox: number } {
  const alias = row.key.replace(' ', '');
  const object = lab.run(
    "INSERT INTO directory_object(org_id, kind, dn, alias, display_name, legacy_dn, enabled, created_by_run) VALUES(2, 'user', ?1, ?1, ?1, ?1, 1, ?2)",
    alias,
    row.runId,
  ).lastInsertRowid;
  const mailbox = lab.run(
    'INSERT INTO mailbox(mdb_id, object_id, mailbox_guid, store_guid, ost_key, initialized, created_by_run) VALUES(2, ?, ?, ?, ?, 0, ?)',
    object,
    draw(1, 'mailbox-guid', alias).bytes(16),
    draw(1, 'store-guid', alias).bytes(16),
    draw(1, 'ost-key', alias).bytes(16),
    row.runId,
  ).lastInsertRowid;
  return { object, mailbox };
}

function importOne(lab: Lab, row: RunAccount, subject: string): RunAccount {
  const places = row.mailbox === null ? makeMailbox(lab, row) : { object: row.object, mailbox: row.mailbox };
  const mailbox = places.mailbox;
  const inbox = initializeMailbox(lab, mailbox, 'merge', labNow(lab)).get('inbox');
  if (inbox === undefined) throw new Error('a mailbox without its inbox');
  saveNewMessage(lab, mailbox, {
    folder: inbox,
    isFai: false,
    class: 'IPM.Note',
    subject,
    sender: 'a test',
    searchKey: importSearchKey(lab, row.runId, row.key, row.cursor),
    delivered: null,
    lastMod: 0,
    isRead: false,
    size: 10,
    contentId: 1,
  });
  passTime(lab, 5);
  writeLine(lab, row.runId, 'imported', row.ord, { subject });
  const { cursor, copied, total } = row;
  const state = cursor + 1 === total ? 'completed' : 'importing';
  return changeAccount(lab, row, { ...places, state, stage: 2, cursor: cursor + 1, copied: copied + 1 });
}

function linesOf(folder: string, row: RunAccount): string[] {
  return readFileSync(join(folder, `${row.ord}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

export const DOUBLES: Stages = {
  *extractAll(lab, run, set) {
    rmSync(set.real, { recursive: true, force: true });
    mkdirSync(set.real, { recursive: true });
    for (let row = nextAccount(lab, run.id, 0, ['waiting']); row !== null; ) {
      const subjects = Array.from({ length: row.total }, (_, at) => `${row?.key} ${at}`);
      writeFileSync(join(set.real, `${row.ord}.txt`), subjects.join('\n'));
      const { key, ord, total } = row;
      lab.transact(() => {
        passTime(lab, 7);
        writeLine(lab, run.id, 'extracted', ord, { messages: total });
        if (row !== null) changeAccount(lab, row, { state: 'extracted', stage: 1, extracted: total });
      });
      if ((yield importNews(lab, run, 1, [key])) === 'cancel') return CANCELLED;
      row = nextAccount(lab, run.id, ord + 1, ['waiting']);
    }
    return null;
  },
  *importAll(lab, run, set) {
    for (const first of runAccounts(lab, run.id)) {
      if (first.mailbox === null && first.total === 0) {
        lab.transact(() => {
          changeAccount(lab, first, { ...makeMailbox(lab, first), state: 'completed', stage: 2 });
        });
      }
      let row = first;
      for (const subject of linesOf(set.real, first).slice(first.cursor)) {
        row = lab.transact(() => importOne(lab, row, subject));
        if ((yield importNews(lab, run, 2, [row.key])) === 'cancel') return CANCELLED;
      }
    }
    return null;
  },
  accountsOf: () => fail('no-files', 'The doubles read no packing lists.'),
};
