import type { LabInput, LabOutput } from '../../../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { faultSentence, openSet } from '../../migration-files/migration-set.ts';
import { surveySet } from '../../migration-files/survey.ts';
import type { Lab } from '../../store/lab.ts';
import { givenSet } from './set-folder.ts';

/** Complaints that the wizard's page lists; `lab files --read` gives all. */
const SHOWN = 50;

/** `filesSet`: what a packing list and its files hold, every row read. Failure codes: packing-list-missing, packing-list-unusable. */
export function filesSet(lab: Lab, input: LabInput<'filesSet'>): Result<LabOutput<'filesSet'>> {
  const folder = givenSet(lab, input.packingList);
  const set = openSet(folder);
  if (!set.ok) return set;
  const survey = surveySet(set.value, true);
  const sum = (count: (user: (typeof survey.users)[number]) => number): number =>
    survey.users.reduce((total, user) => total + count(user), 0);
  const more = survey.faultCount - Math.min(SHOWN, survey.faults.length);
  return ok({
    packingList: input.packingList,
    codePage: set.value.codePage,
    files: set.value.primaries.length + set.value.secondaries.size + 1,
    directoryEntries: survey.directoryEntries,
    mailboxes: sum((user) => (user.sections > 0 ? 1 : 0)),
    messages: sum((user) => user.messages),
    personalAddresses: sum((user) => user.addressBooks),
    publicMessages: survey.publicMessages,
    complaints: [
      ...survey.faults.slice(0, SHOWN).map((one) => faultSentence(folder, one)),
      ...(more > 0 ? [`And ${more} more complaints: see lab files --read.`] : []),
    ],
  });
}
