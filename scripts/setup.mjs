import { runMain, say } from './places.mjs';
import { ensureReady } from './ready.mjs';
import { nameStandIn } from './runtime.mjs';

// `npm run setup`: everything `npm start` needs; with `--test` also what `npm test` needs of the system.
await runMain(async () => {
  const electron = await ensureReady({ electron: true, system: process.argv.includes('--test') });
  nameStandIn(electron);
  say(
    electron === null
      ? 'Ready, without Electron: none could be had here.'
      : `Ready, with Electron ${electron.version}.`,
  );
});
