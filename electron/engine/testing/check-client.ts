import type { LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { deliver } from '../mailbox/deliver.ts';
import { changeMessage } from '../mailbox/messages.ts';
import { exprofre } from '../outlook/exprofre.ts';
import { outlook } from '../outlook/outlook.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import type { Complaint } from './check-merge.ts';
import type { ModelLab, ModelMailbox, ModelOst, ModelProfile } from './model-types.ts';
import { bindingHolds, EMPTY_OST, forecastSync, syncWindow } from './naive-client.ts';
import { readModel } from './read-model.ts';
import { sourceOf, targetOf } from './reference-model.ts';

type Seen = LabOutput<'outlook'>;

export interface ClientCheck {
  readonly lab: Lab;
  readonly alias: string;
  readonly run: number | null;
  /** `/o` of ExProfRe: leave the .ost of an Outlook before 2003 where it is. */
  readonly keepOst: boolean;
  /** Told what came up. */
  readonly note: (situation: string) => void;
}

function profileOf(model: ModelLab, alias: string): ModelProfile {
  const user = sourceOf(model, alias).person.id;
  const profile = model.profiles.find((one) => one.user === user);
  if (profile === undefined) throw new Error(`${alias} has no profile`);
  return profile;
}

function currentOst(model: ModelLab, alias: string): ModelOst | null {
  const { ost } = profileOf(model, alias);
  return ost === null ? null : (model.osts.get(ost) ?? null);
}

function synchronize({ lab, alias }: ClientCheck): Seen {
  const seen = outlook(lab, { file: lab.path, user: alias, sync: true });
  if (!seen.ok) throw new Error(seen.failure.message);
  return seen.value;
}

/** C9: what the client holds when it is done, against the mailbox (R2064-R2076 carried to their end). */
function checkFinalState(ost: ModelOst | null, mailbox: ModelMailbox): Complaint[] {
  if (ost === null) return [{ invariant: 'C9', text: 'no .ost after a synchronization' }];
  const complaints: Complaint[] = [];
  const left = forecastSync(ost, mailbox);
  const open = [
    left.downloads,
    left.deletions,
    left.lostWithFolders,
    left.reads,
    left.folderDownloads,
    left.folderDeletions,
  ];
  if (open.some((ids) => ids.length > 0)) {
    complaints.push({ invariant: 'C9', text: `still open after a synchronization: ${JSON.stringify(open)}` });
  }
  for (const [gid, state] of ost.folders) {
    if (state.isLocal) continue;
    const here = [...mailbox.messages.values()].filter((message) => message.folder === gid);
    const given = state.given.list().sort();
    if (JSON.stringify(given) !== JSON.stringify(here.map((message) => message.gid).sort())) {
      complaints.push({
        invariant: 'C9',
        text: `IdsetGiven of ${gid} holds ${given.length} ids for ${here.length} messages`,
      });
    }
  }
  return complaints;
}

function differences(
  what: string,
  invariant: string,
  pairs: readonly (readonly [string, number, number])[],
): Complaint[] {
  return pairs
    .filter(([, was, expected]) => was !== expected)
    .map(([name, was, expected]) => ({ invariant, text: `${what}: ${name} ${was}, expected ${expected}` }));
}

/** The .ost fits: only differences travel, and what was written offline goes up (C7). */
function checkAccepted(seen: Seen, ost: ModelOst, mailbox: ModelMailbox): Complaint[] {
  const expected = forecastSync(ost, mailbox);
  const invariant = 'C7';
  if (seen.binding !== 'accepted') return [{ invariant, text: `binding ${seen.binding}, expected accepted` }];
  return differences('synchronization of a fitting .ost', invariant, [
    ['downloads', seen.downloadedItems, expected.downloads.length],
    ['bytes', seen.downloadedBytes, expected.bytes],
    ['deletions', seen.deletedItems, expected.deletions.length],
    ['folders downloaded', seen.downloadedFolders, expected.folderDownloads.length],
    ['folders deleted', seen.deletedFolders, expected.folderDeletions.length],
    ['uploads', seen.uploadedItems, ost.pending.length],
    ['left behind', seen.unsynchronised, 0],
  ]);
}

/** The .ost is refused, or there is none: everything is downloaded, and what was not uploaded stays in the old file (D3, D4, D7). */
function checkRefilled(
  seen: Seen,
  ost: ModelOst | null,
  mailbox: ModelMailbox,
  after: ModelLab,
): Complaint[] {
  const everything = syncWindow(mailbox);
  const fresh = forecastSync(EMPTY_OST, mailbox);
  const complaints = differences('filling a new .ost', 'D4', [
    ['downloads', seen.downloadedItems, everything.length],
    ['bytes', seen.downloadedBytes, everything.reduce((sum, message) => sum + message.size, 0)],
    ['folders downloaded', seen.downloadedFolders, fresh.folderDownloads.length],
  ]);
  if (ost === null) return complaints;
  if (seen.binding !== 'rejected' || seen.message === null) {
    complaints.push({
      invariant: 'D3',
      text: `binding ${seen.binding}, message ${seen.message}, expected a refusal`,
    });
  }
  complaints.push(
    ...differences('an .ost that is refused', 'D7', [
      ['stranded', seen.stranded.length, ost.pending.length],
      ['uploads', seen.uploadedItems, 0],
      ['still in the old file', after.osts.get(ost.id)?.pending.length ?? 0, ost.pending.length],
    ]),
  );
  const forced = forecastSync(ost, mailbox);
  const given = [...ost.folders.values()].reduce(
    (sum, folder) => sum + (folder.isLocal ? 0 : folder.given.list().length),
    0,
  );
  if (mailbox.initializedBy === 'merge') {
    complaints.push(
      ...differences('a refused .ost, forced upon the mailbox', 'D3', [
        ['downloads', forced.downloads.length, everything.length],
        ['deletions', forced.deletions.length + forced.lostWithFolders.length, given],
        ['folders deleted', forced.folderDeletions.length, ost.given.list().length],
      ]),
    );
  }
  return complaints;
}

/** C8: one new and one changed item at the mailbox make two downloads, both with change numbers of its own database. */
function checkNews(check: ClientCheck, mailboxId: number): Complaint[] {
  const { lab } = check;
  const at = labNow(lab);
  const before = readModel(lab).mailboxes.get(mailboxId);
  const row = lab.get<{ repl: number; gc: number; subject: string }>(
    'SELECT repl, gc, subject FROM message WHERE mailbox_id = ? AND is_fai = 0 ORDER BY repl, gc LIMIT 1',
    mailboxId,
  );
  const arrived = deliver(lab, mailboxId, { subject: 'News', sender: 'post@far.example', body: 'News', at });
  if (row !== undefined) changeMessage(lab, mailboxId, row, { subject: `${row.subject}!`, lastMod: at });
  const model = readModel(lab);
  const now = model.mailboxes.get(mailboxId);
  const ost = currentOst(model, check.alias);
  if (now === undefined || before === undefined || ost === null) throw new Error('a mailbox that is gone');
  const news = forecastSync(ost, now).downloads.map((gid) => now.messages.get(gid));
  const complaints: Complaint[] = [];
  const wanted = (arrived.bouncedTo === null ? 1 : 0) + (row === undefined ? 0 : 1);
  for (const message of news) {
    if (message?.cn.startsWith(now.database) !== true) {
      complaints.push({
        invariant: 'C8',
        text: `news with change number ${message?.cn} of another database`,
      });
    }
    const isNew = message !== undefined && !before.messages.has(message.gid);
    if (isNew && !message.gid.startsWith(now.database)) {
      complaints.push({
        invariant: 'C11',
        text: `a new message has the id ${message.gid} of another database`,
      });
    }
  }
  const seen = synchronize(check);
  return [
    ...complaints,
    ...differences('one new and one changed item', 'C8', [
      ['downloads by the model', news.length, wanted],
      ['downloads', seen.downloadedItems, wanted],
      ['deletions', seen.deletedItems, 0],
      ['uploads', seen.uploadedItems, 0],
    ]),
  ];
}

function checkMeeting(check: ClientCheck, mailboxId: number, before: ModelLab): Complaint[] {
  const mailbox = before.mailboxes.get(mailboxId);
  if (mailbox === undefined) throw new Error('a mailbox that is gone');
  const profile = profileOf(before, check.alias);
  const ost = currentOst(before, check.alias);
  const seen = synchronize(check);
  const after = readModel(check.lab);
  const now = after.mailboxes.get(mailboxId);
  if (now === undefined) throw new Error('a mailbox that is gone');
  const fits = ost !== null && bindingHolds(ost, profile.cachedKey, mailbox);
  const offline = ost !== null && ost.pending.length > 0 ? ' with offline work' : '';
  check.note(`${ost === null ? 'no .ost' : fits ? 'fitting .ost' : 'foreign .ost'}${offline}`);
  const complaints =
    ost !== null && fits ? checkAccepted(seen, ost, mailbox) : checkRefilled(seen, ost, mailbox, after);
  const again = synchronize(check);
  return [
    ...complaints,
    ...checkFinalState(currentOst(after, check.alias), now),
    ...differences('a second synchronization', 'C9', [
      ['downloads', again.downloadedItems, 0],
      ['deletions', again.deletedItems, 0],
      ['uploads', again.uploadedItems, 0],
    ]),
    ...checkNews(check, mailboxId),
  ];
}

/**
 * Lets a person's Outlook meet the source as it is, and the target after ExProfRe, and compares with the naive client.
 * Nothing of it stays.
 */
export function checkClient(check: ClientCheck): Complaint[] {
  const { lab, alias } = check;
  const at = readModel(lab);
  if (profileOf(at, alias).mode === 'online') return [];
  const target = targetOf(at, check.run, alias)?.mailbox;
  const complaints = lab.scratch(() => checkMeeting(check, sourceOf(at, alias).mailbox.id, at));
  if (target?.initialized !== true) return complaints;
  const met = lab.scratch(() => {
    const gc = lab.get<{ netbios: string }>(
      `SELECT netbios FROM server JOIN admin_group g ON g.id = admin_group_id JOIN org ON org.id = org_id
       WHERE org.role = 'target' AND server.role = 'gc'`,
    );
    const told = exprofre(lab, {
      file: lab.path,
      user: alias,
      targetgc: gc?.netbios ?? '',
      o: check.keepOst,
    });
    if (!told.ok) throw new Error(told.failure.message);
    return checkMeeting(check, target.id, readModel(lab));
  });
  return [...complaints, ...met].map(({ invariant, text }) => ({ invariant, text: `${alias}: ${text}` }));
}
