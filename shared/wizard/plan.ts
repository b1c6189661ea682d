import type {
  AnyPlan,
  FilesPlan,
  ImportDestination,
  PostOfficePlan,
  RunPlan,
  SourceType,
} from '../lab/run-plan.ts';
import type { LabFact } from './facts.ts';
import { runnableType } from './migration-types.ts';
import { ALL_SERVERS, type Answers } from './model.ts';

/** What the gate is asked about while the type is one that no run can have. */
export function sourceOf(answers: Answers): SourceType {
  return runnableType(answers.type) ?? 'EXCHANGE';
}

function rangeOf({ dateRangeOn, dateFrom, dateTo }: Answers): RunPlan['dateRange'] {
  return dateRangeOn && dateFrom !== null && dateTo !== null ? { from: dateFrom, to: dateTo } : null;
}

function orNull(given: string): string | null {
  const trimmed = given.trim();
  return trimmed === '' ? null : trimmed;
}

/** Public folders are asked about only where some will be made. */
function destinationOf(answers: Answers): ImportDestination {
  const owner = answers.infoBulletinBoards ? orNull(answers.folderOwner) : null;
  return {
    targetServer: answers.targetServer,
    targetStore: answers.targetStore,
    container: answers.container,
    template: orNull(answers.template),
    ntAccounts: answers.ntAccounts,
    folderOwner: owner,
    folderAccess: owner === null ? 'None' : answers.folderAccess,
  };
}

function postOfficePlan(answers: Answers): PostOfficePlan {
  return {
    ...destinationOf(answers),
    source: 'CCMAIL',
    mode: 'default',
    directory: answers.postOfficePath.trim(),
    postOffice: answers.postOfficeName.trim(),
    method: answers.method,
    files: answers.method === 'extract' ? answers.filesPath.trim() : null,
    accounts: answers.accounts,
    mailboxes: answers.infoMailboxes,
    mail: answers.infoMail,
    dateRange: answers.infoMail ? rangeOf(answers) : null,
    bulletinBoards: answers.infoBulletinBoards,
  };
}

function filesPlan(answers: Answers): FilesPlan {
  return {
    ...destinationOf(answers),
    source: 'FILE',
    mode: 'default',
    packingList: answers.packingList.trim(),
  };
}

/** What the answers ask a run to do. `lab` only names the first server where all servers were chosen. */
export function planFrom(answers: Answers, lab: LabFact | null): AnyPlan {
  const source = sourceOf(answers);
  if (source === 'CCMAIL') return postOfficePlan(answers);
  return source === 'FILE' ? filesPlan(answers) : exchangePlan(answers, lab);
}

function exchangePlan(answers: Answers, lab: LabFact | null): RunPlan {
  const choices = answers.accounts.flatMap((alias) => {
    const choice = answers.accountChoices[alias];
    return choice === undefined ? [] : [[alias, choice] as const];
  });
  return {
    mode: answers.mode,
    source: 'EXCHANGE',
    accounts: answers.accounts,
    sourceServer:
      answers.sourceServer === ALL_SERVERS ? (lab?.source.servers[0]?.netbios ?? '') : answers.sourceServer,
    targetServer: answers.targetServer,
    targetStore: answers.targetStore,
    container: answers.container,
    createAccounts: answers.createAccounts,
    dateRange: rangeOf(answers),
    subjectPrefixes: answers.subjectPrefixes.length === 0 ? null : answers.subjectPrefixes,
    targetAddressDomain: answers.targetAddressDomain,
    restrictToSid: answers.restrictToSid,
    accountChoices: answers.createAccounts ? Object.fromEntries(choices) : {},
  };
}
