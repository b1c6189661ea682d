import { canRunE2e, runE2e } from './e2e.mjs';
import { at, runMain, say } from './places.mjs';
import { ensureReady } from './ready.mjs';
import { nameStandIn } from './runtime.mjs';

/*
 * `npm run gallery`: a picture of every page and view in every state and look, each judged by axe, under
 * artifacts/gallery. It takes too long to be part of `npm test`.
 */
await runMain(async () => {
  nameStandIn(await ensureReady({ electron: true }));
  if (!canRunE2e())
    say('Neither Electron nor Chromium can show a window here; npm test as root sets them up.');
  process.exitCode = canRunE2e()
    ? await runE2e({
        args: ['e2e/gallery-', ...process.argv.slice(2)],
        report: at('artifacts', 'gallery.json'),
        env: { MWL_GALLERY: '1' },
      })
    : 2;
});
