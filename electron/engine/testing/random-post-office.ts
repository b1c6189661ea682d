import { type Draw, draw } from '../../../shared/lab/draw.ts';
import { ccMailAddress, type PostOfficeAddress, userKey } from '../../../shared/lab/post-office.ts';
import type { CcMailLabSpec, PostOfficeSpec, PoUserSpec } from '../build/ccmail-spec.ts';
import { storeContent } from '../mailbox/content.ts';
import { addPoMessage, nextOrd } from '../postoffice/add-rows.ts';
import type { Lab } from '../store/lab.ts';
import { harborSpec, userSpec } from './ccmail-world.ts';

/* Random post offices for property tests: small, and with everything in them that a format can stumble over. */

/** All of them in every code page: a post office cannot hold a name that its own page lacks. */
const NAMES = ['Vane', "O'Dell", 'Müller-Åhl', 'St. Clair', 'Ho', 'de la Cruz', 'Ågren', 'Quill'] as const;
const FIRST = ['Cora', 'Imre B.', 'Zoë', 'J.-P.', 'Ann', 'Perry', '"Kit"', 'Mo'] as const;
const FOLDERS = [
  'Bookings',
  'A, B and "C"',
  'To do; later',
  '100% #1!',
  'Über uns',
  'Inbox',
  'x\\y',
] as const;
const SUBJECTS = [
  '',
  'Berth four',
  'a,b;c "quoted" #12!',
  '#00000001.SEC(50)',
  '! no comment',
  'MAILMESSAGE,CCMAIL:Nobody at HARBOR',
  'größer als ½ € 中文',
  '"',
  ' leading and trailing ',
] as const;
const BODIES = [
  '',
  'One line without an end',
  'Two lines\r\n\r\nand a blank one between them\r\n',
  'Unix\nlines\n',
  'Type,Length,Encoding,Islast,Name,Position,Format\r\nBody,5,,TRUE,,,\r\n',
  'Message: 6\r\nMAILMESSAGE,PublicMessages\r\n"',
  'ümlaute, ½ und 中文\r\n',
  '\u001a control\u0007 characters\r\n',
] as const;
const FILES = [
  'REPORT.WK4',
  'a, b.txt',
  'quo"te.doc',
  'Übersicht;1.txt',
  '.hidden',
  'no extension',
  '#1!.bin',
] as const;

function people(draws: Draw, users: readonly string[], postOffice: string): PostOfficeAddress[] {
  const all: Omit<PostOfficeAddress, 'role'>[] = [
    ...users.map((name) => ({ name, type: 'CCMAIL', address: ccMailAddress(userKey(name), postOffice) })),
    { name: 'Hult, Anton; Berth [4]', type: 'SMTP', address: 'anton@kestrelfreight.example' },
    { name: 'somebody', type: 'X400', address: 'c=xx;a= ;p=quay;s=body' },
    { name: 'A person of no known type', type: 'CCMAIL', address: 'A person' },
  ];
  const roles = ['from', 'to', 'to', 'cc', 'bcc'] as const;
  return roles.flatMap((role) =>
    draws.chance(role === 'from' ? 0.9 : 0.5) ? [{ role, ...draws.pick(all) }] : [],
  );
}

/** A user with few messages; odd ones are put in by `addOddMail`. */
function randomUser(draws: Draw, ordinal: number): PoUserSpec {
  const name = `${draws.pick(NAMES)}${ordinal}, ${draws.pick(FIRST)}`;
  return userSpec(name, draws.chance(0.3) ? 0 : draws.below(3), {
    folders: FOLDERS.filter(() => draws.chance(0.3)),
    drafts: draws.chance(0.2) ? 1 : 0,
    addresses: draws.below(3),
    lists: draws.chance(0.3) ? [{ name: 'Night, shift', members: [name, 'Nobody, Known'] }] : [],
  });
}

function randomOffice(seed: number, ordinal: number): PostOfficeSpec {
  const draws = draw(seed, 'random-office', '', ordinal);
  const [base] = harborSpec(seed).postOffices;
  if (base === undefined) throw new Error('the scenario harbor without a post office');
  const db6 = draws.chance(0.3);
  const name = `PO${String(ordinal).padStart(4, '0')}`;
  return {
    ...base,
    name,
    directory: `\\\\HARBOR\\${name}`,
    database: db6 ? 'DB6' : 'DB8',
    release: db6 ? '5.1' : '8.3',
    codePage: draws.pick([850, 850, 850, 1252, 437]),
    users: Array.from({ length: draws.between(1, 3) }, (_, user) => randomUser(draws, ordinal * 10 + user)),
    remoteUsers: [],
    boards: Array.from({ length: draws.below(3) }, (_, board) => ({
      name: `Board ${board + 1}`,
      messages: draws.below(3),
    })),
    lists: [],
  };
}

/** A lab with that many random post offices; some of their users have custom recipients in the target. */
export function randomOffices(seed: number, count: number): CcMailLabSpec {
  const postOffices = Array.from({ length: count }, (_, ordinal) => randomOffice(seed, ordinal));
  return {
    ...harborSpec(seed),
    scenario: null,
    postOffices,
    // Both sets of programs: one in Exchsrvr\Bin, the other put there for DB6 by the test.
    drives: [],
    customRecipients: postOffices.map(({ name, users }, ordinal) => ({
      postOffice: name,
      users: users
        .filter((_, user) => draw(seed, 'random-recipient', '', ordinal * 10 + user).chance(0.3))
        .map((user) => user.name),
    })),
  };
}

/** Puts messages with odd subjects, bodies, attachments and headers into every folder of a lab. */
export function addOddMail(lab: Lab, seed: number): void {
  const folders = lab.all<{ id: number; poId: number; name: string }>(
    'SELECT f.id AS id, f.po_id AS poId, p.name AS name FROM po_folder f JOIN post_office p ON p.id = f.po_id ORDER BY f.id',
  );
  lab.transact(() => {
    for (const folder of folders) {
      const users = lab
        .all<{ name: string }>('SELECT name FROM po_user WHERE po_id = ? ORDER BY id', folder.poId)
        .map(({ name }) => name);
      const draws = draw(seed, 'odd-mail', '', folder.id);
      for (let number = draws.below(3); number > 0; number -= 1) {
        const attachments = Array.from({ length: draws.below(3) }, () => ({
          name: draws.pick(FILES),
          mime: 'application/octet-stream',
          data: draws.bytes(draws.below(300)),
        }));
        const content = storeContent(lab, { headers: '', body: draws.pick(BODIES), html: null, attachments });
        const sent = draws.chance(0.1)
          ? null
          : Date.UTC(1980 + draws.below(60), draws.below(12), 1 + draws.below(28), 1, 2, 3);
        addPoMessage(lab, {
          folderId: folder.id,
          ord: nextOrd(lab, folder.id),
          addresses: people(draws, users, folder.name),
          subject: draws.pick(SUBJECTS),
          sent,
          received: draws.chance(0.2) ? null : sent,
          priority: draws.pick(['low', 'normal', 'urgent']),
          isRead: draws.chance(0.5),
          receipt: false,
          size: content.bytes,
          contentId: content.contentId,
          flaw: null,
        });
      }
    }
  });
}
