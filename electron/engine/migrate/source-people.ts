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

/** The owner of a source mailbox; a key without a mailbox is a bug. */
export function personOf(lab: Lab, mailboxId: number): SourcePerson {
  const row = lab.get<Row>(
    `SELECT o.alias AS alias, o.id AS objectId, mailbox.id AS mailboxId, mdb_id AS mdbId, display_name AS displayName,
       logon_name AS logonName, sid, legacy_dn AS legacyDn, department, office, phone
     FROM mailbox JOIN directory_object o ON mailbox.object_id = o.id WHERE mailbox.id = ?`,
    mailboxId,
  );
  if (row === undefined) throw new Error(`no mailbox with key ${mailboxId}`);
  const addresses = lab.all<{ address: string }>(
    "SELECT address FROM proxy_address WHERE object_id = ? AND kind IN ('SMTP', 'smtp') ORDER BY kind, address",
    row.objectId,
  );
  return { ...row, addresses: addresses.map((proxy) => proxy.address) };
}

/**
 * Keys of the source mailboxes that a plan chooses, in its order, each once; `personOf` reads who owns one, for a plan may
 * choose 50,000.
 * Failures: 'unknown-account' (no such mailbox in the source), 'no-accounts'.
 */
export function chosenMailboxes(lab: Lab, plan: Pick<RunPlan, 'accounts'>): Result<number[]> {
  const orgId = orgOf(lab, 'source').id;
  const chosen = new Set<number>();
  for (const alias of plan.accounts) {
    const mailbox = lab.get<{ id: number }>(
      `SELECT mailbox.id AS id FROM directory_object o JOIN mailbox ON mailbox.object_id = o.id
       WHERE o.org_id = ? AND o.alias = ? AND o.deleted_at IS NULL`,
      orgId,
      alias,
    );
    if (mailbox === undefined) {
      return fail(
        'unknown-account',
        `There is no mailbox "${alias}" in the source organization of ${lab.path}: choose one that "lab show" lists.`,
      );
    }
    chosen.add(mailbox.id);
  }
  return chosen.size > 0
    ? ok([...chosen])
    : fail('no-accounts', `No account was chosen in ${lab.path}: choose at least one.`);
}
