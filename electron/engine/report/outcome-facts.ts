import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { type FateCode, worstFate } from '../../../shared/outcome/fate.ts';
import type { MailboxFacts, RunFacts } from '../../../shared/outcome/predict.ts';
import { mailboxRow } from '../mailbox/mailbox-row.ts';
import { isFiltered } from '../migrate/message-filter.ts';
import { placesOf } from '../migrate/places.ts';
import type { Lab } from '../store/lab.ts';
import { setting } from '../store/settings.ts';
import {
  copyContext,
  directoryResolver,
  type FateContext,
  fateContext,
  type ResolveDn,
} from './fate-context.ts';
import { ruleFates } from './fate-rules.ts';
import { cloneFault } from './fault.ts';
import { gateRefuses } from './gate.ts';
import { ostFacts } from './ost-facts.ts';
import { type PlannedTarget, plannedTargets } from './planned-targets.ts';

/** The directory as it will be after stage 1: whoever is migrated is stamped with the old legacyExchangeDN and older X500 addresses. */
function futureResolver(lab: Lab, targets: readonly PlannedTarget[]): ResolveDn {
  const now = directoryResolver(lab);
  const people = targets.filter((target) => willExist(target)).map((target) => target.match.person);
  const stamped = new Set(people.map((person) => person.legacyDn.toLowerCase()));
  const older = lab.all<{ address: string }>(
    `SELECT address FROM proxy_address WHERE kind = 'X500' AND object_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(people.map((person) => person.objectId)),
  );
  for (const { address } of older) stamped.add(address.toLowerCase());
  return (dn) => stamped.has(dn.toLowerCase()) || now(dn);
}

/** An account or mailbox is there, or stage 1 makes one. */
function willExist(target: PlannedTarget): boolean {
  return (
    target.match.mailboxId !== null || target.match.objectId !== null || target.match.match.created !== null
  );
}

interface RuleFacts {
  readonly afterClone: FateCode | null;
  readonly afterMerge: FateCode | null;
}

function ruleFacts(lab: Lab, plan: RunPlan, target: PlannedTarget, resolvesDn: ResolveDn): RuleFacts {
  const source = target.match.person.mailboxId;
  const { mailboxId } = target.match;
  if (lab.get('SELECT 1 FROM rule WHERE mailbox_id = ? LIMIT 1', source) === undefined)
    return { afterClone: null, afterMerge: null };
  const worst = (context: FateContext): FateCode | null =>
    worstFate(ruleFates(context).map((one) => one.fate));
  return {
    afterClone: plan.mode === 'clone' ? worst(copyContext(lab, source, resolvesDn)) : null,
    // A merge leaves the rules of the target as they are: those of an earlier clone, or none.
    afterMerge:
      mailboxId !== null && target.initialized
        ? worst(fateContext(lab, source, mailboxId, resolvesDn))
        : 'LOST',
  };
}

/** Whether the database that a clone goes into has its folder ids or its store GUID already (identity 7.6). */
function idsTaken(
  lab: Lab,
  plan: RunPlan,
  sourceId: number,
  targetId: number | null,
  planMdb: number | null,
): boolean {
  const mdbId = targetId === null ? planMdb : mailboxRow(lab, targetId).mdbId;
  if (plan.mode !== 'clone' || mdbId === null) return false;
  return (
    lab.get(
      `SELECT 1 FROM mailbox s JOIN mailbox t ON t.mdb_id = ? AND t.store_guid = s.store_guid AND t.id IS NOT ? WHERE s.id = ?`,
      mdbId,
      targetId,
      sourceId,
    ) !== undefined ||
    lab.get(
      `SELECT 1 FROM folder s JOIN folder t ON t.repl = s.repl AND t.gc = s.gc JOIN mailbox m ON m.id = t.mailbox_id
        WHERE s.mailbox_id = ? AND m.mdb_id = ? AND m.id IS NOT ? LIMIT 1`,
      sourceId,
      mdbId,
      targetId,
    ) !== undefined
  );
}

function plannedEvents(lab: Lab, sourceMailbox: number): ('deliver' | 'logon')[] {
  return lab
    .all<{ kind: 'deliver' | 'logon' }>(
      'SELECT kind FROM planned WHERE source_mailbox = ? AND done_in_run IS NULL ORDER BY id',
      sourceMailbox,
    )
    .map((row) => row.kind);
}

/** What the prediction has to know about every mailbox of a plan, read from the lab. Failures: those of matching. */
export function mailboxFacts(lab: Lab, plan: RunPlan): Result<MailboxFacts[]> {
  const targets = plannedTargets(lab, plan);
  if (!targets.ok) return targets;
  const resolvesDn = futureResolver(lab, targets.value);
  const places = placesOf(lab, plan);
  const mdbId = places.ok ? places.value.mdbId : null;
  return ok(
    targets.value.map((target): MailboxFacts => {
      const rules = ruleFacts(lab, plan, target, resolvesDn);
      const { mailboxId, person } = target.match;
      const there = mailboxId !== null;
      return {
        alias: person.alias,
        target: there
          ? target.initialized
            ? 'initialized'
            : 'uninitialized'
          : willExist(target) && plan.createAccounts
            ? 'new'
            : 'missing',
        events: plannedEvents(lab, person.mailboxId),
        mailBounces: target.mailGoesElsewhere || plan.targetAddressDomain !== null,
        idsTaken: idsTaken(lab, plan, person.mailboxId, mailboxId, mdbId),
        ost: ostFacts(lab, target.match),
        rulesAfterClone: rules.afterClone,
        rulesAfterMerge: rules.afterMerge,
      };
    }),
  );
}

/** What the prediction has to know about the run as a whole. */
export function runFacts(lab: Lab, plan: RunPlan, ignoreGate: boolean): RunFacts {
  const fault = cloneFault(lab);
  return {
    mode: plan.mode,
    starts: ignoreGate || !gateRefuses(lab, { mode: plan.mode, source: plan.source, plan }),
    filtered: isFiltered(plan),
    cloneFailsAt: fault.faulty ? fault.failsAtOrdinal : null,
    faultWhy: fault.faulty ? fault.why : null,
    fallback: setting(lab, 'fallback') === 'fail' ? 'fail' : 'merge',
  };
}
