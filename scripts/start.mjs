import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureReady } from './ready.mjs';
import { root, runMain, say } from './places.mjs';
import { rehearse } from './rehearse.mjs';
import { electronSwitches, nameStandIn } from './runtime.mjs';
import { hasDisplay } from './system.mjs';

/** How the loader of Linux ends a program whose libraries are not there. */
const LIBRARY_MISSING = 127;

/** Paths are meant from where the command was typed, and Electron runs in the project's folder. */
function resolveArguments(args) {
  const from = process.env.npm_lifecycle_event === 'start' ? (process.env.INIT_CWD ?? root) : process.cwd();
  return args.map((arg) => (arg.endsWith('.mwlab') ? path.resolve(from, arg) : arg));
}

function open(electron, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(electron.program, [...electronSwitches(), root, ...args], {
      stdio: 'inherit',
      cwd: root,
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal === null ? code : 0));
  });
}

// `npm start [-- --m | /m] [-- FILE.mwlab]`: sets up what is missing, builds, opens the app.
await runMain(async () => {
  const args = resolveArguments(process.argv.slice(2));
  const withWindow = hasDisplay();
  const electron = await ensureReady({ electron: withWindow });
  if (!withWindow) {
    say('There is no display here, so the rehearsal runs in the terminal instead of the window.');
    process.exitCode = await rehearse(args);
  } else if (electron === null) {
    say('No Electron could be had here, so the rehearsal runs in the terminal instead of the window.');
    process.exitCode = await rehearse(args);
  } else {
    nameStandIn(electron);
    const code = await open(electron, args);
    if (code === LIBRARY_MISSING) {
      say('Electron lacks system libraries here (`npm run setup -- --test` as root installs them).');
      say('So the rehearsal runs in the terminal instead of the window.');
    }
    process.exitCode = code === LIBRARY_MISSING ? await rehearse(args) : code;
  }
});
