import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { makePackages } from './package/make.mjs';
import { weigh, weightLine } from './package/weigh.mjs';
import { SetupError, at, runMain, say } from './places.mjs';
import { ensureReady } from './ready.mjs';
import { nameStandIn } from './runtime.mjs';
import { packageHelpers } from './system.mjs';

/*
 * `npm run dist [-- TARGET...]`: builds installers into dist/. On Linux, without a target: a folder, a tar.gz and a deb,
 * for which nothing is fetched from anywhere; dpkg-deb takes the place of fpm. Elsewhere electron-builder builds what the
 * configuration names for that system, and fetches its helpers itself.
 */
const DEFAULT = { linux: ['dir', 'tar.gz', 'deb'], win32: [], darwin: [] };
const SYSTEM = { linux: '--linux', win32: '--win', darwin: '--mac' };

await runMain(async () => {
  const asked = process.argv.slice(2);
  const electron = await ensureReady({ electron: true, system: true });
  if (electron === null) throw new SetupError('There is no Electron to package with: see above.');
  nameStandIn(electron);
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const targets = asked.length > 0 ? asked : DEFAULT[process.platform];
  const env = process.platform === 'linux' ? packageHelpers(targets) : {};
  const made = await makePackages(electron, version, {
    targets: [SYSTEM[process.platform], ...targets],
    env,
  });
  if (!made) throw new SetupError('electron-builder could not build everything; see above.');
  say(weightLine(weigh()));
  for (const name of readdirSync(at('dist')).sort()) {
    const file = path.join(at('dist'), name);
    if (existsSync(file) && statSync(file).isFile() && !/\.(ya?ml|blockmap)$/.test(name))
      say(`dist/${name}  ${(statSync(file).size / 1e6).toFixed(1)} MB`);
  }
});
