import { decodeAddressBookEntryId } from '../../../shared/identity/address-book-entry-id.ts';
import { decodeRuleActions, type RuleAction } from '../../../shared/identity/rule-actions.ts';
import { encodeShortId } from '../../../shared/identity/short-id.ts';
import { decodeStoreEntryId } from '../../../shared/identity/store-entry-id.ts';
import type { Fate } from '../../../shared/outcome/fate.ts';
import { fateOf, type LedgerId, worstId } from '../../../shared/outcome/ledger.ts';
import { resolveShortId } from '../mailbox/replids.ts';
import { compareShortIds, type FateContext, type Resolution } from './fate-context.ts';

interface RuleRow {
  readonly ruleId: number;
  readonly name: string;
  readonly actions: Uint8Array;
}

const FOLDER_FATE: Readonly<Record<Resolution, LedgerId>> = {
  right: 'rule-folder-translated',
  wrong: 'rule-folder-wrong',
  nothing: 'rule-folder-not-found',
};

function templateFate(
  context: FateContext,
  action: Extract<RuleAction, { op: 'reply' | 'oofReply' }>,
): LedgerId {
  const { lab, target } = context;
  const folder = resolveShortId(lab, target.mdbId, encodeShortId(action.template.folder));
  const message = resolveShortId(lab, target.mdbId, encodeShortId(action.template.message));
  if (folder === null || message === null) return 'rule-template-not-found';
  const there = lab.get(
    'SELECT 1 FROM message WHERE mailbox_id = ? AND repl = ? AND gc = ? AND folder_repl = ? AND folder_gc = ? AND is_fai = 1',
    target.id,
    message.repl,
    message.gc,
    folder.repl,
    folder.gc,
  );
  return there === undefined ? 'rule-template-not-found' : 'rule-template-translated';
}

function recipientsFate(context: FateContext, recipients: readonly Uint8Array[]): LedgerId {
  const known = recipients.every((recipient) => {
    const entry = decodeAddressBookEntryId(recipient);
    return entry.ok && context.resolvesDn(entry.value.dn);
  });
  return known ? 'rule-recipient-resolves' : 'rule-recipient-unknown';
}

/** What one action of a rule in the target comes to; `before` is the same action in the source. */
function actionFate(context: FateContext, before: RuleAction | undefined, after: RuleAction): LedgerId {
  switch (after.op) {
    case 'move':
    case 'copy': {
      if (!after.inThisStore)
        return decodeStoreEntryId(after.storeEid).ok ? 'rule-store-target-stale' : 'rule-file-target';
      if (before?.op !== after.op || !before.inThisStore) return 'rule-folder-wrong';
      return FOLDER_FATE[compareShortIds(context, encodeShortId(before.folder), encodeShortId(after.folder))];
    }
    case 'reply':
    case 'oofReply':
      return templateFate(context, after);
    case 'forward':
    case 'delegate':
      return recipientsFate(context, after.recipients);
    case 'defer':
    case 'unknown':
      return 'rule-client-data';
    default:
      return 'rule-without-identifier';
  }
}

function ruleFate(context: FateContext, before: RuleRow, after: RuleRow | undefined): Fate {
  if (after === undefined) return fateOf(before.name, 'rule-not-carried');
  const was = decodeRuleActions(before.actions);
  const is = decodeRuleActions(after.actions);
  if (!is.ok) return fateOf(before.name, 'rule-folder-not-found');
  const actions = was.ok ? was.value : [];
  return fateOf(
    before.name,
    worstId(
      is.value.map((action, index) => actionFate(context, actions[index], action)),
      'rule-without-identifier',
    ),
  );
}

/** What became of every server rule of the source mailbox, read from the bytes in the target. */
export function ruleFates(context: FateContext): Fate[] {
  const { lab, source, target } = context;
  const rules = (mailbox: number): RuleRow[] =>
    lab.all<RuleRow>(
      'SELECT rule_id AS ruleId, name, actions FROM rule WHERE mailbox_id = ? ORDER BY sequence, rule_id',
      mailbox,
    );
  const carried = new Map(rules(target.id).map((rule) => [`${rule.ruleId} ${rule.name}`, rule]));
  return rules(source.id).map((rule) => ruleFate(context, rule, carried.get(`${rule.ruleId} ${rule.name}`)));
}
