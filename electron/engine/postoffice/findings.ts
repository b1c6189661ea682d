import type { PostOfficePlan } from '../../../shared/lab/run-plan.ts';
import { localUsers } from '../migrate/import/plan-accounts.ts';
import { findPostOffice } from '../migrate/import/post-office.ts';
import type { Lab } from '../store/lab.ts';
import { customRecipientOf } from './custom-recipient.ts';
import {
  countMail,
  hasFlaw,
  HAS_ATTMAIL,
  mailFilter,
  type MailFilter,
  ownerFilter,
} from './exported-mail.ts';
import { findPrograms, type FoundPrograms } from './find-programs.ts';
import { isIllegalName, isPlainName, longParts } from './names.ts';
import { localUser, postOffice, postOffices, type PostOffice, type PoUser } from './post-office-row.ts';
import { oldExport, openSteps, osTwo, thirtyTwoBit, wrongPrograms } from './program-troubles.ts';

/** What the gate asks about post offices, their data and the programs that read them. */
export const PO_FINDINGS = [
  'thirty-two-bit-executables',
  'thirty-two-bit-steps',
  'attmail-headers',
  'custom-recipients-without-mail',
  'wrong-executables',
  'old-export',
  'os2-executables',
  'pre-expired-passwords',
  'long-file-path',
  'unsupported-database',
  'post-office-name',
  'post-office-name-illegal',
  'invalid-dates',
  'zero-size',
  'connector-running',
  'post-office-in-use',
  'damaged-post-office',
] as const;
export type PoFinding = (typeof PO_FINDINGS)[number];

export type PostOfficeFindings = Readonly<Record<PoFinding, readonly string[]>>;

type User = Pick<PoUser, 'id' | 'key'>;

/** One post office as a plan, or the lab as a whole, would meet it. */
interface Scope {
  readonly lab: Lab;
  readonly po: PostOffice;
  readonly programs: FoundPrograms;
  readonly plan: PostOfficePlan | null;
  readonly users: readonly User[];
}

function scopesOf(lab: Lab, plan: PostOfficePlan | null): Scope[] {
  const programs = findPrograms(lab);
  if (plan === null)
    return postOffices(lab).map((po) => ({ lab, po, programs, plan, users: localUsers(lab, po.id) }));
  const found = findPostOffice(lab, plan.directory, plan.postOffice);
  if (!found.ok) return [];
  const po = postOffice(lab, found.value.id);
  const users = plan.accounts.flatMap((key) => localUser(lab, po.id, key) ?? []);
  return [{ lab, po, programs, plan, users }];
}

const ALL_MAIL: MailFilter = { sql: '1', values: [] };

/** Users of the scope, and with bulletin boards null, who have messages of this kind among those to be exported. */
function withMail({ lab, po, plan, users }: Scope, further: string): string[] {
  const filter = plan === null ? ALL_MAIL : mailFilter(plan);
  const owners: (User | null)[] = [
    ...(plan === null || plan.mail ? users : []),
    ...(plan === null || plan.bulletinBoards ? [null] : []),
  ];
  return owners.flatMap((user) => {
    const count = countMail(lab, ownerFilter(po.id, user?.id ?? null), filter, further);
    const whose = user === null ? `bulletin boards of ${po.name}` : user.key;
    return count === 0 ? [] : [`${whose}: ${count} message${count === 1 ? '' : 's'}`];
  });
}

/** Q194218: users of a DB8 post office with a custom recipient, of whom no message would be exported. */
function recipientsWithoutMail({ lab, po, plan, users }: Scope): string[] {
  if (po.database !== 'DB8') return [];
  const filter = plan === null ? ALL_MAIL : mailFilter(plan);
  return users.flatMap((user) => {
    const mail = plan === null || plan.mail ? countMail(lab, ownerFilter(po.id, user.id), filter) : 0;
    if (mail > 0) return [];
    const recipient = customRecipientOf(lab, user.key, po.name);
    return recipient === null ? [] : [`${user.key}: ${recipient.dn}`];
  });
}

function connectorRuns({ lab, po }: Scope): string[] {
  const running = lab.get<{ name: string }>(
    `SELECT s.name AS name FROM connector c JOIN service s ON s.name = 'MSExchangeCCMC' AND s.state = 'running' WHERE c.po_id = ?`,
    po.id,
  );
  return running === undefined ? [] : [`${running.name} runs and works on ${po.name}`];
}

const TESTS: Readonly<Record<PoFinding, (scope: Scope) => readonly string[]>> = {
  'thirty-two-bit-executables': ({ lab, po, programs }) => thirtyTwoBit(lab, po, programs),
  // Steps count only for 32-bit programs; a post office that needs others is not concerned.
  'thirty-two-bit-steps': ({ lab, po, programs, plan }) =>
    thirtyTwoBit(lab, po, programs).length === 0 ? [] : openSteps(lab, po, programs, plan?.directory ?? null),
  'attmail-headers': (scope) => (scope.po.database === 'DB8' ? withMail(scope, HAS_ATTMAIL) : []),
  'custom-recipients-without-mail': recipientsWithoutMail,
  'wrong-executables': ({ lab, po, programs }) =>
    po.database === 'DB7' || thirtyTwoBit(lab, po, programs).length > 0 || osTwo(programs).length > 0
      ? []
      : oldExport(po, programs).length > 0
        ? []
        : wrongPrograms(po, programs),
  'old-export': ({ po, programs }) => oldExport(po, programs),
  'os2-executables': ({ programs }) => osTwo(programs),
  'pre-expired-passwords': ({ po }) =>
    po.options.preExpiredPasswords ? [`Pre-expired Passwords is enabled on ${po.name}`] : [],
  'long-file-path': ({ plan }) =>
    plan?.method === 'extract' ? longParts(plan.files ?? '').map((part) => `"${part}" in ${plan.files}`) : [],
  'unsupported-database': ({ po }) => (po.database === 'DB7' ? [`${po.name} is DB7 (cc:Mail Mobile)`] : []),
  'post-office-name': ({ po }) => (isPlainName(po.name) ? [] : [po.name]),
  'post-office-name-illegal': ({ po }) => (po.database === 'DB8' && isIllegalName(po.name) ? [po.name] : []),
  'invalid-dates': (scope) => (scope.po.database === 'DB8' ? withMail(scope, hasFlaw('invalid-date')) : []),
  'zero-size': (scope) => withMail(scope, hasFlaw('zero-size')),
  'connector-running': connectorRuns,
  'post-office-in-use': ({ po }) => po.options.inUseBy.map((who) => `${who} works on ${po.name}`),
  'damaged-post-office': ({ po }) =>
    po.damage === null
      ? []
      : [`${po.name}: ${po.damage.files.join(', ') || 'its files'} (${po.damage.cause})`],
};

/**
 * What was found about post offices, by name; an empty list: nothing. With a plan it is judged for the post office and the
 * users that the plan names, without one for all post offices of the lab and everybody in them.
 */
export function postOfficeFindings(lab: Lab, plan: PostOfficePlan | null): PostOfficeFindings {
  const scopes = scopesOf(lab, plan);
  const found = PO_FINDINGS.map((name): [PoFinding, readonly string[]] => [
    name,
    [...new Set(scopes.flatMap((scope) => TESTS[name](scope)))],
  ]);
  return Object.fromEntries(found) as Record<PoFinding, readonly string[]>;
}
