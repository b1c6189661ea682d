import { documented, type Evidence, modelled, type Why } from '../evidence.ts';
import type { FateCode } from './fate.ts';
import { LEDGER, type LedgerId } from './ledger.ts';

type Mode = 'default' | 'clone';

/** A user's .ost files as they lie there before the run. */
export interface OstFacts {
  /** Outlook still works with the one it had; false: one was set aside or renamed before, or its mailbox is gone. */
  readonly inUse: boolean;
  /** ExProfRe will rename it: an Outlook before 2003 whose profile has not been re-pointed yet. */
  readonly willBeRenamed: boolean;
  /** It belongs to an Outlook before 2003, of which less is documented. */
  readonly beforeOutlook2003: boolean;
  /** It fits the mailbox that Outlook will meet: after a clone, and after a merge. */
  readonly fitsAfterClone: boolean;
  readonly fitsAfterMerge: boolean;
}

/** What is known about one mailbox before a run. */
export interface MailboxFacts {
  readonly alias: string;
  /** `missing`: there is none, and none will be made. */
  readonly target: 'missing' | 'new' | 'uninitialized' | 'initialized';
  /** What will happen to it between the stages. */
  readonly events: readonly ('deliver' | 'logon')[];
  /** Mail to the target bounces while the run lasts, because of a target address. */
  readonly mailBounces: boolean;
  /** The target database has these ids already, in another mailbox, so that they cannot be cloned into it. */
  readonly idsTaken: boolean;
  readonly ost: OstFacts | null;
  /** The worst fate among its rules after a clone, and after a merge; null: it has none. */
  readonly rulesAfterClone: FateCode | null;
  readonly rulesAfterMerge: FateCode | null;
}

/** What is known about the run as a whole. */
export interface RunFacts {
  readonly mode: Mode;
  /** False: the gate refuses, and nobody overrules it. */
  readonly starts: boolean;
  /** A filter by date or subject is asked for. */
  readonly filtered: boolean;
  /** Clone mode is defective on this server: index of the cloned mailbox at which it dies, of so many to be cloned. */
  readonly cloneFailsAt: ((count: number) => number) | null;
  readonly faultWhy: Why | null;
  /** What clone mode does with an initialized target. */
  readonly fallback: 'merge' | 'fail';
}

export interface Prediction {
  readonly alias: string;
  /** Null: its data will not be copied. */
  readonly effectiveMode: Mode | null;
  readonly ost: 'KEEP' | 'REBUILD' | null;
  readonly rules: FateCode | null;
  readonly why: readonly Why[];
}

function why(rule: string, grounds: Evidence): Why {
  return { rule, ...grounds };
}

/** Also the run's own ground, when it happens. */
export const CLONE_WITH_FILTER = modelled(
  'That clone mode supports no filter is documented; that a mailbox is merged then is inferred',
  'aa996178',
);

const REASONS = {
  refused: why('gate-refused', modelled("The gate is the lab's own; the original would have started")),
  missing: why('target-missing', documented('KB307706')),
  asked: why('default-mode', documented('Exchange Server 2003 Deployment Guide')),
  clone: why('clone-mode', documented('KB919235')),
  initialized: why('target-initialized', documented('aa996178, KB842101')),
  delivered: why('mail-between-stages', documented('KB842101')),
  loggedOn: why('logon-between-stages', documented('KB842101')),
  fallbackFails: why('fallback-fails', documented('Exchange Team Blog, 25 Aug 2004')),
  filtered: why('filters-in-clone-mode', CLONE_WITH_FILTER),
  collision: why('id-collision', modelled('A database of Exchange 2003 has one id space')),
  behind: why(
    'behind-a-failure',
    modelled('The run ends at the failure, so that what comes behind is not reached'),
  ),
} as const;

/** Why the target will be initialized when its data is to be copied; null: it will not be. */
function initialization(mailbox: MailboxFacts): Why | null {
  if (mailbox.target === 'initialized') return REASONS.initialized;
  if (mailbox.events.includes('logon')) return REASONS.loggedOn;
  if (mailbox.events.includes('deliver') && !mailbox.mailBounces) return REASONS.delivered;
  return null;
}

/** Made once each: equal predictions of 50,000 mailboxes share their reasons. */
const LEDGER_WHY = new Map<LedgerId, Why>();

function ledgerWhy(id: LedgerId): Why {
  const made = LEDGER_WHY.get(id) ?? { rule: id, ...LEDGER[id].grounds };
  LEDGER_WHY.set(id, made);
  return made;
}

type OstEntry = Extract<LedgerId, `ost-${string}`>;

function ostEntry(ost: OstFacts, effective: Mode): OstEntry {
  if (!ost.inUse) return 'ost-replaced-before';
  if (ost.willBeRenamed) return 'ost-renamed';
  if (effective === 'clone' && ost.fitsAfterClone)
    return ost.beforeOutlook2003 ? 'ost-kept-before-2003' : 'ost-kept';
  if (effective === 'clone') return 'ost-refused';
  return ost.fitsAfterMerge ? 'ost-kept-after-merge' : 'ost-refused';
}

function copied(mailbox: MailboxFacts, effectiveMode: Mode, because: Why): Prediction {
  const entry = mailbox.ost === null ? null : ostEntry(mailbox.ost, effectiveMode);
  return {
    alias: mailbox.alias,
    effectiveMode,
    ost: entry === null ? null : LEDGER[entry].fate,
    rules: effectiveMode === 'clone' ? mailbox.rulesAfterClone : mailbox.rulesAfterMerge,
    why: entry === null ? [because] : [because, ledgerWhy(entry)],
  };
}

function notCopied(mailbox: MailboxFacts, because: Why): Prediction {
  return { alias: mailbox.alias, effectiveMode: null, ost: null, rules: null, why: [because] };
}

/**
 * Says before a run what each mailbox's fate will be, from facts about the lab alone and never by running it. `mailboxes`
 * in the order in which they are migrated. It assumes that users are re-pointed with ExProfRe without switches, and
 * that nobody cancels.
 */
export function predictRun(run: RunFacts, mailboxes: readonly MailboxFacts[]): Prediction[] {
  if (!run.starts) return mailboxes.map((mailbox) => notCopied(mailbox, REASONS.refused));
  const isCloned = (mailbox: MailboxFacts): boolean =>
    run.mode === 'clone' && !run.filtered && mailbox.target !== 'missing' && initialization(mailbox) === null;
  const cloned = mailboxes.filter(isCloned).length;
  const failsAt = run.cloneFailsAt === null || cloned === 0 ? -1 : run.cloneFailsAt(cloned);
  let ended = false;
  let ordinal = 0;
  return mailboxes.map((mailbox) => {
    if (ended) return notCopied(mailbox, REASONS.behind);
    if (mailbox.target === 'missing') return notCopied(mailbox, REASONS.missing);
    if (run.mode === 'default') return copied(mailbox, 'default', REASONS.asked);
    const initialized = initialization(mailbox);
    if (initialized !== null && run.fallback === 'fail') {
      ended = true;
      return notCopied(mailbox, REASONS.fallbackFails);
    }
    if (initialized !== null) return copied(mailbox, 'default', initialized);
    if (run.filtered) return copied(mailbox, 'default', REASONS.filtered);
    if (ordinal === failsAt) {
      ended = true;
      return notCopied(mailbox, run.faultWhy ?? REASONS.behind);
    }
    if (mailbox.idsTaken) return notCopied(mailbox, REASONS.collision);
    ordinal += 1;
    return copied(mailbox, 'clone', REASONS.clone);
  });
}
