import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeText } from '../../../shared/formats/migration-files/code-pages.ts';
import { MESSAGE_COLUMNS } from '../../../shared/formats/migration-files/sections.ts';
import type { RunReport } from '../../../shared/ipc/shapes.ts';
import type { FilesPlan } from '../../../shared/lab/run-plan.ts';
import { NORTHGATE, RECIPIENTS } from '../build/ccmail-world.ts';
import { folderPath } from '../mailbox/folders.ts';
import { checkLab } from '../migrate/check.ts';
import { STAGES } from '../migrate/import/all-stages.ts';
import { startImport } from '../migrate/import/start-import.ts';
import { migrate } from '../migrate/run.ts';
import { labFolder } from '../server/lab-files.ts';
import type { Lab } from '../store/lab.ts';
import { ccMailWorld, smallSpec, userSpec } from './ccmail-world.ts';
import { must } from './small-lab.ts';

/* Sets of migration files written by hand, for tests of their import. */

export const DIRECTORY =
  'DIRECTORY\r\nObj-class,Mode,Common-Name,Display-Name,Secondary-Proxy-Addresses,Home-Server';
export const entry = (common: string, name: string, key: string): string =>
  `Mailbox,Create,${common},"${name}",CCMAIL:${key} at HARBOR;MIGRATE:CCMAIL:${key} at HARBOR,~Server`;
export const mail = (key: string, ...rows: readonly string[]): string =>
  [`MAILMESSAGE,CCMAIL:${key} at HARBOR`, MESSAGE_COLUMNS.join(','), ...rows, ''].join('\r\n');
export const SECONDARY = [
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
export const SECOND_BODY = SECONDARY.indexOf('Body,6');
export const NAMELESS = SECONDARY.indexOf('Attachment,3,,TRUE,,');

/** A set of one user with a mailbox of his own, and rows that a test gives. */
export const oneUser = (rows: readonly string[], secondary = SECONDARY): Record<string, string> => ({
  'DIRECTORY.PRI': `${DIRECTORY}\r\n${entry('VaneC', 'Vane, Cora', 'Vane Cora')}\r\n`,
  '00000001.PRI': mail('Vane Cora', ...rows),
  '00000001.SEC': secondary,
});
export const row = (subject: string, body = '', folder = 'Inbox'): string =>
  `${folder},Roe,Vane,,,${subject},,,,,,${body}`;

/** A message as tests look at it. */
export interface Shown {
  readonly folder: string;
  readonly subject: string;
  readonly sender: string;
  readonly body: string;
  readonly isRead: number;
  readonly delivered: number | null;
  readonly attachments: number;
}

/** A lab with a set of files beside it, and what tests look at. Everything works on the lab that it was made with. */
export function handSet() {
  const world = ccMailWorld(smallSpec({ users: [userSpec('Vane, Cora', 1)] }));
  const lab: Lab = world.lab;
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
      startImport(
        lab,
        plan,
        { ignoreGate: true, asked: batchRows === undefined ? {} : { batchRows } },
        STAGES,
      ),
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
      .all<{ id: number | null }>("SELECT event_id AS id FROM event WHERE type = 'Error' ORDER BY event.id")
      .map(({ id }) => id);

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

  const violations = (): readonly unknown[] => must(checkLab(lab)).violations;

  return {
    lab,
    discard: world.discard,
    folder: () => join(labFolder(lab), 'C', 'MIGRATE', 'HAND.001'),
    lay,
    start,
    drive,
    importSet,
    events,
    messages,
    proxies,
    recovery,
    violations,
  };
}

export type HandSet = ReturnType<typeof handSet>;
