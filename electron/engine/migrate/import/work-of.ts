import type { Lab } from '../../store/lab.ts';
import type { Work } from '../claim.ts';
import type { ImportRun } from './import-run.ts';
import { findPostOffice } from './post-office.ts';
import { givenSet } from './set-folder.ts';

/** What a run holds while it goes on. A post office that is gone meanwhile is held by the name it was asked for. */
export function workOf(lab: Lab, { plan }: ImportRun): Work {
  if (plan.source === 'FILE') return { kind: 'migration-files', key: givenSet(lab, plan.packingList).real };
  const office = findPostOffice(lab, plan.directory, plan.postOffice);
  const key = office.ok ? office.value.directory : plan.directory;
  return { kind: 'post-office', key: key.toUpperCase() };
}
