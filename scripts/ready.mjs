import { buildIsFresh, ensureBuilt } from './build.mjs';
import { withSetupLock } from './lock.mjs';
import { SetupError } from './places.mjs';
import { ensurePackages, packagesAreThere } from './packages.mjs';
import { ensureElectron, findElectron } from './runtime.mjs';
import { ensureSystemLibraries } from './system.mjs';

/**
 * Makes what is missing: packages and build always, Electron and system libraries when asked. Looks first and takes
 * the lock only if there is something to do. Answers the Electron to use, or null.
 */
export async function ensureReady({ electron = false, system = false } = {}) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetupError(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  }
  const isReady = packagesAreThere() && buildIsFresh() && (!electron || findElectron() !== null) && !system;
  if (isReady) return findElectron();
  return await withSetupLock(async () => {
    await ensurePackages();
    const found = electron ? await ensureElectron() : findElectron();
    if (system) await ensureSystemLibraries({ withChromium: found === null });
    await ensureBuilt();
    return found;
  });
}
