import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { type FateCode, worstFate } from '../../../shared/outcome/fate.ts';
import type { MailboxFacts, RunFacts } from '../../../shared/outcome/predict.ts';
import { mailboxRow } from '../mailbox/mailbox-row.ts';
import { isFiltered } from '../migrate/message-filter.ts';
import type { ResolvedMatch } from '../migrate/match.ts';
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
function futureResolver(lab: Lab, people: readonly number[]): ResolveDn {
  const now = directoryResolver(lab);
  const stamped = new Set<string>();
  const addresses = lab.iterate<{ address: string }>(
    `WITH person(id) AS (SELECT value FROM json_each(?))
     SELECT lower(legacy_dn) AS address FROM directory_object WHERE id IN person
     UNION ALL SELECT lower(address) FROM proxy_address WHERE kind = 'X500' AND object_id IN person`,
    JSON.stringify(people),
  );
  for (const { address } of addresses) stamped.add(address);
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

const NO_RULES: RuleFacts = { afterClone: null, afterMerge: null };

/** @param target key of the target mailbox where it is initialized, else null */
function ruleFacts(
  lab: Lab,
  plan: RunPlan,
  source: number,
  target: number | null,
  resolvesDn: ResolveDn,
): RuleFacts {
  if (lab.get('SELECT 1 FROM rule WHERE mailbox_id = ? LIMIT 1', source) === undefined) return NO_RULES;
  const worst = (context: FateContext): FateCode | null =>
    worstFate(ruleFates(context).map((one) => one.fate));
  return {
    afterClone: plan.mode === 'clone' ? worst(copyContext(lab, source, resolvesDn)) : null,
    // A merge leaves the rules of the target as they are: those of an earlier clone, or none.
    afterMerge: target === null ? 'LOST' : worst(fateContext(lab, source, target, resolvesDn)),
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

const NO_EVENTS: MailboxFacts['events'] = [];

function plannedEvents(lab: Lab, sourceMailbox: number): MailboxFacts['events'] {
  const rows = lab.all<{ kind: 'deliver' | 'logon' }>(
    'SELECT kind FROM planned WHERE source_mailbox = ? AND done_in_run IS NULL ORDER BY id',
    sourceMailbox,
  );
  return rows.length === 0 ? NO_EVENTS : rows.map((row) => row.kind);
}

function targetState(plan: RunPlan, target: PlannedTarget): MailboxFacts['target'] {
  if (target.match.mailboxId !== null) return target.initialized ? 'initialized' : 'uninitialized';
  return willExist(target) && plan.createAccounts ? 'new' : 'missing';
}

/** Facts whose rules are filled in once it is known who will answer to which address. */
type Draft = { -readonly [Key in keyof MailboxFacts]: MailboxFacts[Key] };

/**
 * What the prediction has to know about every mailbox of a plan, read from the lab. Failures: those of matching.
 * @param onMatch told of each match as it is found, so that a run over 50,000 mailboxes finds them once
 */
export function mailboxFacts(
  lab: Lab,
  plan: RunPlan,
  onMatch: (match: ResolvedMatch) => void = () => undefined,
): Result<MailboxFacts[]> {
  const targets = plannedTargets(lab, plan);
  if (!targets.ok) return targets;
  const places = placesOf(lab, plan);
  const mdbId = places.ok ? places.value.mdbId : null;
  const stamped: number[] = [];
  const drafts: Draft[] = [];
  // Keys of each one's source mailbox, and of its target mailbox where that is initialized.
  const pairs: (readonly [source: number, target: number | null])[] = [];
  for (const target of targets.value) {
    const { mailboxId, person } = target.match;
    onMatch(target.match);
    if (willExist(target)) stamped.push(person.objectId);
    pairs.push([person.mailboxId, target.initialized ? mailboxId : null]);
    drafts.push({
      alias: person.alias,
      target: targetState(plan, target),
      events: plannedEvents(lab, person.mailboxId),
      mailBounces: target.mailGoesElsewhere || plan.targetAddressDomain !== null,
      idsTaken: idsTaken(lab, plan, person.mailboxId, mailboxId, mdbId),
      ost: ostFacts(lab, target.match),
      rulesAfterClone: null,
      rulesAfterMerge: null,
    });
  }
  const resolvesDn = futureResolver(lab, stamped);
  drafts.forEach((draft, index) => {
    const [source = 0, target = null] = pairs[index] ?? [];
    const { afterClone, afterMerge } = ruleFacts(lab, plan, source, target, resolvesDn);
    draft.rulesAfterClone = afterClone;
    draft.rulesAfterMerge = afterMerge;
  });
  return ok(drafts);
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
