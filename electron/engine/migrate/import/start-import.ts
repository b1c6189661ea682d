import type { Why } from '../../../../shared/evidence.ts';
import type { GateReport } from '../../../../shared/ipc/shapes.ts';
import type { FilesPlan, ImportPlan, PostOfficePlan } from '../../../../shared/lab/run-plan.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { evaluateGate } from '../../report/gate.ts';
import { labNow } from '../../store/clock.ts';
import type { Lab } from '../../store/lab.ts';
import { claimWork, interruptedRuns, refuseClaimedWork, type Work } from '../claim.ts';
import { endAnyRun } from '../end-any.ts';
import { writeLine } from '../journal.ts';
import type { StartOptions } from '../start-run.ts';
import { importPlaces } from './destination.ts';
import { logImportBegin } from './import-events.ts';
import { postOfficeAccounts } from './plan-accounts.ts';
import { findPostOffice } from './post-office.ts';
import { addAccounts, type NewAccount } from './run-account.ts';
import { givenSet, newSet, type StoredSet } from './set-folder.ts';
import { type ImportStarted, importsInto } from './started.ts';
import type { Stages } from './stages.ts';

/** Everything that a plan needs, found and checked; nothing is written yet. */
interface Prepared {
  readonly accounts: readonly NewAccount[];
  readonly work: Work;
  readonly set: StoredSet | null;
}

function preparePostOffice(lab: Lab, plan: PostOfficePlan): Result<Prepared> {
  const office = findPostOffice(lab, plan.directory, plan.postOffice);
  if (!office.ok) return office;
  const accounts = postOfficeAccounts(lab, office.value, plan);
  if (!accounts.ok) return accounts;
  if (plan.method === 'extract' && plan.files === null) {
    return fail(
      'files-missing',
      'No directory for the migration files was given: name one of the migration server.',
    );
  }
  if (importsInto(plan)) {
    const places = importPlaces(lab, plan, plan.mailboxes);
    if (!places.ok) return places;
    if (plan.bulletinBoards && places.value.owner === null) {
      return fail(
        'unknown-owner',
        'Bulletin boards become public folders, and those need an owner (Q198957): name a mailbox of the target.',
      );
    }
  }
  const set = newSet(lab, plan);
  if (!set.ok) return set;
  return ok({
    accounts: accounts.value,
    work: { kind: 'post-office', key: office.value.directory.toUpperCase() },
    set: set.value,
  });
}

function prepareFiles(lab: Lab, plan: FilesPlan, stages: Stages): Result<Prepared> {
  const set = givenSet(lab, plan.packingList);
  const accounts = stages.accountsOf(lab, set);
  if (!accounts.ok) return accounts;
  const places = importPlaces(lab, plan, true);
  if (!places.ok) return places;
  return ok({ accounts: accounts.value, work: { kind: 'migration-files', key: set.real }, set: null });
}

function addRun(lab: Lab, plan: ImportPlan, options: StartOptions, refused: boolean): number {
  return lab.run(
    'INSERT INTO run(mode, state, exit, plan, ignore_gate, started, ended, asked) VALUES(?, ?, ?, ?, ?, ?, ?, ?)',
    plan.mode,
    refused ? 'refused' : 'running',
    refused ? 2 : null,
    JSON.stringify(plan),
    options.ignoreGate ? 1 : 0,
    labNow(lab),
    refused ? labNow(lab) : null,
    JSON.stringify(options.asked),
  ).lastInsertRowid;
}

/** The rules that refuse, as reasons of the run. */
export function refusals(gate: GateReport): Why[] {
  return gate.rules
    .filter((rule) => rule.verdict === 'refuse')
    .map(({ kb, evidence, source, reason }) => ({ rule: `gate-${kb}`, evidence, source, reason }));
}

function lastKey(lab: Lab, table: 'act' | 'event'): number {
  return lab.get<{ id: number }>(`SELECT ifnull(max(id), 0) AS id FROM ${table}`)?.id ?? 0;
}

function countersOf(lab: Lab): ImportStarted['counters'] {
  return lab.all<{ mdb: number; next: number }>(
    `SELECT mdb.id AS mdb, next_gc AS next FROM mdb JOIN server ON server.id = mdb.server_id
     JOIN admin_group g ON g.id = server.admin_group_id JOIN org ON org.id = g.org_id WHERE org.role = 'target' ORDER BY mdb.id`,
  );
}

function startedDetail(lab: Lab, prepared: Prepared): ImportStarted {
  return {
    accounts: prepared.accounts.length,
    acts: lastKey(lab, 'act'),
    set: prepared.set,
    clock: labNow(lab),
    event: lastKey(lab, 'event'),
    counters: countersOf(lab),
  };
}

/**
 * Begins a run from a post office or from migration files: finds what the plan names, asks the gate, claims the source. A
 * refusal by the gate is recorded as a run with state 'refused', and nothing else changes. Runs that were interrupted are
 * taken as cancelled from now on.
 * Failures, with nothing changed: those of `findPostOffice`, `postOfficeAccounts`, `importPlaces`, `newSet`; files-missing,
 * work-claimed, and those of reading a packing list.
 */
export function startImport(
  lab: Lab,
  plan: ImportPlan,
  options: StartOptions,
  stages: Stages,
): Result<number> {
  return lab.transact((): Result<number> => {
    const prepared =
      plan.source === 'CCMAIL' ? preparePostOffice(lab, plan) : prepareFiles(lab, plan, stages);
    if (!prepared.ok) return prepared;
    const free = refuseClaimedWork(lab, prepared.value.work, null);
    if (!free.ok) return free;
    const gate = evaluateGate(lab, { mode: plan.mode, source: plan.source, plan });
    if (!gate.ok && !options.ignoreGate) {
      const refused = addRun(lab, plan, options, true);
      lab.run('UPDATE run SET why = ? WHERE id = ?', JSON.stringify(refusals(gate)), refused);
      writeLine(lab, refused, 'gate', null, gate);
      return ok(refused);
    }
    for (const interrupted of interruptedRuns(lab)) endAnyRun(lab, interrupted, 'cancelled', []);
    const runId = addRun(lab, plan, options, false);
    writeLine(lab, runId, 'gate', null, gate);
    addAccounts(lab, runId, prepared.value.accounts);
    claimWork(lab, runId, prepared.value.work);
    logImportBegin(lab, runId);
    writeLine(lab, runId, 'started', null, startedDetail(lab, prepared.value));
    return ok(runId);
  });
}
