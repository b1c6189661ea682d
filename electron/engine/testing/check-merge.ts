import { places } from './model-places.ts';
import type { Hex, ModelLab, ModelMailbox, ModelMessage } from './model-types.ts';
import { arrival, type MergeForecast } from './reference-model.ts';

/** One disagreement: which invariant, and what is wrong. */
export interface Complaint {
  readonly invariant: string;
  readonly text: string;
}

const GUID_DIGITS = 32;

/** Whether an id was made by this database after the lab looked like `before`. */
function isFresh(before: ModelLab, mailbox: ModelMailbox, id: Hex): boolean {
  return (
    id.startsWith(mailbox.database) &&
    Number.parseInt(id.slice(GUID_DIGITS), 16) >= (before.counters.get(mailbox.database) ?? 0)
  );
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Takes from `pool` what `wanted` names, once each; returns what was not there. */
function takeAll(pool: string[], wanted: readonly string[]): string[] {
  return wanted.filter((text) => {
    const at = pool.indexOf(text);
    if (at < 0) return true;
    pool.splice(at, 1);
    return false;
  });
}

function checkNewMessage(before: ModelLab, target: ModelMailbox, message: ModelMessage): Complaint[] {
  const complaints: Complaint[] = [];
  const about = `message ${message.gid} (${message.subject})`;
  if (!isFresh(before, target, message.gid) || !isFresh(before, target, message.cn)) {
    complaints.push({ invariant: 'D1', text: `${about} has no fresh id and change number` });
  }
  if (message.changeKey !== message.cn || message.pcl !== `16${message.cn}`) {
    complaints.push({
      invariant: 'D1',
      text: `${about} has change key ${message.changeKey} and change list ${message.pcl}, not those of its change number ${message.cn}`,
    });
  }
  if (message.readCn !== null && !isFresh(before, target, message.readCn)) {
    complaints.push({ invariant: 'D1', text: `${about} has a read change number of the source` });
  }
  return complaints;
}

export interface MergeCheck {
  readonly before: ModelLab;
  readonly source: ModelMailbox;
  /** The target as it was, null where there was none. */
  readonly was: ModelMailbox | null;
  readonly now: ModelMailbox;
  readonly forecast: MergeForecast;
  readonly deliveries: number;
  /** True: the run was cut short, and not everything needs to be there. */
  readonly partial: boolean;
}

function checkMessages(check: MergeCheck): Complaint[] {
  const { before, was, now, forecast, partial } = check;
  const complaints: Complaint[] = [];
  const stays = new Set(forecast.kept);
  const gone = new Set(forecast.replaced);
  const at = places(now);
  for (const [gid, message] of was?.messages ?? []) {
    const left = now.messages.get(gid);
    if (stays.has(gid) || (partial && left !== undefined)) {
      if (!same(left, message)) {
        complaints.push({
          invariant: 'C12',
          text: `message ${gid} (${message.subject}) was there and is changed or gone`,
        });
      }
    } else if (gone.has(gid) && left !== undefined && forecast.exact) {
      complaints.push({
        invariant: 'D2',
        text: `message ${gid} (${message.subject}) was not replaced by the newer one`,
      });
    }
  }
  const fresh = [...now.messages.values()].filter((message) => was?.messages.has(message.gid) !== true);
  const pool = fresh.map((message) => arrival(at.get(message.folder) ?? '', message));
  const missing = takeAll(pool, forecast.added);
  if (!partial)
    for (const text of missing) complaints.push({ invariant: 'D2', text: `missing in the target: ${text}` });
  if (pool.length > check.deliveries || (!partial && pool.length !== check.deliveries)) {
    complaints.push({
      invariant: 'D2',
      text: `${pool.length} messages nobody sent, ${check.deliveries} were delivered: ${pool.slice(0, 3).join(' ')}`,
    });
  }
  return [...complaints, ...fresh.flatMap((message) => checkNewMessage(before, now, message))];
}

function checkFolders(check: MergeCheck): Complaint[] {
  const { before, source, was, now, partial } = check;
  const complaints: Complaint[] = [];
  for (const [gid, folder] of was?.folders ?? []) {
    if (!same(now.folders.get(gid), folder)) {
      complaints.push({
        invariant: 'C12',
        text: `folder ${folder.name} (${gid}) was there and is changed or gone`,
      });
    }
  }
  for (const folder of now.folders.values()) {
    if (was?.folders.has(folder.gid) === true) continue;
    if (!isFresh(before, now, folder.gid) || !isFresh(before, now, folder.cn)) {
      complaints.push({ invariant: 'D1', text: `folder ${folder.name} has no fresh id and change number` });
    }
  }
  const have = new Set(places(now).values());
  const sourcePlaces = places(source);
  for (const folder of source.folders.values()) {
    const place = sourcePlaces.get(folder.gid) ?? '';
    if (!partial && !folder.isSearch && !have.has(place)) {
      complaints.push({ invariant: 'D2', text: `folder ${place} is not in the target` });
    }
  }
  if (have.size !== now.folders.size)
    complaints.push({ invariant: 'D2', text: 'two folders stand in one place' });
  return complaints;
}

/** What refers to ids: nothing of the source's comes along, what the target had stays, and what is new resolves. */
function checkReferences(check: MergeCheck): Complaint[] {
  const { was, now } = check;
  const complaints: Complaint[] = [];
  const expected = was?.initialized === true ? was : null;
  for (const key of ['rules', 'delegates'] as const) {
    if (!same(now[key], expected?.[key] ?? [])) {
      complaints.push({ invariant: 'D5', text: `${key} are not what the target had` });
    }
  }
  if (expected !== null) {
    for (const key of ['refs', 'receive', 'acl', 'oof', 'storeGuid', 'ostKey'] as const) {
      if (!same(now[key], expected[key]))
        complaints.push({ invariant: 'C12', text: `${key} of the target changed` });
    }
    return complaints;
  }
  for (const { where, eid } of now.refs) {
    const folder = eid.slice(44, 88);
    if (eid !== '' && (eid.slice(8, 40) !== now.storeGuid || !now.folders.has(folder))) {
      complaints.push({ invariant: 'D6', text: `reference ${where} does not resolve in the target` });
    }
  }
  for (const entry of now.receive) {
    if (!now.folders.has(entry.split(' -> ')[1] ?? '')) {
      complaints.push({ invariant: 'D6', text: `receive folder ${entry} does not resolve in the target` });
    }
  }
  if (now.storeGuid === check.source.storeGuid || now.ostKey === check.source.ostKey) {
    complaints.push({
      invariant: 'D3',
      text: 'a merged mailbox has the store GUID or .ost key of the source',
    });
  }
  return complaints;
}

/** Compares a merged mailbox with what the model foretold. */
export function checkMerge(check: MergeCheck): Complaint[] {
  return [...checkMessages(check), ...checkFolders(check), ...checkReferences(check)];
}
