import type { ComparedRun } from '../../../../shared/ipc/comparison-commands.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { Lab } from '../../store/lab.ts';
import { setting } from '../../store/settings.ts';
import { directoryResolver, type ResolveDn } from '../fate-context.ts';
import { judgedRun, type RunMailbox, runMailboxes } from '../fate.ts';

/** What Outlook has moved for one user since the run. Bytes. */
export interface RecordedTraffic {
  readonly refill: number;
  readonly down: number;
  readonly up: number;
}

/** One lab of a comparison, with what every mailbox of it needs looked up once. */
export interface SideContext {
  readonly lab: Lab;
  readonly about: ComparedRun;
  readonly resolvesDn: ResolveDn;
  /** The run's mailboxes by alias in lower case, in the order of the run. */
  readonly mailboxes: ReadonlyMap<string, RunMailbox>;
  /** By alias in lower case. */
  readonly recorded: ReadonlyMap<string, RecordedTraffic>;
  /** Size of the target's offline address book, bytes. */
  readonly addressBookBytes: number;
}

interface OutlookAct {
  readonly user: string;
  readonly binding: string;
  readonly down: number;
  readonly up: number;
}

/** What synchronizations after a time moved; acts that noted no bytes count for nothing. */
function recordedSince(lab: Lab, since: number): Map<string, RecordedTraffic> {
  const sums = new Map<string, RecordedTraffic>();
  const acts = lab.iterate<OutlookAct>(
    `SELECT lower(json_extract(detail, '$.user')) AS user, json_extract(detail, '$.binding') AS binding,
       json_extract(detail, '$.downloadedBytes') AS down, json_extract(detail, '$.uploadedBytes') AS up
     FROM act WHERE verb = 'outlook' AND at >= ? AND json_extract(detail, '$.sync') = 1
       AND json_extract(detail, '$.downloadedBytes') IS NOT NULL ORDER BY id`,
    since,
  );
  for (const { user, binding, down, up } of acts) {
    const before = sums.get(user) ?? { refill: 0, down: 0, up: 0 };
    const kept = binding === 'accepted';
    sums.set(user, {
      refill: before.refill + (kept ? 0 : down),
      down: before.down + (kept ? down : 0),
      up: before.up + up,
    });
  }
  return sums;
}

/** Fixes that a twin run installed in this lab after it was forked. */
function fixesOfTwin(lab: Lab): string[] {
  return lab
    .all<{ id: string }>(
      `SELECT json_extract(fix.detail, '$.installed') AS id FROM act fix
       WHERE fix.verb = 'fix' AND fix.id > (SELECT min(id) FROM act WHERE verb = 'twin') ORDER BY fix.id`,
    )
    .map((row) => row.id);
}

/** Entries of the target's global address list: everybody there who has an address. */
function addressBookEntries(lab: Lab): number {
  return (
    lab.get<{ count: number }>(
      `SELECT count(*) AS count FROM directory_object o JOIN org ON org.id = o.org_id AND org.role = 'target'
       WHERE o.deleted_at IS NULL AND (o.legacy_dn IS NOT NULL OR o.kind = 'contact')`,
    )?.count ?? 0
  );
}

interface RunFacts {
  readonly mode: 'default' | 'clone';
  readonly state: string;
  readonly since: number;
  readonly name: string;
  readonly seed: number;
}

/** Looks at the last run of a lab. Failure code: no-run. */
export function sideContext(lab: Lab): Result<SideContext> {
  const run = judgedRun(lab, undefined);
  if (!run.ok) return run;
  const facts = lab.get<RunFacts>(
    `SELECT run.mode, run.state, coalesce(run.ended, run.started) AS since, lab.name, lab.seed
     FROM run JOIN lab ON lab.id = 1 WHERE run.id = ?`,
    run.value,
  );
  if (facts === undefined) return fail('no-run', `Run ${run.value} of ${lab.path} is not there any more.`);
  const { name, seed, mode, state, since } = facts;
  const bytesPerEntry = Number(setting(lab, 'oabEntryBytes'));
  const entries = addressBookEntries(lab);
  return ok({
    lab,
    about: {
      name,
      seed,
      run: run.value,
      mode,
      state,
      fixes: fixesOfTwin(lab),
      linkKbit: Number(setting(lab, 'linkKbit')),
      addressBook: { entries, bytesPerEntry },
    },
    resolvesDn: directoryResolver(lab),
    mailboxes: new Map(runMailboxes(lab, run.value).map((row) => [row.alias.toLowerCase(), row])),
    recorded: recordedSince(lab, since),
    addressBookBytes: entries * bytesPerEntry,
  });
}
