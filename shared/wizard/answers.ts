import type { Mode } from '../lab/run-plan.ts';
import type { LabFact } from './facts.ts';
import { EMPTY_IMPORT_ANSWERS } from './import-answers.ts';
import { migrationTypes } from './migration-types.ts';
import { ALL_SERVERS, type Answers, type Settable } from './model.ts';

/** 1 January 1601, the default start of a date range (EmailStart, Q198957). */
export const FIRST_DATE = Date.UTC(1601, 0, 1);

/** Answers before anything was entered; the lab fills in its servers once it is known. */
export function emptyAnswers(mode: Mode): Answers {
  return {
    ...EMPTY_IMPORT_ANSWERS,
    mode,
    type: 'EXCHANGE',
    destination: 'server',
    targetServer: '',
    targetStore: '',
    sourceServer: '',
    exchange55: false,
    sourceAccount: '',
    sourcePasswordGiven: false,
    createAccounts: true,
    dateRangeOn: false,
    dateFrom: null,
    dateTo: null,
    subjectPrefixes: [],
    accounts: [],
    container: '',
    accountChoices: {},
    targetAddressDomain: null,
    restrictToSid: false,
    startAnyway: false,
  };
}

/** Fills what is still empty with the first of what the lab has. */
export function withDefaults(answers: Answers, lab: LabFact): Answers {
  const targetServer = answers.targetServer || (lab.target.servers[0]?.netbios ?? '');
  const stores = lab.target.servers.find((server) => server.netbios === targetServer)?.stores ?? [];
  const types = migrationTypes(lab);
  return {
    ...answers,
    type: types.includes(answers.type) ? answers.type : lab.postOffices.length > 0 ? 'CCMAIL' : 'FILE',
    targetServer,
    targetStore: answers.targetStore || (stores[0] ?? ''),
    sourceServer: answers.sourceServer || (lab.source.servers[0]?.netbios ?? ''),
    container: answers.container || (lab.target.containers[0] ?? ''),
    dateFrom: answers.dateFrom ?? FIRST_DATE,
    dateTo: answers.dateTo ?? lab.clock,
  };
}

/** Clone mode has no filters (TN aa996178): there they can be switched off, never on. */
function withoutFilters(change: Partial<Settable>): Partial<Settable> {
  const { dateRangeOn, dateFrom, dateTo, subjectPrefixes, ...rest } = change;
  return {
    ...rest,
    ...(dateRangeOn === false ? { dateRangeOn } : {}),
    ...(subjectPrefixes?.length === 0 ? { subjectPrefixes } : {}),
  };
}

/** The answers after a change of fields, with what follows from it: another server has other stores and accounts. */
export function changed(answers: Answers, wanted: Partial<Settable>, lab: LabFact | null): Answers {
  const change = answers.mode === 'clone' ? withoutFilters(wanted) : wanted;
  let next: Answers = { ...answers, ...change };
  // Another source has other accounts, other bulletin boards, and another gate.
  const moved = next.type !== answers.type || next.postOfficeName !== answers.postOfficeName;
  if (moved && change.accounts === undefined) next = { ...next, accounts: [], accountChoices: {} };
  if (next.type !== answers.type) {
    next = { ...next, startAnyway: false, infoBulletinBoards: change.infoBulletinBoards ?? false };
  }
  if (next.sourceServer !== answers.sourceServer && change.accounts === undefined) {
    next = { ...next, accounts: [], accountChoices: {} };
  }
  if (next.targetServer !== answers.targetServer && change.targetStore === undefined) {
    const stores = lab?.target.servers.find((server) => server.netbios === next.targetServer)?.stores ?? [];
    next = { ...next, targetStore: stores[0] ?? '' };
  }
  return next;
}

/** The server to ask for accounts: null for those of all servers. */
export function serverAsked(answers: Answers): string | null {
  return answers.sourceServer === ALL_SERVERS ? null : answers.sourceServer;
}
