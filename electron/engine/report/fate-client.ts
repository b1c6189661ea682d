import { bytesEqual } from '../../../shared/identity/bytes.ts';
import type { Fate } from '../../../shared/outcome/fate.ts';
import { fateOf } from '../../../shared/outcome/ledger.ts';
import type { ProfileRow } from '../outlook/profile-row.ts';
import { type FateContext, legacyDnOf } from './fate-context.ts';

interface OutOfOffice {
  readonly enabled: number;
  readonly text: string;
}

function outOfOffice(context: FateContext): Fate[] {
  const state = (mailbox: number): OutOfOffice | undefined =>
    context.lab.get<OutOfOffice>(
      'SELECT oof_enabled AS enabled, oof_text AS text FROM mailbox WHERE id = ?',
      mailbox,
    );
  const before = state(context.source.id);
  if (before === undefined || before.enabled === 0) return [];
  const after = state(context.target.id);
  const kept = after?.enabled === 1 && after.text === before.text;
  return [fateOf('Out of Office', kept ? 'out-of-office-kept' : 'out-of-office-reset')];
}

/** As a profile is built: nothing renamed, reset or deleted yet. */
const UNTOUCHED = 'present';

function sideFiles(context: FateContext, profile: ProfileRow): Fate[] {
  const sameIds = bytesEqual(context.source.storeGuid, context.target.storeGuid);
  const favourites =
    profile.favourites !== UNTOUCHED
      ? 'favourites-renamed'
      : sameIds
        ? 'favourites-kept'
        : 'favourites-dangling';
  return [
    fateOf('Offline address book', profile.oab === UNTOUCHED ? 'address-book-kept' : 'address-book-reset'),
    fateOf('Favourites', favourites),
  ];
}

/** What became of things outside the mailbox that refer to it; `profile` as it is after re-pointing, null: the user has none. */
export function clientFates(context: FateContext, profile: ProfileRow | null): Fate[] {
  const oldAddress = legacyDnOf(context.lab, context.source.objectId);
  return [
    fateOf(
      'Nicknames and replies to old mail',
      context.resolvesDn(oldAddress) ? 'old-address-resolves' : 'old-address-unknown',
    ),
    ...(profile === null ? [] : sideFiles(context, profile)),
    ...outOfOffice(context),
  ];
}
