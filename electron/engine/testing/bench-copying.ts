import { cpSync, rmSync } from 'node:fs';
import type { Mode, RunPlan } from '../../../shared/lab/run-plan.ts';
import { newLab } from '../build/new-lab.ts';
import { migrate } from '../migrate/run.ts';
import { startRun } from '../migrate/start-run.ts';
import { installFix } from '../report/fix.ts';
import { showLab } from '../report/show.ts';
import { type Lab, openLab } from '../store/lab.ts';

/** One measurement: rows are what a run writes into folders, messages and what refers to them; times in seconds. */
export interface Measured {
  readonly rows: number;
  readonly bareSeconds: number;
  readonly seconds: Readonly<Record<Mode, { readonly copying: number; readonly whole: number }>>;
  /** Resident memory before the runs, and the highest seen during them, bytes. */
  readonly startBytes: number;
  readonly peakBytes: number;
}

const COPIED = [
  'folder',
  'message',
  'rule',
  'receive_folder',
  'search_scope',
  'folder_ref',
  'acl',
  'delegate',
] as const;

/** Rows that one statement of the bare copy takes, like a batch of the engine. */
const AWAY = 1_000_000;

function opened(path: string): Lab {
  const lab = openLab(path);
  if (!lab.ok) throw new Error(lab.failure.message);
  return lab.value;
}

function needed<T>(result: { ok: true; value: T } | { ok: false; failure: { message: string } }): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const secondsOf = (work: () => void): number => {
  const from = performance.now();
  work();
  return (performance.now() - from) / 1000;
};

/** The same rows into the same tables and indexes by a bare INSERT ... SELECT, one transaction for everything. */
function bareCopy(lab: Lab): { rows: number; seconds: number } {
  const source = lab.get<{ id: number }>("SELECT id FROM org WHERE role = 'source'")?.id ?? 0;
  const mdb =
    lab.get<{ id: number }>(
      'SELECT mdb.id AS id FROM mdb JOIN server s ON s.id = server_id JOIN admin_group g ON g.id = admin_group_id WHERE g.org_id <> ?',
      source,
    )?.id ?? 0;
  lab.transact(() => {
    lab.run(
      `INSERT INTO directory_object(id, org_id, kind, dn, alias, display_name, enabled) SELECT id + ${AWAY}, org_id, 'user', dn, alias, display_name, 0
       FROM directory_object WHERE org_id = ?`,
      source,
    );
    lab.run(
      `INSERT INTO mailbox(id, mdb_id, object_id, mailbox_guid, store_guid, ost_key, initialized)
       SELECT m.id + ${AWAY}, ?, object_id + ${AWAY}, mailbox_guid, store_guid, ost_key, 1 FROM mailbox m JOIN directory_object o ON o.id = object_id WHERE o.org_id = ?`,
      mdb,
      source,
    );
  });
  let rows = 0;
  const seconds = secondsOf(() =>
    lab.transact(() => {
      for (const table of COPIED) {
        const columns = lab
          .all<{ name: string }>('SELECT name FROM pragma_table_info(?)', table)
          .map((column) => column.name);
        const rest = columns.filter((name) => name !== 'mailbox_id').join(', ');
        rows += lab.run(
          `INSERT INTO ${table}(mailbox_id, ${rest}) SELECT mailbox_id + ${AWAY}, ${rest} FROM ${table} t
           WHERE mailbox_id IN (SELECT id - ${AWAY} FROM mailbox WHERE id > ${AWAY})`,
        ).changes;
      }
    }),
  );
  return { rows, seconds };
}

function planFor(lab: Lab, mode: Mode): RunPlan {
  const seen = needed(showLab(lab));
  const server = seen.target.servers.find((each) => each.stores.length > 0);
  return {
    mode,
    source: 'EXCHANGE',
    accounts: seen.source.mailboxes.map((box) => box.alias),
    sourceServer: seen.source.servers[0]?.netbios ?? '',
    targetServer: server?.netbios ?? '',
    targetStore: server?.stores[0] ?? '',
    container: seen.target.containers[0] ?? '',
    createAccounts: true,
    dateRange: null,
    subjectPrefixes: null,
    targetAddressDomain: null,
    restrictToSid: false,
    accountChoices: {},
  };
}

/** A whole run, and the part of it in which data is copied: from the first news of stage 2 to the last batch, less the proofs. */
function runSeconds(
  lab: Lab,
  mode: Mode,
  memory: (bytes: number) => void,
): { copying: number; whole: number } {
  const from = performance.now();
  const run = needed(startRun(lab, planFor(lab, mode), { ignoreGate: false, asked: {} }));
  let begun = 0;
  let last = 0;
  let proving = 0;
  const batches = migrate(lab, run, {
    proving: (work) => {
      const since = performance.now();
      const value = work();
      proving += performance.now() - since;
      return value;
    },
  });
  for (let step = batches.next(); ; step = batches.next()) {
    if (step.done === true) {
      if (step.value.state !== 'completed')
        throw new Error(
          `the run ended ${step.value.state}: ${JSON.stringify(step.value.gate.rules.filter((r) => r.verdict === 'refuse'))}`,
        );
      break;
    }
    if (step.value.stage < 2) begun = performance.now();
    else last = performance.now();
    memory(process.memoryUsage().rss);
  }
  return { copying: (last - begun - proving) / 1000, whole: (performance.now() - from) / 1000 };
}

/**
 * Builds the lab that is measured, fixed up so that both modes run.
 * @param items messages in the source organization
 * @param mailboxes over which they are spread
 */
export function prepareCopying(base: string, items: number, mailboxes: number): void {
  needed(newLab({ file: base, seed: 7, mailboxes, items }));
  const fixed = opened(base);
  needed(installFix(fixed, { file: base, install: 'E2003SP2' }));
  needed(installFix(fixed, { file: base, install: 'KB919235' }));
  fixed.close();
}

/** Measures both modes and the bare copy over one prepared lab, each on a copy of its own; the bare copy last, for its memory is its own. */
export function measureCopying(base: string): Measured {
  const on = <T>(name: string, work: (lab: Lab) => T): T => {
    const path = `${base}.${name}`;
    cpSync(base, path);
    const lab = opened(path);
    const value = work(lab);
    lab.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    return value;
  };
  const startBytes = process.memoryUsage().rss;
  let peakBytes = 0;
  const memory = (bytes: number): void => {
    peakBytes = Math.max(peakBytes, bytes);
  };
  const clone = on('clone', (lab) => runSeconds(lab, 'clone', memory));
  const merged = on('default', (lab) => runSeconds(lab, 'default', memory));
  const bare = on('bare', bareCopy);
  return {
    rows: bare.rows,
    bareSeconds: bare.seconds,
    seconds: { clone, default: merged },
    startBytes,
    peakBytes,
  };
}
