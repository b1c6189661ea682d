import type { RunReport } from '../../../shared/ipc/shapes.ts';
import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import type { Complaint } from './check-merge.ts';
import type { ModelLab, ModelPerson } from './model-types.ts';
import { type MailboxForecast, targetOf } from './reference-model.ts';

interface AccountCheck {
  readonly before: ModelLab;
  readonly after: ModelLab;
  readonly plan: RunPlan;
  readonly report: RunReport;
}

function lostProxies(person: ModelPerson, now: ModelPerson): string[] {
  const have = new Set(now.proxies.map((proxy) => proxy.toLowerCase()));
  return person.proxies.filter((proxy) => !have.has(proxy.toLowerCase()));
}

/** Whether a column that held something holds something else; what was empty may be filled in. */
function overwritten(was: string, now: string): boolean {
  const columns: unknown[] = JSON.parse(now);
  const before: unknown[] = JSON.parse(was);
  return before.some((value, at) => value !== null && value !== columns[at]);
}

/** A found account keeps what it has (A17: existing directory data is not overwritten). */
function checkFound(was: ModelPerson, now: ModelPerson): string[] {
  const texts: string[] = [];
  if (was.id !== now.id) texts.push(`account ${was.alias} matches, and ${now.alias} was used`);
  if (overwritten(was.facts, now.facts))
    texts.push(`existing account overwritten: ${was.facts} became ${now.facts}`);
  const lost = lostProxies(was, now);
  if (lost.length > 0) texts.push(`existing addresses lost: ${lost.join(', ')}`);
  return texts;
}

function checkCreated(check: AccountCheck, forecast: MailboxForecast, now: ModelPerson): string[] {
  if (check.before.people.has(now.id)) return [`account ${now.alias} was taken without a definite match`];
  const texts: string[] = [];
  if (now.enabled) texts.push('the created account is not disabled');
  const mailbox = targetOf(check.after, check.report.run, forecast.alias)?.mailbox;
  if (mailbox !== undefined && mailbox.accountSid !== forecast.sourcePerson.sid) {
    texts.push('the source account may not open the new mailbox');
  }
  return texts;
}

function checkTargetAddress(check: AccountCheck, forecast: MailboxForecast, now: ModelPerson): string[] {
  const { plan, before, report } = check;
  const had = forecast.person?.targetAddress ?? null;
  if (plan.targetAddressDomain === null || had !== null) {
    return now.targetAddress === had ? [] : [`target address became ${now.targetAddress}`];
  }
  if (report.state !== 'completed') return [];
  const stays = before.settings.get('clearTargetAddress') === 'no';
  if (stays) {
    return now.targetAddress?.endsWith(`@${plan.targetAddressDomain}`) === true
      ? []
      : [`target address is ${now.targetAddress} after /D`];
  }
  return now.targetAddress === null ? [] : [`target address ${now.targetAddress} of /D was not cleared`];
}

/** Stage 1 (identity 7.3, A11, A17): whom the mailbox went to, what that account is and carries, and what became of contacts. */
export function checkAccount(check: AccountCheck, forecast: MailboxForecast): Complaint[] {
  const { plan, after, report } = check;
  const found = targetOf(after, report.run, forecast.alias);
  const complaints: Complaint[] = [];
  const complain = (invariant: string, texts: readonly string[]): void => {
    for (const text of texts) complaints.push({ invariant, text });
  };
  if (found === null || (!plan.createAccounts && forecast.target === null)) return complaints;
  const { person } = found;
  complain(
    'A17',
    forecast.person === null ? checkCreated(check, forecast, person) : checkFound(forecast.person, person),
  );
  complain('A9', checkTargetAddress(check, forecast, person));
  for (const contact of forecast.contacts) {
    const now = after.people.get(contact.id);
    if (now !== undefined && !now.deleted) complain('A17', [`contact ${contact.alias} was not converted`]);
    const lost = lostProxies(contact, person);
    if (contact.legacyDn !== null && !person.proxies.includes(`X500:${contact.legacyDn}`)) {
      complain('A17', [`mail to the contact's old address ${contact.legacyDn} resolves no more`]);
    }
    if (lost.length > 0) complain('A17', [`addresses of the contact lost: ${lost.join(', ')}`]);
  }
  return complaints;
}
