import { fail, ok, type Result } from '../../../shared/result.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { isAlive, ownIdentity, type ProcessIdentity } from './process-identity.ts';

/*
 * A live run's hold on what it reads: source mailboxes, or a post office or set of migration files. A claim is stale when its process is gone, or is this very process and the
 * run does not go on in it any more (a full disk ended it, and nobody could write that down).
 */

/** Runs that go on in this process: path of the lab and key of the run. */
const goingOn = new Set<string>();

function key(lab: Lab, runId: number): string {
  return `${lab.path}\n${runId}`;
}

export function beginWork(lab: Lab, runId: number): void {
  goingOn.add(key(lab, runId));
}

export function endWork(lab: Lab, runId: number): void {
  goingOn.delete(key(lab, runId));
}

interface Claim extends ProcessIdentity {
  readonly runId: number;
}

function isLive(lab: Lab, claim: Claim, alive: (who: ProcessIdentity) => boolean): boolean {
  const self = ownIdentity();
  const own = claim.pid === self.pid && claim.host === self.host && claim.started === self.started;
  return own ? goingOn.has(key(lab, claim.runId)) : alive(claim);
}

/** Asks about each process once. */
function remembering(): (who: ProcessIdentity) => boolean {
  const known = new Map<string, boolean>();
  return (who) => {
    const id = `${who.host}\n${who.pid}\n${who.started}`;
    const seen = known.get(id) ?? isAlive(who);
    known.set(id, seen);
    return seen;
  };
}

const HOLDERS = `SELECT run_id AS runId, pid, host, process_started AS started FROM claim
  UNION SELECT run_id, pid, host, process_started FROM work_claim`;

/** Keys of the runs that some process works on at the moment. */
export function liveRuns(lab: Lab): Set<number> {
  const alive = remembering();
  const claims = lab.all<Claim>(HOLDERS).filter((claim) => isLive(lab, claim, alive));
  return new Set(claims.map((claim) => claim.runId));
}

/** Runs that were begun and that no process works on: they were interrupted. In the order of their keys. */
export function interruptedRuns(lab: Lab): number[] {
  const begun = lab.all<{ id: number }>("SELECT id FROM run WHERE state = 'running' ORDER BY id");
  if (begun.length === 0) return [];
  const live = liveRuns(lab);
  return begun.map((run) => run.id).filter((id) => !live.has(id));
}

/** Failure 'mailbox-claimed': a live run works on one of these source mailboxes. */
export function refuseClaimed(lab: Lab, mailboxes: readonly number[], except: number | null): Result<null> {
  const live = liveRuns(lab);
  if (except !== null) live.delete(except);
  if (live.size === 0) return ok(null);
  const held = lab.get<{ alias: string; runId: number; pid: number }>(
    `SELECT o.alias AS alias, claim.run_id AS runId, claim.pid AS pid FROM claim
     JOIN mailbox ON mailbox.id = claim.source_mailbox JOIN directory_object o ON o.id = mailbox.object_id
     WHERE claim.run_id IN (SELECT value FROM json_each(?)) AND claim.source_mailbox IN (SELECT value FROM json_each(?))
     ORDER BY o.alias LIMIT 1`,
    JSON.stringify([...live]),
    JSON.stringify(mailboxes),
  );
  return held === undefined
    ? ok(null)
    : fail(
        'mailbox-claimed',
        `Run ${held.runId} of ${lab.path} works on the mailbox "${held.alias}" at the moment (process ${held.pid}): wait until it has ended, or leave that mailbox out.`,
      );
}

/** Takes the run's mailboxes for this process. */
export function claimMailboxes(lab: Lab, runId: number): void {
  const { pid, host, started } = ownIdentity();
  lab.run(
    `INSERT INTO claim(source_mailbox, run_id, pid, host, process_started, since)
     SELECT source_mailbox, run_id, ?, ?, ?, ? FROM run_mailbox WHERE run_id = ? ORDER BY source_mailbox
     ON CONFLICT(source_mailbox) DO UPDATE SET run_id = excluded.run_id, pid = excluded.pid, host = excluded.host,
       process_started = excluded.process_started, since = excluded.since`,
    pid,
    host,
    started,
    labNow(lab),
    runId,
  );
}

/** What a run from a foreign source holds as a whole: the directory of a post office, or the folder of a set of files. */
export interface Work {
  readonly kind: 'post-office' | 'migration-files';
  readonly key: string;
}

/** Failure 'work-claimed': a live run works on this post office or set of files. */
export function refuseClaimedWork(lab: Lab, work: Work, except: number | null): Result<null> {
  const held = lab.get<{ runId: number; pid: number }>(
    'SELECT run_id AS runId, pid FROM work_claim WHERE kind = ? AND key = ? AND run_id IS NOT ?',
    work.kind,
    work.key,
    except,
  );
  if (held === undefined || !liveRuns(lab).has(held.runId)) return ok(null);
  const what = work.kind === 'post-office' ? 'the post office in' : 'the migration files in';
  return fail(
    'work-claimed',
    `Run ${held.runId} of ${lab.path} works on ${what} ${work.key} at the moment (process ${held.pid}): wait until it has ended.`,
  );
}

/** Takes a post office or a set of files for this process. */
export function claimWork(lab: Lab, runId: number, work: Work): void {
  const { pid, host, started } = ownIdentity();
  lab.run(
    `INSERT INTO work_claim(kind, key, run_id, pid, host, process_started, since) VALUES(?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT(kind, key) DO UPDATE SET run_id = excluded.run_id, pid = excluded.pid, host = excluded.host,
       process_started = excluded.process_started, since = excluded.since`,
    work.kind,
    work.key,
    runId,
    pid,
    host,
    started,
    labNow(lab),
  );
}

export function releaseClaims(lab: Lab, runId: number): void {
  lab.run('DELETE FROM claim WHERE run_id = ?', runId);
  lab.run('DELETE FROM work_claim WHERE run_id = ?', runId);
}
