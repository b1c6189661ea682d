import type { RunPlan } from '../lab/run-plan.ts';
import type { LabFact } from './facts.ts';
import { ALL_SERVERS, type Answers } from './model.ts';

/** The types that a run can have; the others never get as far as a plan. */
export function sourceOf(answers: Answers): RunPlan['source'] {
  return answers.type === 'CCMAIL' || answers.type === 'FILE' ? answers.type : 'EXCHANGE';
}

/** What the answers ask a run to do. `lab` only names the first server where all servers were chosen. */
export function planFrom(answers: Answers, lab: LabFact | null): RunPlan {
  const range =
    answers.dateRangeOn && answers.dateFrom !== null && answers.dateTo !== null
      ? { from: answers.dateFrom, to: answers.dateTo }
      : null;
  const choices = answers.accounts.flatMap((alias) => {
    const choice = answers.accountChoices[alias];
    return choice === undefined ? [] : [[alias, choice] as const];
  });
  return {
    mode: answers.mode,
    source: sourceOf(answers),
    accounts: answers.accounts,
    sourceServer:
      answers.sourceServer === ALL_SERVERS ? (lab?.source.servers[0]?.netbios ?? '') : answers.sourceServer,
    targetServer: answers.targetServer,
    targetStore: answers.targetStore,
    container: answers.container,
    createAccounts: answers.createAccounts,
    dateRange: range,
    subjectPrefixes: answers.subjectPrefixes.length === 0 ? null : answers.subjectPrefixes,
    targetAddressDomain: answers.targetAddressDomain,
    restrictToSid: answers.restrictToSid,
    accountChoices: answers.createAccounts ? Object.fromEntries(choices) : {},
  };
}
