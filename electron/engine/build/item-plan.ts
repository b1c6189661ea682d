import { type Draw, draw } from '../../../shared/lab/draw.ts';
import type { WellKnown } from '../../../shared/lab/well-known.ts';
import type { FolderNames, MailboxSpec } from './lab-spec.ts';

/** Where a planned item stands: a default folder, or one of the owner's own by its number in the spec. */
export type Place = WellKnown | number;

/** A message as it shall be, before it has any identifier. Times in lab milliseconds. */
export interface PlannedItem {
  readonly place: Place;
  readonly class: string;
  readonly subject: string;
  readonly sender: string;
  readonly searchKey: Uint8Array;
  readonly delivered: number | null;
  readonly lastMod: number;
  readonly isRead: boolean;
  /** Who made the version that stands now: the server, the owner's Outlook from scratch, or the owner's Outlook upon a server's. */
  readonly madeBy: 'server' | 'client' | 'client-change';
  /** Whose ids it has: the store's own, a colleague's store's, or those of a server that is gone. */
  readonly ids: 'own' | 'colleague' | 'former';
  readonly content: 'plain' | 'attached' | 'heavy';
  /** Picks the body, and says what the envelope weighs. */
  readonly contentOrdinal: number;
  readonly envelope: number;
}

const DAY = 86_400_000;
/** How far back the mail of a generated mailbox goes. */
const SPAN = 540 * DAY;

const CLASSES: Readonly<Partial<Record<WellKnown, string>>> = {
  calendar: 'IPM.Appointment',
  contacts: 'IPM.Contact',
  tasks: 'IPM.Task',
  notes: 'IPM.StickyNote',
  journal: 'IPM.Activity',
};

const MATTERS = [
  'minutes of Monday',
  'second offer',
  'invoice 40-118',
  'site visit',
  'bulletin',
  'figures for August',
  'enquiry',
  'change of date',
  'samples',
  'night shift',
  'lunch on Friday?',
  'closing report',
] as const;

/** Shares of a hundred: how a mailbox's items are spread over its default folders; the rest lies in the owner's own. */
const SHARES: readonly (readonly [WellKnown, number])[] = [
  ['inbox', 44],
  ['sent', 20],
  ['deleted', 5],
  ['calendar', 7],
  ['contacts', 4],
  ['tasks', 2],
  ['notes', 1],
  ['drafts', 2],
  ['junk', 1],
];

function placeOf(draws: Draw, folders: readonly FolderNames[]): Place {
  let left = draws.below(100);
  for (const [role, share] of SHARES) {
    if (left < share) return role;
    left -= share;
  }
  return folders.length === 0 ? 'inbox' : draws.below(folders.length);
}

function subjectOf(draws: Draw, place: Place, folders: readonly FolderNames[]): string {
  const matter = draws.pick(MATTERS);
  const topic = typeof place === 'number' ? (folders[place]?.at(-1) ?? '') : '';
  const subject = topic === '' ? matter.charAt(0).toUpperCase() + matter.slice(1) : `${topic}: ${matter}`;
  return draws.chance(0.3) ? `RE: ${subject}` : subject;
}

function idsOf(draws: Draw, spec: MailboxSpec, place: Place, age: number): PlannedItem['ids'] {
  const other = draws.below(100);
  if (place === 'calendar' && spec.delegates.length > 0 && other < 40) return 'colleague';
  return age > 0.8 && other < 30 ? 'former' : 'own';
}

/**
 * The item with this ordinal of a mailbox, oldest first. Everything is keyed by (seed, purpose, alias, ordinal).
 * @param sender an address of somebody, never the owner's
 * @param now the lab's clock, milliseconds: nothing is younger
 */
export function planItem(
  seed: number,
  spec: MailboxSpec,
  ordinal: number,
  sender: string,
  owner: string,
  now: number,
): PlannedItem {
  const draws = draw(seed, 'item', spec.person.alias, ordinal);
  const searchKey = draws.bytes(16);
  const place = placeOf(draws, spec.folders);
  const age = 1 - (ordinal + 1) / (spec.items + 1);
  const slot = SPAN / (spec.items + 1);
  const delivered = Math.floor(now - age * SPAN - draws.below(Math.max(1, Math.floor(slot))));
  const ownWork = place === 'sent' || place === 'drafts' || place === 'notes' || place === 'tasks';
  const changed = draws.chance(0.12);
  const version = draws.below(100);
  const mail = typeof place === 'number' || CLASSES[place] === undefined;
  return {
    place,
    class: typeof place === 'number' ? 'IPM.Note' : (CLASSES[place] ?? 'IPM.Note'),
    subject: subjectOf(draws, place, spec.folders),
    sender: ownWork || !mail ? owner : sender,
    searchKey,
    delivered: mail && place !== 'drafts' ? delivered : null,
    lastMod: changed ? Math.min(now, delivered + draws.between(1, 20) * DAY) : delivered,
    isRead: ownWork || age > 0.05 || draws.chance(0.5),
    madeBy: ownWork && version < 70 ? 'client' : changed && version < 60 ? 'client-change' : 'server',
    ids: idsOf(draws, spec, place, age),
    content: draws.chance(0.12) ? (spec.heavy ? 'heavy' : 'attached') : 'plain',
    contentOrdinal: draws.u32(),
    envelope: draws.between(380, 1_400),
  };
}
