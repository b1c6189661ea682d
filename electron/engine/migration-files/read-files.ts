import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { givenSet } from '../migrate/import/set-folder.ts';
import type { Lab } from '../store/lab.ts';
import { openSet } from './migration-set.ts';
import { surveySet } from './survey.ts';

/**
 * `files --read`: what a set holds, with every complaint: file, line, byte. Nothing is changed.
 * Failure codes: packing-list-missing, packing-list-unusable.
 */
export function readFiles(lab: Lab, input: LabInput<'files'>): Result<LabOutput<'files'>> {
  const folder = givenSet(lab, input.read);
  const set = openSet(folder);
  if (!set.ok) return set;
  const survey = surveySet(set.value, true);
  return ok({
    packingList: input.read,
    codePage: set.value.codePage,
    primaries: [...set.value.primaries],
    secondaries: [...set.value.secondaries.values()],
    users: survey.users.map(({ last: _last, ...user }) => user),
    directoryEntries: survey.directoryEntries,
    publicSections: survey.publicSections,
    publicMessages: survey.publicMessages,
    complaints: survey.faults.map(({ file, line, offset, kind, text }) => ({
      file,
      line,
      offset,
      kind,
      text,
    })),
    complaintCount: survey.faultCount,
  });
}
