import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { type FateCode, worstFate } from '../../../shared/outcome/fate.ts';
import type { MailboxFacts, OstFacts, RunFacts } from '../../../shared/outcome/predict.ts';
import { bindingFits } from '../../../shared/sync/ost-binding.ts';
import { mailboxRow } from '../mailbox/mailbox-row.ts';
import type { Lab } from '../store/lab.ts';
import { setting } from '../store/settings.ts';
import {
  copyContext,
  directoryResolver,
  type FateContext,
  fateContext,
  type ResolveDn,
} from './fate-context.ts';
import { legacyDnOf, profileState, sourceOst } from './fate-ost.ts';
import { ruleFates } from './fate-rules.ts';
import { cloneFault } from './fault.ts';
import { gateRefuses } from './gate.ts';
import { type PlannedTarget, plannedTargets } from './planned-targets.ts';

/** Outlook versions whose .ost ExProfRe renames (Windows IT Pro 43603). */
const RENAMED_BY_EXPROFRE: readonly string[] = ['97', '98', '2000', '2002'];

function ostFacts(lab: Lab, target: PlannedTarget): OstFacts | null {
  const { person, mailboxId, objectId } = target.match;
  const source = mailboxRow(lab, person.mailboxId);
  const profile = profileState(lab, source.objectId);
  const ost = profile === null ? null : sourceOst(lab, profile.id, source);
  if (profile === null || ost === null) return null;
  const rePointed =
    objectId !== null && legacyDnOf(lab, objectId).toLowerCase() === profile.mailboxDn.toLowerCase();
  return {
    inUse: ost.status === 'current' && profile.ostId === ost.id,
    willBeRenamed: !rePointed && RENAMED_BY_EXPROFRE.includes(profile.outlook),
    boundToSource: bindingFits(ost, source),
    boundToTarget: mailboxId !== null && bindingFits(ost, mailboxRow(lab, mailboxId)),
  };
}

/** The directory as it will be after stage 1: whoever is migrated is stamped with the old legacyExchangeDN. */
function futureResolver(lab: Lab, targets: readonly PlannedTarget[]): ResolveDn {
  const now = directoryResolver(lab);
  const stamped = new Set(
    targets.filter((target) => willExist(target)).map((target) => target.match.person.legacyDn.toLowerCase()),
  );
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
  return ok(
    targets.value.map((target): MailboxFacts => {
      const rules = ruleFacts(lab, plan, target, resolvesDn);
      const there = target.match.mailboxId !== null;
      return {
        alias: target.match.person.alias,
        target: there
          ? target.initialized
            ? 'initialized'
            : 'uninitialized'
          : willExist(target) && plan.createAccounts
            ? 'new'
            : 'missing',
        events: plannedEvents(lab, target.match.person.mailboxId),
        mailBounces: target.mailGoesElsewhere || plan.targetAddressDomain !== null,
        ost: ostFacts(lab, target),
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
    filtered: plan.dateRange !== null || (plan.subjectPrefixes?.length ?? 0) > 0,
    cloneFailsAt: fault.faulty ? fault.failsAtOrdinal : null,
    faultWhy: fault.faulty ? fault.why : null,
    fallback: setting(lab, 'fallback') === 'fail' ? 'fail' : 'merge',
  };
}
