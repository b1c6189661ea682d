import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import type { RunReport } from '../../../shared/ipc/shapes.ts';
import { checkAccount } from './check-account.ts';
import { checkClone } from './check-clone.ts';
import { type Complaint, checkMerge } from './check-merge.ts';
import type { ModelLab, ModelMailbox } from './model-types.ts';
import { forecastMerge, forecastRun, type MailboxForecast, targetOf } from './reference-model.ts';

/** A mailbox with everything in it as one text, for 'nothing has changed'. */
export function mailboxText(mailbox: ModelMailbox): string {
  return JSON.stringify([
    { ...mailbox, replids: null },
    [...mailbox.folders.values()],
    [...mailbox.messages.values()],
  ]);
}

export interface RunCheck {
  readonly before: ModelLab;
  readonly after: ModelLab;
  readonly plan: RunPlan;
  readonly report: RunReport;
}

type Outcome = RunReport['mailboxes'][number];

/** Cut short, a clone stays half or is taken back, as the setting halfClone says; an untouched mailbox keeps its own GUIDs. */
function checkHalf(check: RunCheck, forecast: MailboxForecast, outcome: Outcome | undefined): Complaint[] {
  const now = targetOf(check.after, check.report.run, forecast.alias)?.mailbox;
  if (now === undefined || forecast.target?.initialized === true) return [];
  const complaints: Complaint[] = [];
  const cut = outcome?.state === 'cancelled' && outcome.effectiveMode === 'clone';
  const takenBack = check.before.settings.get('halfClone') === 'rollback';
  if (cut && now.initialized === takenBack) {
    complaints.push({
      invariant: 'F1',
      text: takenBack ? 'a half clone was not taken back' : 'a half clone does not count as initialized',
    });
  }
  if (!now.initialized && now.folders.size + now.messages.size > 0) {
    complaints.push({ invariant: 'F1', text: 'an uninitialized mailbox has folders or messages' });
  }
  if (!now.initialized && now.storeGuid === forecast.source.storeGuid) {
    complaints.push({ invariant: 'F1', text: 'an uninitialized mailbox has the store GUID of the source' });
  }
  return complaints;
}

/** Of a mailbox whose data was not carried through to the end. */
function checkCut(check: RunCheck, forecast: MailboxForecast, outcome: Outcome | undefined): Complaint[] {
  const now = targetOf(check.after, check.report.run, forecast.alias)?.mailbox;
  const half = checkHalf(check, forecast, outcome);
  if (now === undefined || !now.initialized) return half;
  if (forecast.target !== null && mailboxText(forecast.target) === mailboxText(now)) return half;
  if (outcome?.effectiveMode === 'clone' && now.initializedBy === 'clone') {
    return [...half, ...checkClone(forecast.source, now, true)];
  }
  return [
    ...half,
    ...checkMerge({
      before: check.before,
      source: forecast.source,
      was: forecast.target?.initialized === true ? forecast.target : null,
      now,
      forecast: forecastMerge(forecast.source, forecast.target, check.plan),
      deliveries: forecast.deliveries,
      partial: true,
    }),
  ];
}

function checkCounts(check: RunCheck, forecast: MailboxForecast, outcome: Outcome): Complaint[] {
  const complaints: Complaint[] = [];
  const complain = (text: string): void => {
    complaints.push({ invariant: 'D2', text });
  };
  if (forecast.mode === 'clone') {
    if (outcome.copied !== forecast.source.messages.size || outcome.skipped + outcome.replaced > 0) {
      complain(
        `counts ${outcome.copied}/${outcome.skipped}/${outcome.replaced} of ${forecast.source.messages.size} cloned messages`,
      );
    }
    return complaints;
  }
  const { counts, exact } = forecastMerge(forecast.source, forecast.target, check.plan);
  const agrees = exact
    ? counts.replaced === outcome.replaced && counts.skipped === outcome.skipped
    : counts.replaced + counts.skipped === outcome.replaced + outcome.skipped;
  if (counts.copied !== outcome.copied || !agrees) {
    complain(
      `counted ${outcome.copied}/${outcome.replaced}/${outcome.skipped} copied/replaced/skipped, expected ${counts.copied}/${counts.replaced}/${counts.skipped}`,
    );
  }
  return complaints;
}

function checkWhole(check: RunCheck, forecast: MailboxForecast, outcome: Outcome): Complaint[] {
  const complaints: Complaint[] = [];
  const found = targetOf(check.after, check.report.run, forecast.alias);
  if (found === null) return [{ invariant: 'F1', text: 'completed without a target mailbox' }];
  const { mailbox: now, person } = found;
  if (!person.proxies.includes(`X500:${forecast.sourcePerson.legacyDn}`)) {
    complaints.push({ invariant: 'A11', text: 'the target account lacks the X500 address of the source' });
  }
  if (outcome.effectiveMode !== forecast.mode) {
    complaints.push({
      invariant: 'F1',
      text: `effective mode ${outcome.effectiveMode}, expected ${forecast.mode}`,
    });
    return complaints;
  }
  if (now.inTransit) complaints.push({ invariant: 'C10', text: 'the target mailbox stays locked' });
  if (now.server === forecast.source.server && person.legacyDn === forecast.sourcePerson.legacyDn) {
    complaints.push({ invariant: 'C5', text: 'store entry IDs of source and target are equal' });
  }
  if (forecast.mode === 'clone') complaints.push(...checkClone(forecast.source, now, false));
  else {
    complaints.push(
      ...checkMerge({
        before: check.before,
        source: forecast.source,
        was: forecast.target?.initialized === true ? forecast.target : null,
        now,
        forecast: forecastMerge(forecast.source, forecast.target, check.plan),
        deliveries: forecast.deliveries,
        partial: false,
      }),
    );
  }
  return [...complaints, ...checkCounts(check, forecast, outcome)];
}

function checkMailbox(check: RunCheck, forecast: MailboxForecast): Complaint[] {
  const outcome = check.report.mailboxes.find((one) => one.alias === forecast.alias);
  const complaints: Complaint[] = [];
  if (forecast.mode === null && outcome?.state === 'completed') {
    complaints.push({ invariant: 'F1', text: 'completed, though it should have been left alone' });
  } else if (forecast.mode !== null && check.report.state === 'completed' && outcome?.state !== 'completed') {
    complaints.push({ invariant: 'F1', text: `state ${outcome?.state} in a completed run` });
  }
  if (outcome?.state === 'completed') complaints.push(...checkWhole(check, forecast, outcome));
  else complaints.push(...checkCut(check, forecast, outcome));
  return [...complaints, ...checkAccount(check, forecast)].map(({ invariant, text }) => ({
    invariant,
    text: `${forecast.alias}: ${text}`,
  }));
}

/** What a run must not touch: the source, other people's mailboxes, workstations, the other accounts of the target. */
function checkUntouched(check: RunCheck, forecasts: readonly MailboxForecast[]): Complaint[] {
  const { before, after } = check;
  const complaints: Complaint[] = [];
  const ours = new Set(forecasts.map((forecast) => forecast.target?.id));
  for (const [id, mailbox] of before.mailboxes) {
    if (ours.has(id)) continue;
    const now = after.mailboxes.get(id);
    if (now === undefined || mailboxText(now) !== mailboxText(mailbox)) {
      const person = before.people.get(mailbox.object);
      complaints.push({ invariant: 'C10', text: `${person?.side} mailbox of ${person?.alias} changed` });
    }
  }
  const handled = new Set(forecasts.flatMap((one) => [one.person?.id, ...one.contacts.map(({ id }) => id)]));
  for (const [id, person] of before.people) {
    if (!handled.has(id) && JSON.stringify(after.people.get(id)) !== JSON.stringify(person)) {
      complaints.push({ invariant: 'C10', text: `account ${person.alias} of the ${person.side} changed` });
    }
  }
  if (JSON.stringify(before.profiles) !== JSON.stringify(after.profiles)) {
    complaints.push({ invariant: 'C10', text: 'a migration changed an Outlook profile' });
  }
  return complaints;
}

function checkEnd(check: RunCheck, forecasts: readonly MailboxForecast[]): Complaint[] {
  const { report, before, after } = check;
  const complaints: Complaint[] = [];
  const complain = (invariant: string, text: string): void => {
    complaints.push({ invariant, text });
  };
  const fellBack = forecasts.filter(
    (one) =>
      one.fallsBack && report.mailboxes.find(({ alias }) => alias === one.alias)?.state === 'completed',
  );
  if (report.state === 'completed') {
    const expected = fellBack.length > 0 ? 1 : 0;
    if (report.exit !== expected && forecasts.every((one) => one.mode !== null)) {
      complain('F1', `exit code ${report.exit}, expected ${expected}`);
    }
    if (forecasts.some((one) => one.mode === null) && report.exit === 0) {
      complain('F1', 'exit code 0, though a mailbox was left alone');
    }
  } else if (report.exit !== 2) complain('F1', `exit code ${report.exit} of a run that ${report.state}`);
  const told = after.events.filter(({ run, id }) => run === report.run && id === null).length;
  if (told < fellBack.length)
    complain('F1', `${fellBack.length} mailboxes fell back, ${told} events tell of it`);
  for (const [database, next] of before.counters) {
    const sourceSide = [...before.mailboxes.values()].some(
      (mailbox) => mailbox.database === database && before.people.get(mailbox.object)?.side === 'source',
    );
    if (sourceSide && after.counters.get(database) !== next)
      complain('C10', 'a source database gave out ids');
  }
  return complaints;
}

/** Everything in which the engine's run disagrees with the model. */
export function checkRun(check: RunCheck): Complaint[] {
  const forecasts = forecastRun(check.before, check.plan);
  return [
    ...forecasts.flatMap((forecast) => checkMailbox(check, forecast)),
    ...checkUntouched(check, forecasts),
    ...checkEnd(check, forecasts),
  ];
}
