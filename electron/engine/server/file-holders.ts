import { dosFolder, dosName, sameDosPath } from '../../../shared/lab/dos-path.ts';
import { fail, type Result } from '../../../shared/result.ts';
import { programsInUse } from '../connector/programs.ts';
import { liveRuns } from '../migrate/claim.ts';
import type { Lab } from '../store/lab.ts';
import { PRODUCTS } from './products.ts';

/** Files of a cc:Mail database: the lab keeps them as rows of its own, and no copy of one would be a post office. */
const DATABASE = /^(?:CLANDATA|MLANDATA|USR\d*)(?:\..*)?$/i;

/** The wizard's own programs, while a run goes on. */
const OF_A_RUN = ['Mailmig.exe', 'Mlmig32.dll', 'Import.exe', 'Export.exe'];

function runHolds(lab: Lab, path: string): boolean {
  const bins = PRODUCTS.map((product) => product.bin);
  const isProgram = OF_A_RUN.some((name) => sameDosPath(name, dosName(path)));
  return isProgram && bins.some((bin) => sameDosPath(bin, dosFolder(path))) && liveRuns(lab).size > 0;
}

/**
 * Why a file cannot be replaced, renamed or deleted now; null: it can. That running programs hold their files is
 * Windows' way; which ones the connector holds between two calls is modelled.
 * Failure codes: file-in-use, file-denied, file-database.
 */
export function heldBy(lab: Lab, path: string): Result<never> | null {
  if (programsInUse(lab).some((program) => sameDosPath(program, path)))
    return fail(
      'file-in-use',
      `${path} is in use by the service MSExchangeCCMC (Connector for cc:Mail): stop it first.`,
    );
  if (runHolds(lab, path))
    return fail(
      'file-in-use',
      `${path} is in use by a run that is going on: wait until it has ended, or cancel it.`,
    );
  const home = lab
    .all<{ name: string; directory: string; writable: number }>(
      'SELECT name, directory, writable FROM post_office',
    )
    .find((po) => `${path.toLowerCase()}\\`.startsWith(`${po.directory.toLowerCase()}\\`));
  if (home === undefined) return null;
  if (home.writable === 0)
    return fail(
      'file-denied',
      `Nothing can be written to ${home.directory}: the share of post office ${home.name} is read-only.`,
    );
  if (DATABASE.test(dosName(path)))
    return fail(
      'file-database',
      `${path} is part of the database of post office ${home.name}: use "lab postoffice" to back it up or restore it.`,
    );
  return null;
}
