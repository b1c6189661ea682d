import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { orgOf } from '../mailbox/directory.ts';
import type { Lab } from '../store/lab.ts';

/** A chosen account of the source organization, with what matching looks at. */
export interface SourcePerson {
  readonly alias: string;
  readonly objectId: number;
  readonly mailboxId: number;
  readonly mdbId: number;
  readonly displayName: string;
  readonly logonName: string | null;
  readonly sid: string | null;
  readonly legacyDn: string;
  readonly department: string | null;
  readonly office: string | null;
  readonly phone: string | null;
  /** SMTP addresses, the primary one first. */
  readonly addresses: readonly string[];
}

type Row = Omit<SourcePerson, 'addresses'>;

function personOf(lab: Lab, orgId: number, alias: string): SourcePerson | null {
  const row = lab.get<Row>(
    `SELECT o.alias AS alias, o.id AS objectId, mailbox.id AS mailboxId, mdb_id AS mdbId, display_name AS displayName,
       logon_name AS logonName, sid, legacy_dn AS legacyDn, department, office, phone
     FROM directory_object o JOIN mailbox ON mailbox.object_id = o.id
     WHERE o.org_id = ? AND o.alias = ? AND o.deleted_at IS NULL`,
    orgId,
    alias,
  );
  if (row === undefined) return null;
  const addresses = lab.all<{ address: string }>(
    "SELECT address FROM proxy_address WHERE object_id = ? AND kind IN ('SMTP', 'smtp') ORDER BY kind, address",
    row.objectId,
  );
  return { ...row, addresses: addresses.map((proxy) => proxy.address) };
}

/**
 * The accounts of a plan in its order, each once.
 * Failures: 'unknown-account' (no such mailbox in the source), 'no-accounts'.
 */
export function sourcePeople(lab: Lab, plan: Pick<RunPlan, 'accounts'>): Result<SourcePerson[]> {
  const orgId = orgOf(lab, 'source').id;
  const seen = new Set<number>();
  const people: SourcePerson[] = [];
  for (const alias of plan.accounts) {
    const person = personOf(lab, orgId, alias);
    if (person === null) {
      return fail(
        'unknown-account',
        `There is no mailbox "${alias}" in the source organization of ${lab.path}: choose one that "lab show" lists.`,
      );
    }
    if (!seen.has(person.mailboxId)) people.push(person);
    seen.add(person.mailboxId);
  }
  return people.length > 0
    ? ok(people)
    : fail('no-accounts', `No account was chosen in ${lab.path}: choose at least one.`);
}
