import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getCurrentFuseWire, FuseV1Options } from '@electron/fuses';
import { none, playwrightCounts, single } from './counts.mjs';
import { canRunE2e, runE2e } from './e2e.mjs';
import { makePackages, packagedProgram } from './package/make.mjs';
import { at, runMain } from './places.mjs';
import { ensureReady } from './ready.mjs';
import { nameStandIn } from './runtime.mjs';
import { runProgram } from './spawn.mjs';
import { packageHelpers } from './system.mjs';

/*
 * `npm run test:package`: builds the Debian package, installs it, uses it as people do, and takes it away again. It needs
 * root on Debian, for only root installs packages; elsewhere it says so and counts as skipped.
 */
const PROGRAM = '/opt/Migration Wizard Lab/migration-wizard-lab';
const ICONS = [16, 24, 32, 48, 64, 128, 256, 512, 1024].map(
  (side) => `/usr/share/icons/hicolor/${side}x${side}/apps/migration-wizard-lab.png`,
);
const LICENCES = [
  'LICENSE.txt',
  'LICENSES.third-party.txt',
  'LICENSE.electron.txt',
  'LICENSES.chromium.html',
].map((name) => path.join(path.dirname(PROGRAM), name));
const PLACES = [
  ...ICONS,
  ...LICENCES,
  PROGRAM,
  '/usr/bin/mailmig',
  '/usr/bin/mwlab',
  '/usr/bin/migration-wizard-lab',
];
const report = at('artifacts', 'installed.json');

async function apt(...words) {
  const { code } = await runProgram('apt-get', [...words, '-y', '-qq'], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return code === 0;
}

/** Every fuse that this Electron has, as a release carries it. */
const RELEASE_FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** The release's own wire: the fuse that Playwright needs in its twin is off there. */
async function releaseFuses(electron, version) {
  const output = at('.runtime', 'release');
  const made = await makePackages(electron, version, { targets: ['--linux', 'dir'], output });
  const wire = made ? await getCurrentFuseWire(packagedProgram(output)) : null;
  rmSync(output, { recursive: true, force: true });
  const isAsMeant = ([name, meant]) =>
    wire !== null && wire[FuseV1Options[name]] === (meant ? '1' : '0').charCodeAt(0);
  return Object.entries(RELEASE_FUSES).map((fuse) =>
    single(`package: fuse ${fuse[0]} of a release is ${fuse[1] ? 'on' : 'off'}`, isAsMeant(fuse)),
  );
}

/** Installs, uses and removes the package; a lab that a person made stays where it is. */
async function installed(deb) {
  const labs = mkdtempSync(path.join(tmpdir(), 'mwl-labs-'));
  writeFileSync(path.join(labs, 'mine.mwlab'), 'kept');
  const counts = [single('package: apt installs it', await apt('install', deb))];
  const areThere = (files) => files.every((file) => existsSync(file));
  counts.push(single('package: icons of every size are in place', areThere(ICONS)));
  counts.push(single('package: every licence is in place', areThere(LICENCES)));
  const env = { MWL_PACKAGED_APP: PROGRAM, MWL_INSTALLED: '1' };
  counts.push(playwrightCounts(report, await runE2e({ report, env })));
  counts.push(single('package: apt removes it', await apt('remove', 'migration-wizard-lab')));
  counts.push(
    single(
      'package: nothing of it is left',
      PLACES.every((place) => !existsSync(place)),
    ),
  );
  counts.push(
    single(
      'package: the labs of people stay',
      readFileSync(path.join(labs, 'mine.mwlab'), 'utf8') === 'kept',
    ),
  );
  rmSync(labs, { recursive: true, force: true });
  return counts;
}

async function stages(electron) {
  const isRoot = process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get');
  if (electron === null || !isRoot || !canRunE2e())
    return [{ ...none(), skipped: ['package: only root on Debian, with a display or Xvfb, can install it'] }];
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const fuses = await releaseFuses(electron, version);
  const output = at('.runtime', 'twin');
  const made = await makePackages(electron, version, {
    targets: ['--linux', 'deb'],
    twin: true,
    output,
    env: packageHelpers(['deb']),
  });
  const name = existsSync(output) ? readdirSync(output).find((file) => file.endsWith('.deb')) : undefined;
  const built = single('package: the Debian package is built', made && name !== undefined);
  const used = name === undefined ? [] : await installed(path.join(output, name));
  rmSync(output, { recursive: true, force: true });
  return [...fuses, built, ...used];
}

await runMain(async () => {
  const electron = await ensureReady({ electron: true, system: true });
  nameStandIn(electron);
  mkdirSync(at('artifacts'), { recursive: true });
  const total = none();
  for (const counts of await stages(electron))
    for (const key of ['passed', 'failed', 'skipped']) total[key].push(...counts[key]);
  for (const name of total.failed) process.stdout.write(`Failed: ${name.split('\n')[0]}\n`);
  for (const name of total.skipped) process.stdout.write(`Skipped: ${name}\n`);
  const { passed, failed, skipped } = total;
  process.stdout.write(`\n${passed.length} passed, ${failed.length} failed, ${skipped.length} skipped\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
});
