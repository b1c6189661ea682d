import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { at, say } from './places.mjs';
import { runProgram } from './spawn.mjs';

/** What Electron needs of a bare Debian, and what the tests drive it with. */
const LIBRARIES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libsecret-1-0',
  'libnotify4',
  'libxss1',
  'libatspi2.0-0',
];
const TOOLS = ['xvfb', 'xauth', 'strace', 'p7zip-full'];

/** Newer Debians append t64 to some of these names. */
const spellings = (name) => [name, `${name}t64`];

function isInstalled(name) {
  return spellings(name).some((spelling) => {
    const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '$' + '{Status}', spelling], {
      encoding: 'utf8',
    });
    return stdout?.includes('install ok installed');
  });
}

function isKnown(name) {
  const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' });
  return /Candidate: (?!\(none\))/.test(stdout ?? '');
}

const isDebian = () => process.platform === 'linux' && existsSync('/usr/bin/apt-get');

/**
 * Installs the system libraries that are missing: as root on Debian and its kin alone, as Playwright's --with-deps
 * does. `withChromium` where no Electron can be had. Elsewhere it names what is missing and goes on.
 */
export async function ensureSystemLibraries({ withChromium }) {
  if (!isDebian()) return;
  const wanted = [...LIBRARIES, ...TOOLS, ...(withChromium && findChromium() === null ? ['chromium'] : [])];
  const missing = wanted.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  if (process.getuid() !== 0) {
    say(`These system packages are missing, and only root can install them: ${missing.join(' ')}`);
    return;
  }
  say(`Installing system packages: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram('apt-get', ['update', '-qq'], { env });
  const names = missing.map((name) => spellings(name).find(isKnown) ?? name);
  const { code } = await runProgram(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...names],
    { env },
  );
  if (code !== 0) say('Not all of them could be installed; what needs them is skipped.');
}

/** The 7-Zip that electron-builder packs with, where the system has one. */
function findSevenZip() {
  return ['/usr/bin/7za', '/usr/bin/7zz', '/usr/bin/7z'].find((file) => existsSync(file)) ?? null;
}

/** What electron-builder uses instead of the helpers that it would fetch, for these targets. */
export function packageHelpers(targets) {
  const sevenZip = findSevenZip();
  return {
    ...(sevenZip === null ? {} : { ELECTRON_BUILDER_7ZIP_PATH: sevenZip }),
    // Of fpm only its part for Debian is replaced; what else it makes, it has to make itself.
    ...(targets.includes('rpm') ? {} : { CUSTOM_FPM_PATH: at('scripts', 'package', 'fpm-deb.mjs') }),
    // On older Nodes packing at the best level takes minutes.
    ELECTRON_BUILDER_COMPRESSION_LEVEL: process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL ?? '1',
  };
}

/** Debian's own Chromium (Playwright's browsers are not used), or null. */
export function findChromium() {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return process.env.MWL_CHROMIUM ?? places.find((place) => existsSync(place)) ?? null;
}

/** Whether windows can be shown to somebody. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Puts a program under a display of its own, so that tests disturb nobody and need no screen. */
export function underXvfb(command, args) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/xvfb-run')) return [command, args];
  return ['/usr/bin/xvfb-run', ['-a', '-s', '-screen 0 1600x1200x24', command, ...args]];
}
