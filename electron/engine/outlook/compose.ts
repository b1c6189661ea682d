import { draw } from '../../../shared/lab/draw.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { checkBindingOffline } from '../../../shared/sync/ost-binding.ts';
import { storeContent } from '../mailbox/content.ts';
import type { RowId } from '../mailbox/row-id.ts';
import type { Lab } from '../store/lab.ts';
import { insertOstItem, takeChangeKeys } from './local-change.ts';
import { takeLocalIds } from './local-ids.ts';
import { namespaces } from './namespaces.ts';
import { ostRow } from './ost-row.ts';
import type { ProfileRow } from './profile-row.ts';

/** Where people write what is not sent yet, in order of preference. */
const PLACES = ['drafts', 'inbox', 'ipmSubtree'] as const;

const TOPICS = [
  'Notes from the train',
  'Answer to be finished',
  'List for Thursday',
  'Offer, second version',
  'Minutes of the meeting',
];

function draftsOf(lab: Lab, ostId: number): RowId | null {
  for (const role of PLACES) {
    const folder = lab.get<RowId>(
      'SELECT repl, gc FROM ost_folder WHERE ost_id = ? AND well_known = ?',
      ostId,
      role,
    );
    if (folder !== undefined) return folder;
  }
  return null;
}

/**
 * The user writes items while Outlook is offline: drafts in the .ost, with ids of the client's own range and change
 * keys in its own namespace (MS-OXCFXICS R2294-R2301, R2311-R2314).
 * Failures, each before anything is written: no-ost, ost-closed (the profile's key does not open the file any more),
 * no-drafts, local-ids-exhausted.
 * @param at lab milliseconds
 * @returns how many were written
 */
export function composeOffline(lab: Lab, profile: ProfileRow, count: number, at: number): Result<number> {
  const { alias, ostId } = profile;
  if (ostId === null) {
    return fail(
      'no-ost',
      `The Outlook of ${alias} has no offline folder file, so nothing can be written offline: connect once with --sync, or use a profile that works offline.`,
    );
  }
  const ost = ostRow(lab, ostId);
  const opened = checkBindingOffline(profile.cachedKey, ost);
  if (!opened.opens) {
    return fail(
      'ost-closed',
      `Outlook of ${alias} cannot be used offline: "${opened.message}" Connect with --sync first.`,
    );
  }
  const folder = draftsOf(lab, ostId);
  if (folder === null) {
    return fail(
      'no-drafts',
      `The offline folder file of ${alias} holds no folders yet: connect with --sync first.`,
    );
  }
  const spaces = namespaces(lab);
  const ids = takeLocalIds(lab, ostId, folder, count, spaces);
  if (ids === null) {
    return fail(
      'local-ids-exhausted',
      `The offline folder file of ${alias} has fewer than ${count} ids of its own left: connect with --sync for another range.`,
    );
  }
  const keys = takeChangeKeys(lab, ostId, count);
  const seed = lab.get<{ seed: number }>('SELECT seed FROM lab')?.seed ?? 0;
  const { xidNext } = ost;
  ids.forEach((id, index) => {
    const changeKey = keys[index];
    if (changeKey === undefined) throw new Error('fewer change keys than ids');
    const ordinal = xidNext + index;
    const draws = draw(seed, 'written-offline', `${alias}/${ostId}`, ordinal);
    const subject = `${draws.pick(TOPICS)}, no. ${ordinal}`;
    const { contentId, bytes } = storeContent(lab, {
      headers: '',
      body: `Written without a connection.\r\n${'A few lines more. '.repeat(draws.between(1, 20))}`,
      html: null,
      attachments: [],
    });
    insertOstItem(lab, ostId, {
      id: spaces.rowId(id),
      folder,
      pending: 'new',
      class: 'IPM.Note',
      subject,
      searchKey: draws.bytes(16),
      changeKey,
      pcl: [changeKey],
      lastMod: at,
      isRead: true,
      size: bytes,
      contentId,
      error: null,
    });
  });
  return ok(count);
}
