import { PUBLIC_MESSAGES, type PostOfficePlan } from '../../../../shared/lab/run-plan.ts';
import { ccMailAddress } from '../../../../shared/lab/post-office.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { Lab } from '../../store/lab.ts';
import type { PostOfficeRow } from './post-office.ts';
import type { NewAccount } from './run-account.ts';

interface UserRow {
  readonly id: number;
  readonly key: string;
  readonly name: string;
}

/** Users that can be migrated: those whose mail lies in the post office itself, in the order of their names. */
export function localUsers(lab: Lab, officeId: number): UserRow[] {
  return lab.all<UserRow>(
    "SELECT id, key, name FROM po_user WHERE po_id = ? AND kind = 'local' ORDER BY name, id",
    officeId,
  );
}

/** Messages of folders that a plan takes: none without mail, those in the range, and those without a date (Q198957). */
function countMessages(lab: Lab, plan: PostOfficePlan, where: string, key: number): number {
  const { from, to } = plan.dateRange ?? { from: null, to: null };
  return (
    lab.get<{ count: number }>(
      `SELECT count(*) AS count FROM po_message m JOIN po_folder f ON f.id = m.folder_id WHERE ${where}
         AND (?2 IS NULL OR coalesce(m.received, m.sent) IS NULL OR coalesce(m.received, m.sent) BETWEEN ?2 AND ?3)`,
      key,
      from,
      to,
    )?.count ?? 0
  );
}

/**
 * The accounts of a plan as rows of its run, in the plan's order; bulletin boards come last, as one more.
 * Failure codes: no-accounts, unknown-account.
 */
export function postOfficeAccounts(
  lab: Lab,
  office: PostOfficeRow,
  plan: PostOfficePlan,
): Result<readonly NewAccount[]> {
  const users = new Map(localUsers(lab, office.id).map((user) => [user.key.toLowerCase(), user]));
  const accounts: NewAccount[] = [];
  const taken = new Set<string>();
  for (const wanted of plan.accounts) {
    const user = users.get(wanted.toLowerCase());
    if (user === undefined || user.key === PUBLIC_MESSAGES) {
      return fail(
        'unknown-account',
        `The post office ${office.name} has no user "${wanted}" whose mail it holds: choose those that it lists.`,
      );
    }
    if (taken.has(user.key)) continue;
    taken.add(user.key);
    accounts.push({
      key: user.key,
      displayName: user.name,
      address: `CCMAIL:${ccMailAddress(user.key, office.name)}`,
      total: plan.mail ? countMessages(lab, plan, 'f.user_id = ?1', user.id) : 0,
    });
  }
  if (accounts.length === 0) {
    return fail('no-accounts', 'No account is chosen: choose users of the post office.');
  }
  if (plan.bulletinBoards) {
    accounts.push({
      key: PUBLIC_MESSAGES,
      displayName: 'Bulletin boards',
      address: '',
      total: countMessages(lab, plan, "f.po_id = ?1 AND f.kind = 'bulletin-board'", office.id),
    });
  }
  return ok(accounts);
}
