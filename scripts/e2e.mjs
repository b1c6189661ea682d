import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { at, runMain, say } from './places.mjs';
import { ensureReady } from './ready.mjs';
import { findElectron, nameStandIn } from './runtime.mjs';
import { runProgram } from './spawn.mjs';
import { findChromium, hasDisplay, underXvfb } from './system.mjs';

/** Whether there is a host to run specs in, and somewhere for its windows to go. */
export function canRunE2e() {
  const [command] = underXvfb('', []);
  return (findElectron() !== null || findChromium() !== null) && (command !== '' || hasDisplay());
}

/** Runs Playwright on the built app and answers its exit code; `report` is where its counts go, as JSON. */
export async function runE2e({ args = [], report = at('artifacts', 'e2e.json'), env = {} } = {}) {
  const cli = at('node_modules', '@playwright', 'test', 'cli.js');
  const [command, all] = underXvfb(process.execPath, [cli, 'test', ...args]);
  const { code } = await runProgram(command, all, {
    env: { ...process.env, MWL_E2E_REPORT: report, FORCE_COLOR: '0', ...env },
    output: 'inherit',
  });
  return code;
}

// `npm run e2e [-- Playwright's arguments]`
if (import.meta.url === pathToFileURL(path.resolve(process.argv[1] ?? '')).href) {
  await runMain(async () => {
    nameStandIn(await ensureReady({ electron: true }));
    if (!canRunE2e())
      say('Neither Electron nor Chromium can show a window here; npm test as root sets them up.');
    process.exitCode = canRunE2e() ? await runE2e({ args: process.argv.slice(2) }) : 2;
  });
}
