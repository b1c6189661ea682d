import { toHex } from '../../../shared/identity/bytes.ts';
import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import { mailboxRow } from '../mailbox/mailbox-row.ts';
import type { Lab } from '../store/lab.ts';
import { fingerprint } from './fingerprint.ts';
import type { OpenedDetail } from './open-mailbox.ts';
import type { Marks, Violation } from './proof-marks.ts';
import { proveClone } from './prove-clone.ts';
import { proveMerge } from './prove-merge.ts';
import type { RunMailbox } from './run-row.ts';

const NOTHING_SINCE = { inSource: false, inTarget: false };

/** Somebody else's change of the source while it was copied: it has a change number of after the opening. */
function sourceMoved(lab: Lab, source: number, marks: Marks): boolean {
  const next = lab.get<{ next: number }>('SELECT next_gc AS next FROM mdb WHERE repl = ?', marks.sourceRepl);
  if (next === undefined || next.next === marks.sourceFrom) return false;
  return (
    lab.get(
      'SELECT 1 FROM message WHERE mailbox_id = ?1 AND ((cn_repl = ?2 AND cn_gc >= ?3) OR (read_repl = ?2 AND read_gc >= ?3)) LIMIT 1',
      source,
      marks.sourceRepl,
      marks.sourceFrom,
    ) !== undefined
  );
}

/** Everything that has to hold when a mailbox is closed; empty: it holds. */
export function proveMailbox(
  lab: Lab,
  plan: RunPlan,
  row: RunMailbox,
  opened: OpenedDetail,
  marks: Marks,
): Violation[] {
  const source = mailboxRow(lab, row.source);
  const target = mailboxRow(lab, row.target ?? 0);
  const violations =
    opened.mode === 'clone'
      ? proveClone(lab, source, target, marks)
      : proveMerge(lab, plan, row.runId, source, target, marks, NOTHING_SINCE);
  if (fingerprint(lab, source.id) !== opened.sourceFingerprint && !sourceMoved(lab, source.id, marks))
    violations.push({ invariant: 'C10', text: 'The source mailbox is not what it was before.' });
  const kept = toHex(target.storeGuid) === opened.storeGuid && toHex(target.ostKey) === opened.ostKey;
  if (opened.mode === 'default' && !kept)
    violations.push({ invariant: 'C12', text: 'A merge changed the store GUID or the key of the .ost.' });
  return violations;
}
