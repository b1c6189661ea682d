import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printAddress } from '../../../shared/formats/migration-files/address.ts';
import { type CodePage, decodeText, encodeText } from '../../../shared/formats/migration-files/code-pages.ts';
import { readPrimary } from '../../../shared/formats/migration-files/primary-reader.ts';
import { isPublicSection } from '../../../shared/formats/migration-files/sections.ts';
import type { PostOfficeAddress } from '../../../shared/lab/post-office.ts';
import type { SetFolder } from '../migrate/import/import-run.ts';
import { STAGES } from '../migrate/import/all-stages.ts';
import { startImport } from '../migrate/import/start-import.ts';
import { migrate } from '../migrate/run.ts';
import { type MigrationSet, openSet } from '../migration-files/migration-set.ts';
import { messageOf } from '../migration-files/read-rows.ts';
import { secondaryFiles } from '../migration-files/secondary-files.ts';
import { openSetFile } from '../migration-files/set-file.ts';
import { surveySet } from '../migration-files/survey.ts';
import { realPath } from '../server/lab-files.ts';
import type { Lab } from '../store/lab.ts';
import { type CcMailTestLab, ccMailWorld } from '../testing/ccmail-world.ts';
import { addOddMail, randomOffices } from '../testing/random-post-office.ts';
import { must } from '../testing/small-lab.ts';
import { postOfficeNamed } from './post-office-row.ts';

/* What a random post office holds, and what a reader finds in the files that were extracted from it: message for message. */

const OFFICES = 120;
const SEED = 20_010_604;

let world: CcMailTestLab;
let lab: Lab;

beforeAll(() => {
  world = ccMailWorld(randomOffices(SEED, OFFICES));
  lab = world.lab;
  addOddMail(lab, SEED);
});

afterAll(() => world.discard());

interface Message {
  readonly owner: string;
  readonly folder: string;
  readonly subject: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly sent: number | null;
  readonly received: number | null;
  readonly unread: boolean;
  readonly unsent: boolean;
  readonly body: string;
  readonly attachments: readonly string[];
}

const hash = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex').slice(0, 12);

/** A text as it comes back from a code page: what the page lacks is a question mark. */
function through(page: CodePage, text: string): string {
  return decodeText(page, encodeText(page, text).bytes);
}

function stored(poId: number, page: CodePage, boards: string): Message[] {
  const rows = lab.all<{
    owner: string | null;
    folder: string;
    kind: string;
    addresses: string;
    subject: string;
    sent: number | null;
    received: number | null;
    isRead: number;
    body: string;
    content: number;
  }>(
    `SELECT u.key AS owner, f.name AS folder, f.kind AS kind, m.addresses AS addresses, m.subject AS subject, m.sent AS sent,
       m.received AS received, m.is_read AS isRead, c.body AS body, c.id AS content FROM po_message m
     JOIN po_folder f ON f.id = m.folder_id LEFT JOIN po_user u ON u.id = f.user_id JOIN content c ON c.id = m.content_id
     WHERE f.po_id = ? ORDER BY u.name, u.id, f.id, m.ord`,
    poId,
  );
  const several =
    (lab.get<{ n: number }>(
      "SELECT count(*) AS n FROM po_folder WHERE po_id = ? AND kind = 'bulletin-board'",
      poId,
    )?.n ?? 0) > 1;
  return rows.map((row) => {
    const addresses = JSON.parse(row.addresses) as PostOfficeAddress[];
    const of = (role: string): string[] =>
      addresses.filter((one) => one.role === role).map((one) => through(page, printAddress(one)));
    const places: Record<string, string> = {
      inbox: 'Inbox',
      drafts: 'Drafts',
      'bulletin-board': several ? `${boards}\\${row.folder}` : boards,
      folder: row.folder.replaceAll('\\', '-'),
    };
    return {
      owner: row.owner ?? 'PublicMessages',
      folder: through(page, places[row.kind] ?? row.folder),
      subject: through(page, row.subject),
      from: of('from')[0] ?? '',
      to: of('to'),
      sent: row.sent,
      received: row.received,
      unread: row.isRead === 0,
      unsent: row.kind === 'drafts',
      body: through(page, row.body),
      attachments: lab
        .all<{ name: string; data: Uint8Array }>(
          'SELECT a.name AS name, b.data AS data FROM attachment a JOIN blob b ON b.id = a.blob_id WHERE content_id = ? ORDER BY num',
          row.content,
        )
        .map(({ name, data }) => `${through(page, name)} ${hash(data)}`),
    };
  });
}

function written(set: MigrationSet, postOffice: string): Message[] {
  const found: Message[] = [];
  const secondaries = secondaryFiles(set);
  for (const name of set.primaries) {
    const file = must(openSetFile(set.folder.real, name));
    for (const item of readPrimary(file.chunks(0), set.codePage)) {
      if (item.kind !== 'row' || item.section.type !== 'MAILMESSAGE') continue;
      const message = messageOf(item, secondaries);
      if (!message.ok) throw new Error(message.fault.text);
      const { row, parts, pointer } = message.value;
      const data = parts.map((part) =>
        pointer === null ? new Uint8Array(0) : secondaries.data(pointer, part),
      );
      const address = item.section.address;
      found.push({
        owner: isPublicSection(address)
          ? 'PublicMessages'
          : address.replace('CCMAIL:', '').replace(` at ${postOffice}`, ''),
        folder: row.folder,
        subject: row.subject,
        from: row.sender,
        to: row.to,
        sent: row.sent,
        received: row.received,
        unread: row.unread,
        unsent: row.unsent,
        body: decodeText(set.codePage, data[0] ?? new Uint8Array(0)),
        attachments: parts
          .slice(1)
          .map(({ heading }, at) => `${heading.name} ${hash(data[at + 1] ?? new Uint8Array(0))}`),
      });
    }
    file.close();
  }
  secondaries.close();
  return found;
}

/** Puts the programs that a database asks for into Exchsrvr\Bin. */
function programsFor(database: string): void {
  const version = database === 'DB6' ? '5.15' : '8.30.03';
  lab.run(
    "UPDATE server_file SET version = ? WHERE path LIKE '%\\Import.exe' OR path LIKE '%\\Export.exe'",
    version,
  );
}

describe('a random post office', () => {
  it.each(Array.from({ length: OFFICES }, (_, ordinal) => `PO${String(ordinal).padStart(4, '0')}`))(
    '%s stands in its files message for message',
    (name) => {
      const po = postOfficeNamed(lab, name);
      if (po === null) throw new Error(`no ${name}`);
      programsFor(po.database);
      const accounts = lab
        .all<{ key: string }>(
          "SELECT key FROM po_user WHERE po_id = ? AND kind = 'local' ORDER BY name, id",
          po.id,
        )
        .map(({ key }) => key);
      const plan = world.plan({ directory: po.directory, postOffice: name, accounts, bulletinBoards: true });
      const run = must(startImport(lab, { ...plan }, { ignoreGate: true, asked: {} }, STAGES));
      const work = migrate(lab, run);
      let step = work.next(undefined);
      while (step.done !== true) step = work.next(undefined);
      expect(step.value.state).toBe('completed');
      const simulated = `C:\\MIGRATE\\${name}.001`;
      const folder: SetFolder = {
        simulated,
        real: must(realPath(lab, simulated)),
        packingList: `${name}.PKL`,
      };
      const set = must(openSet(folder));
      expect(surveySet(set, true).faults).toEqual([]);
      const expected = stored(po.id, set.codePage, `Lotus cc:Mail Bulletin Boards (${name})`);
      // Bulletin boards come last, whoever was before them.
      const boards = expected.filter(({ owner }) => owner === 'PublicMessages');
      const people = expected.filter(({ owner }) => owner !== 'PublicMessages');
      expect(written(set, name)).toEqual([...people, ...boards]);
    },
  );
});
