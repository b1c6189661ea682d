import { draw } from '../../../shared/lab/draw.ts';
import {
  ccMailAddress,
  type MessageFlaw,
  type PostOfficeAddress,
  userKey,
} from '../../../shared/lab/post-office.ts';
import { addPoFolder, addPostOffice, addUser } from '../postoffice/add-rows.ts';
import { putPostOfficeFiles } from '../postoffice/post-office-files.ts';
import type { Lab } from '../store/lab.ts';
import { type CcMailPool, correspondents, generateMail } from './ccmail-mail.ts';
import type { PostOfficeSpec, PoUserSpec } from './ccmail-spec.ts';

/** A post office under construction. */
interface Office {
  readonly spec: PostOfficeSpec;
  readonly id: number;
  readonly seed: number;
  readonly clock: number;
  readonly pool: CcMailPool;
  readonly people: readonly PostOfficeAddress[];
}

/** Which of `count` messages are special, spread evenly and never the first, so that a failure leaves something behind it. */
function spread(count: number, special: number): readonly number[] {
  return Array.from({ length: Math.min(special, count) }, (_, index) =>
    Math.floor(((index + 1) * count) / (Math.min(special, count) + 1)),
  );
}

function specialsOf(user: PoUserSpec): {
  readonly attmail: ReadonlySet<number>;
  readonly flaws: ReadonlyMap<number, MessageFlaw['kind']>;
} {
  const flaws = new Map<number, MessageFlaw['kind']>();
  for (const [kind, count] of Object.entries(user.flaws) as [MessageFlaw['kind'], number][])
    for (const at of spread(user.messages, count)) flaws.set(at, kind);
  return { attmail: new Set(spread(user.messages, user.attmail)), flaws };
}

function addMail(lab: Lab, office: Office, user: PoUserSpec, userId: number): void {
  const { spec, seed, clock, people, pool } = office;
  const address: PostOfficeAddress = {
    role: 'to',
    name: user.name,
    type: 'CCMAIL',
    address: ccMailAddress(userKey(user.name), spec.name),
  };
  const owner = `${spec.name}/${userKey(user.name)}`;
  const inbox = addPoFolder(lab, office.id, userId, 'Inbox', 'inbox');
  const folders = user.folders.map((name) => addPoFolder(lab, office.id, userId, name, 'folder'));
  const { attmail, flaws } = specialsOf(user);
  const filled = new Map<number, number>();
  const put = (folderId: number, ordinal: number, draft: boolean): void => {
    const ord = filled.get(folderId) ?? 0;
    filled.set(folderId, ord + 1);
    generateMail(lab, seed, clock, people, pool, {
      owner,
      address,
      folderId,
      ord,
      ordinal,
      attmail: !draft && attmail.has(ordinal),
      flaw: draft ? null : (flaws.get(ordinal) ?? null),
      draft,
      heavy: user.heavy,
    });
  };
  for (let ordinal = 0; ordinal < user.messages; ordinal += 1) {
    const pick = draw(seed, 'ccmail-place', owner, ordinal).below(2 * (folders.length + 1));
    put(folders[pick - folders.length - 2] ?? inbox, ordinal, false);
  }
  if (user.drafts > 0) {
    const drafts = addPoFolder(lab, office.id, userId, 'Drafts', 'drafts');
    for (let ordinal = 0; ordinal < user.drafts; ordinal += 1) put(drafts, user.messages + ordinal, true);
  }
}

function addAddressBook(lab: Lab, office: Office, user: PoUserSpec, userId: number): void {
  for (const list of user.lists)
    lab.run(
      'INSERT INTO po_list(po_id, user_id, name, members) VALUES(?, ?, ?, ?)',
      office.id,
      userId,
      list.name,
      JSON.stringify(list.members),
    );
  const owner = `${office.spec.name}/${userKey(user.name)}`;
  for (let ord = 0; ord < user.addresses; ord += 1) {
    const draws = draw(office.seed, 'ccmail-pab', owner, ord);
    const person = draws.pick(office.people);
    lab.run(
      'INSERT INTO po_address(user_id, ord, name, type, address, comment) VALUES(?, ?, ?, ?, ?, ?)',
      userId,
      ord,
      person.name,
      person.type,
      person.address,
      draws.chance(0.3) ? 'Met at the boat show' : '',
    );
  }
}

function addBoards(lab: Lab, office: Office): void {
  for (const board of office.spec.boards) {
    const folderId = addPoFolder(lab, office.id, null, board.name, 'bulletin-board');
    for (let ordinal = 0; ordinal < board.messages; ordinal += 1)
      generateMail(lab, office.seed, office.clock, office.people, office.pool, {
        owner: `${office.spec.name}#${board.name}`,
        address: null,
        folderId,
        ord: ordinal,
        ordinal,
        attmail: false,
        flaw: null,
        draft: false,
        heavy: false,
      });
  }
}

/** Builds one post office with everything in it; returns its key. Users of one name would be one user: that is a bug of the spec. */
export function buildPostOffice(
  lab: Lab,
  spec: PostOfficeSpec,
  orgId: number,
  seed: number,
  clock: number,
  pool: CcMailPool,
): number {
  const id = addPostOffice(lab, { ...spec, orgId });
  const office: Office = { spec, id, seed, clock, pool, people: correspondents(spec) };
  const password = spec.options.preExpiredPasswords ? 'pre-expired' : 'own';
  for (const user of spec.users) {
    const userId = addUser(lab, id, user.name, null, password);
    addMail(lab, office, user, userId);
    addAddressBook(lab, office, user, userId);
  }
  for (const user of spec.remoteUsers) addUser(lab, id, user.name, user.postOffice);
  addBoards(lab, office);
  for (const list of spec.lists)
    lab.run(
      'INSERT INTO po_list(po_id, user_id, name, members) VALUES(?, NULL, ?, ?)',
      id,
      list.name,
      JSON.stringify(list.members),
    );
  putPostOfficeFiles(lab, spec.directory, spec.users.length);
  if (spec.damage !== null)
    lab.run(
      'UPDATE post_office SET damage = ? WHERE id = ?',
      JSON.stringify({ cause: spec.damage, at: clock, files: ['CLANDATA'] }),
      id,
    );
  return id;
}
