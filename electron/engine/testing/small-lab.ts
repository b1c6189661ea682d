import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunReport } from '../../../shared/ipc/shapes.ts';
import type { Mode, RunPlan } from '../../../shared/lab/run-plan.ts';
import type { Result } from '../../../shared/result.ts';
import { copyLab, newLab } from '../build/new-lab.ts';
import { sourceAliases } from '../mailbox/directory.ts';
import { migrate } from '../migrate/run.ts';
import { startRun } from '../migrate/start-run.ts';
import { layServer } from '../report/server-install.ts';
import { type Lab, openLab } from '../store/lab.ts';

/** A generated lab for tests of whole runs, with the fixes of KB919235 installed. */
export interface SmallLab {
  readonly lab: Lab;
  readonly aliases: readonly string[];
  /** A plan for all mailboxes, with the lab's own places. */
  plan(mode: Mode, change?: Partial<RunPlan>): RunPlan;
  /** An equal lab in a file of its own; it goes with the first one. */
  twin(): SmallLab;
  discard(): void;
}

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

interface Place {
  readonly source: string;
  readonly server: string;
  readonly store: string;
  readonly container: string;
}

function placeOf(lab: Lab): Place {
  const place = lab.get<Place>(
    `SELECT (SELECT s.netbios FROM server s JOIN admin_group g ON g.id = s.admin_group_id JOIN org ON org.id = g.org_id
         WHERE org.role = 'source' AND s.role = 'mailbox' ORDER BY s.id LIMIT 1) AS source, server.netbios AS server, mdb.name AS store,
       (SELECT dn FROM container c JOIN org ON org.id = c.org_id WHERE org.role = 'target' ORDER BY c.id LIMIT 1) AS container
     FROM mdb JOIN server ON server.id = mdb.server_id JOIN admin_group g ON g.id = server.admin_group_id
     JOIN org ON org.id = g.org_id WHERE org.role = 'target' ORDER BY mdb.id LIMIT 1`,
  );
  if (place === undefined) throw new Error('a lab without places');
  return place;
}

function opened(folder: string, file: string, discard: () => void): SmallLab {
  const lab = must(openLab(file));
  lab.db.exec('PRAGMA synchronous = OFF');
  const aliases = sourceAliases(lab);
  const { source, server, store, container } = placeOf(lab);
  let twins = 0;
  const others: SmallLab[] = [];
  return {
    lab,
    aliases,
    plan: (mode, change = {}) => ({
      mode,
      source: 'EXCHANGE',
      accounts: aliases,
      sourceServer: source,
      targetServer: server,
      targetStore: store,
      container,
      createAccounts: true,
      dateRange: null,
      subjectPrefixes: null,
      targetAddressDomain: null,
      restrictToSid: false,
      accountChoices: {},
      ...change,
    }),
    twin: () => {
      twins += 1;
      const to = `${file}.${twins}.mwlab`;
      must(copyLab({ file, to }));
      const other = opened(folder, to, () => undefined);
      others.push(other);
      return other;
    },
    discard: () => {
      for (const other of others) other.discard();
      lab.close();
      discard();
    },
  };
}

export function smallLab(seed = 7, mailboxes = 4, items = 120): SmallLab {
  const folder = mkdtempSync(join(tmpdir(), 'mwlab-small-'));
  const file = join(folder, 'small.mwlab');
  must(newLab({ file, seed, mailboxes, items }));
  const made = opened(folder, file, () => rmSync(folder, { recursive: true, force: true }));
  layServer(made.lab, 'SP2+hotfix');
  return made;
}

export interface RunOptions {
  readonly ignoreGate?: boolean;
  readonly batchRows?: number;
  /** Cancel before this batch, counted from 0. */
  readonly cancelAt?: number;
}

/** Starts a run and works it through, or to the batch at which it is cancelled. */
export function runThrough(lab: Lab, plan: RunPlan, options: RunOptions = {}): RunReport {
  const asked = options.batchRows === undefined ? {} : { batchRows: options.batchRows };
  const run = must(startRun(lab, plan, { ignoreGate: options.ignoreGate ?? false, asked }));
  const batches = migrate(lab, run);
  for (let step = batches.next(), batch = 0; ; batch += 1) {
    if (step.done === true) return step.value;
    step = batches.next(batch === options.cancelAt ? 'cancel' : undefined);
  }
}
