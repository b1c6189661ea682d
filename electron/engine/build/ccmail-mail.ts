import { type Draw, draw } from '../../../shared/lab/draw.ts';
import {
  ccMailAddress,
  type MessageFlaw,
  type PostOfficeAddress,
  userKey,
} from '../../../shared/lab/post-office.ts';
import { storeContent } from '../mailbox/content.ts';
import { addPoMessage } from '../postoffice/add-rows.ts';
import type { Lab } from '../store/lab.ts';
import type { PooledContent } from './content-pool.ts';
import type { PostOfficeSpec } from './ccmail-spec.ts';

const SENTENCES = [
  'The container for the north quay came in with a broken seal.',
  'Please have the bill of lading ready before the tide turns.',
  'The pilot asks for berth four instead of berth six.',
  'Crane two is being serviced until Thursday.',
  'Customs wants the weight of the machine parts in kilograms.',
  'Somebody left a bicycle in the cold store again.',
  'The new tariff holds from the first of next month.',
  'I have put the copies into the tray beside the chart table.',
  'Their agent says the ship is a day late, and will not say why.',
  'Could you count the life jackets on the launch once more?',
  'The café on the pier closes early this week.',
  'Fuel is cheaper on Monday, so we wait.',
] as const;

const SUBJECTS = [
  'Berth',
  'Lading',
  'Tariff',
  'Crane rota',
  'Cold store',
  'Customs',
  'Pilotage',
  'Fuel',
] as const;
const TURNS = [
  'plan',
  'again',
  'for next week',
  'please read',
  'question',
  'figures',
  'Zürich leg',
  'final',
] as const;

/** Bodies that generated messages of a post office share. */
export interface CcMailPool {
  readonly plain: readonly PooledContent[];
  readonly attached: readonly PooledContent[];
  readonly heavy: readonly PooledContent[];
}

const KINDS = [
  ['plain', 40, 0, 0],
  ['attached', 10, 700, 5_000],
  ['heavy', 4, 200_000, 300_000],
] as const;

/** Stores the bodies; every draw keyed by the body's own number. */
export function layCcMailPool(lab: Lab, seed: number, heavy: boolean): CcMailPool {
  const pool = {
    plain: [] as PooledContent[],
    attached: [] as PooledContent[],
    heavy: [] as PooledContent[],
  };
  for (const [kind, count, low, high] of KINDS) {
    if (kind === 'heavy' && !heavy) continue;
    for (let ordinal = 0; ordinal < count; ordinal += 1) {
      const draws = draw(seed, `ccmail-body/${kind}`, '', ordinal);
      const paragraphs = Array.from({ length: draws.between(1, 5) }, () =>
        Array.from({ length: draws.between(1, 4) }, () => draws.pick(SENTENCES)).join(' '),
      );
      const attachments = Array.from({ length: high === 0 ? 0 : draws.between(1, 2) }, (_, index) => ({
        name: `${draws.pick(['MANIFEST', 'TARIFF', 'ROTA', 'CHART'])}${ordinal}${index}.${draws.pick(['WK4', 'DOC', 'TXT', 'BMP'])}`,
        mime: 'application/octet-stream',
        data: draws.bytes(draws.between(low, high)),
      }));
      const body = `${paragraphs.join('\r\n\r\n')}\r\n`;
      pool[kind].push(storeContent(lab, { headers: '', body, html: null, attachments }));
    }
  }
  return pool;
}

/** Everybody that a message of this post office can come from or go to. */
export function correspondents(spec: PostOfficeSpec): PostOfficeAddress[] {
  const at = (name: string, postOffice: string): PostOfficeAddress => ({
    role: 'to',
    name,
    type: 'CCMAIL',
    address: ccMailAddress(userKey(name), postOffice),
  });
  return [
    ...spec.users.map((user) => at(user.name, spec.name)),
    ...spec.remoteUsers.map((user) => at(user.name, user.postOffice)),
    {
      role: 'to',
      name: 'orders@kestrelfreight.example',
      type: 'SMTP',
      address: 'orders@kestrelfreight.example',
    },
  ];
}

/** Somebody who is reached through AT&T Mail: the address type of Q197114. */
const ATTMAIL: PostOfficeAddress = {
  role: 'cc',
  name: 'Mavis Dorn',
  type: 'ATTMAIL',
  address: 'attmail!mdorn',
};

/** What the header of one message says; `owner` null: it was posted to a bulletin board. */
function headerOf(
  draws: Draw,
  people: readonly PostOfficeAddress[],
  owner: PostOfficeAddress | null,
  attmail: boolean,
): PostOfficeAddress[] {
  const from = { ...draws.pick(people), role: 'from' } as const;
  const others = (role: 'to' | 'cc' | 'bcc', most: number): PostOfficeAddress[] =>
    Array.from({ length: draws.below(most + 1) }, () => ({ ...draws.pick(people), role }));
  const to = owner === null ? [] : [{ ...owner, role: 'to' } as const];
  const lines = [
    from,
    ...to,
    ...others('to', 2),
    ...others('cc', 2),
    ...(draws.chance(0.05) ? others('bcc', 1) : []),
  ];
  if (attmail) lines.push(ATTMAIL);
  // The same person on two lines of one role would be told twice.
  const known = new Set<string>();
  return lines.filter(({ role, address }) => {
    const key = `${role} ${address}`;
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

const YEAR = 365 * 86_400_000;

/** Where a generated message goes, and what is special about it. */
export interface MailPlace {
  /** Names its owner in the keys of the draws: `HARBOR/Vane Cora`. */
  readonly owner: string;
  readonly address: PostOfficeAddress | null;
  readonly folderId: number;
  readonly ord: number;
  /** Which message of its owner it is. */
  readonly ordinal: number;
  readonly attmail: boolean;
  readonly flaw: MessageFlaw['kind'] | null;
  readonly draft: boolean;
  readonly heavy: boolean;
}

/** Writes one generated message. */
export function generateMail(
  lab: Lab,
  seed: number,
  clock: number,
  people: readonly PostOfficeAddress[],
  pool: CcMailPool,
  place: MailPlace,
): void {
  const draws = draw(seed, 'ccmail-message', place.owner, place.ordinal);
  const kind =
    place.heavy && pool.heavy.length > 0 && draws.chance(0.2)
      ? 'heavy'
      : draws.chance(0.25)
        ? 'attached'
        : 'plain';
  const content = draws.pick(pool[kind]);
  const subject = `${draws.pick(SUBJECTS)} ${draws.pick(TURNS)}`;
  const sent = clock - draws.below(YEAR) - 60_000;
  const addresses = headerOf(draws, people, place.draft ? null : place.address, place.attmail);
  const author = place.draft && place.address !== null ? { ...place.address, role: 'from' as const } : null;
  addPoMessage(lab, {
    folderId: place.folderId,
    ord: place.ord,
    addresses: author === null ? addresses : [author, ...addresses.filter(({ role }) => role !== 'from')],
    subject,
    sent: place.flaw === 'invalid-date' ? null : sent,
    received: place.draft || place.flaw === 'invalid-date' ? null : sent + draws.below(600_000),
    priority: draws.chance(0.1) ? (draws.chance(0.7) ? 'urgent' : 'low') : 'normal',
    isRead: place.draft || draws.chance(0.7),
    receipt: draws.chance(0.05),
    size: place.flaw === 'zero-size' ? 0 : content.bytes + 120,
    contentId: content.contentId,
    flaw: place.flaw === null ? null : { kind: place.flaw },
  });
}
