import { readFileSync } from 'node:fs';
import { SetupError, at, say } from './places.mjs';
import { runProgram } from './spawn.mjs';

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Whether what npm noted as installed is what the lockfile asks for. npm writes its note last, so a broken install has none. */
export function packagesAreThere() {
  const wanted = readJson(at('package-lock.json'))?.packages;
  const have = readJson(at('node_modules', '.package-lock.json'))?.packages;
  if (wanted === undefined || have === undefined) return false;
  return Object.entries(wanted).every(
    ([where, entry]) =>
      where === '' ||
      entry.link === true ||
      (have[where] === undefined
        ? entry.optional === true || entry.peer === true
        : have[where].version === entry.version),
  );
}

/** Installs the packages when they are missing or not those of the lockfile. */
export async function ensurePackages() {
  if (packagesAreThere()) return;
  say('Installing packages (npm ci).');
  // Asked for by name: NODE_ENV=production would leave the build tools out.
  const { code } = await runProgram('npm', [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0)
    throw new SetupError(`npm ci ended with ${code}: the packages could not be installed; see above.`);
}
