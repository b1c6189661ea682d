import { draw } from '../../../shared/lab/draw.ts';
import type { Why } from '../../../shared/evidence.ts';
import { passTime } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { writeLine } from './journal.ts';
import { messageFilter } from './message-filter.ts';
import type { Places } from './places.ts';
import { REASONS } from './reasons.ts';
import { logUndocumented } from './run-events.ts';
import { changeMailbox, type RunMailbox, type RunRow, runMailboxes } from './run-row.ts';
import { prepareAccount } from './target-account.ts';

/** Lab time that the objects of one mailbox take, ms (modelled: no figure is published). */
const OBJECTS_MS = 250;

/** A mailbox object without folders: it is initialized by the first delivery, logon or data (KB842101). */
function createMailbox(
  lab: Lab,
  row: RunMailbox,
  seed: number,
  mdbId: number,
  objectId: number,
  accountSid: string | null,
): number {
  // The run is in the key of the draw: a mailbox that was purged comes back with another key (aa998698).
  const bytes = (purpose: string): Uint8Array => draw(seed, purpose, row.match.alias, row.runId).bytes(16);
  return lab.run(
    `INSERT INTO mailbox(mdb_id, object_id, mailbox_guid, store_guid, ost_key, initialized, account_sid, created_by_run)
     VALUES(?, ?, ?, ?, ?, 0, ?, ?)`,
    mdbId,
    objectId,
    bytes('migrated-mailbox-guid'),
    bytes('migrated-store-guid'),
    bytes('migrated-ost-key'),
    accountSid,
    row.runId,
  ).lastInsertRowid;
}

function countMessages(lab: Lab, run: RunRow, row: RunMailbox): number {
  const filter = messageFilter(run.plan);
  const counted = lab.get<{ count: number }>(
    `SELECT count(*) AS count FROM message m WHERE m.mailbox_id = ? AND ${filter.sql}`,
    row.source,
    ...filter.values,
  );
  return counted?.count ?? 0;
}

/** The mailbox of the account, an old one or a new one; and whether the source account cannot open it for lack of a trust. */
function prepareMailbox(
  lab: Lab,
  row: RunMailbox,
  seed: number,
  places: Places,
  account: { readonly objectId: number; readonly disabled: boolean },
): { readonly target: number; readonly untrusted: boolean } {
  const there = lab.get<{ id: number }>('SELECT id FROM mailbox WHERE object_id = ?', account.objectId);
  if (there !== undefined) return { target: there.id, untrusted: false };
  const sid = account.disabled
    ? (lab.get<{ sid: string | null }>(
        'SELECT sid FROM directory_object WHERE id = ?',
        row.match.sourceObject,
      )?.sid ?? null)
    : null;
  const opener = places.trustsSource ? sid : null;
  return {
    target: createMailbox(lab, row, seed, places.mdbId, account.objectId, opener),
    untrusted: sid !== null && opener === null,
  };
}

function createObjects(lab: Lab, run: RunRow, row: RunMailbox, seed: number, places: Places): void {
  const { match } = row;
  const total = countMessages(lab, run, row);
  passTime(lab, OBJECTS_MS);
  if (match.created === null && match.object === null) {
    changeMailbox(lab, row, { state: 'failed', why: [...row.why, REASONS.noAccount] });
    logUndocumented(
      lab,
      run.id,
      'Error',
      `Mailbox ${match.alias} was not migrated: it has no mailbox in the target organization, and none was to be created.`,
      'No source names an event for it',
    );
    return;
  }
  const account = prepareAccount(lab, row, seed, places, run.plan.targetAddressDomain);
  const { target, untrusted } = prepareMailbox(lab, row, seed, places, account);
  const why: Why[] = [...row.why];
  if (match.contacts.length > 0) why.push(REASONS.contact);
  for (const address of account.addressesElsewhere) {
    if (!why.includes(REASONS.oldAddressTaken)) why.push(REASONS.oldAddressTaken);
    logUndocumented(
      lab,
      run.id,
      'Warning',
      `The new mailbox of ${match.alias} did not get the X500 address ${address}: another account of the target carries it.`,
      'That X.500 addresses persist is documented (Exchange Team Blog, 25 Aug 2004); no source names an event for this',
    );
  }
  if (untrusted) {
    why.push(REASONS.noTrust);
    logUndocumented(
      lab,
      run.id,
      'Warning',
      `The source account of ${match.alias} cannot open the new mailbox: the target domain does not trust the source domain.`,
      'The trust is required (KB328871); no source names an event for it',
    );
  }
  changeMailbox(lab, row, { target, state: 'objects-created', total, why });
}

/**
 * Creates directory objects and mailbox objects for the mailboxes from ordinal `from` on, at most `count`.
 * @returns the ordinal to go on with
 */
export function stageOne(lab: Lab, run: RunRow, places: Places, from: number, count: number): number {
  const seed = lab.get<{ seed: number }>('SELECT seed FROM lab')?.seed ?? 0;
  const rows = runMailboxes(lab, run.id, from, count);
  for (const row of rows) createObjects(lab, run, row, seed, places);
  writeLine(lab, run.id, 'objects', null, { from, mailboxes: rows.length });
  return from + rows.length;
}
