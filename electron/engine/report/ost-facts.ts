import type { OstFacts } from '../../../shared/outcome/predict.ts';
import { type Binding, bindingFits } from '../../../shared/sync/ost-binding.ts';
import { mailboxRow } from '../mailbox/mailbox-row.ts';
import type { ResolvedMatch } from '../migrate/match.ts';
import { ostsOfProfile } from '../outlook/ost-row.ts';
import { profileMailbox, profileOf } from '../outlook/profile-row.ts';
import type { Lab } from '../store/lab.ts';
import { legacyDnOf } from './fate-context.ts';

/** Which mailbox a user's Outlook will meet after the run. */
type Met =
  | { readonly kind: 'target' }
  | { readonly kind: 'other'; readonly mailbox: Binding }
  | { readonly kind: 'none' };

/** ExProfRe takes the first object with the X500 address; that may be one which an earlier run stamped. */
function stampedEarlier(lab: Lab, legacyDn: string, before: number | null): Met | null {
  const first = lab.get<{ id: number; mailbox: number }>(
    `SELECT o.id AS id, m.id AS mailbox FROM proxy_address p CROSS JOIN directory_object o ON o.id = p.object_id AND o.deleted_at IS NULL
      JOIN org ON org.id = o.org_id AND org.role = 'target' JOIN mailbox m ON m.object_id = o.id
      WHERE p.kind = 'X500' AND p.address = ? AND o.legacy_dn IS NOT NULL ORDER BY o.id LIMIT 1`,
    legacyDn,
  );
  return first === undefined || (before !== null && before <= first.id)
    ? null
    : { kind: 'other', mailbox: mailboxRow(lab, first.mailbox) };
}

function metMailbox(lab: Lab, match: ResolvedMatch, mailboxDn: string): Met {
  const { person, objectId, newAlias } = match;
  const dn = mailboxDn.toLowerCase();
  if (dn === person.legacyDn.toLowerCase())
    return stampedEarlier(lab, person.legacyDn, objectId) ?? { kind: 'target' };
  if (objectId !== null && legacyDnOf(lab, objectId).toLowerCase() === dn) return { kind: 'target' };
  const present = profileMailbox(lab, mailboxDn);
  if (present !== null) return { kind: 'other', mailbox: present };
  return objectId === null && newAlias !== '' && dn.endsWith(`/cn=${newAlias.toLowerCase()}`)
    ? { kind: 'target' }
    : { kind: 'none' };
}

const FACTS = new Map<string, OstFacts>();

/** Equal facts as one object: they are five answers by yes or no, and there may be 50,000 files. */
function shared(facts: OstFacts): OstFacts {
  const key = Object.values(facts).map(Number).join('');
  const known = FACTS.get(key) ?? facts;
  FACTS.set(key, known);
  return known;
}

/** What the prediction has to know about a user's .ost files; null: there are none. */
export function ostFacts(lab: Lab, match: ResolvedMatch): OstFacts | null {
  const { person, mailboxId } = match;
  const profile = profileOf(lab, person.alias);
  const files = profile.ok ? ostsOfProfile(lab, profile.value.id) : [];
  if (!profile.ok || files.length === 0) return null;
  const { mailboxDn, outlook, ostId } = profile.value;
  const ost = files.find((file) => file.id === ostId);
  const met = metMailbox(lab, match, mailboxDn);
  const fits = (mailbox: Binding | null): boolean =>
    ost !== undefined && mailbox !== null && bindingFits(ost, mailbox);
  const ownMailbox = (id: number | null): Binding | null => (id === null ? null : mailboxRow(lab, id));
  return shared({
    inUse: met.kind !== 'none' && files.every((file) => file.status === 'current'),
    willBeRenamed: mailboxDn.toLowerCase() === person.legacyDn.toLowerCase() && outlook !== '2003',
    beforeOutlook2003: outlook !== '2003',
    fitsAfterClone: fits(met.kind === 'other' ? met.mailbox : ownMailbox(person.mailboxId)),
    fitsAfterMerge: fits(met.kind === 'other' ? met.mailbox : ownMailbox(mailboxId)),
  });
}
