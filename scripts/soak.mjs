import { ensureReady } from './ready.mjs';
import { at, runMain } from './places.mjs';
import { runNode } from './spawn.mjs';

/*
 * `npm run test:soak`: what `npm test` does a sample of, in full: a thousand kills, every write failing once, and the
 * property tests with a hundred times as many cases, ten thousand post offices sent through files. Takes hours; MWL_KILLS, MWL_WRITES and MWL_SEED narrow it.
 */
await runMain(async () => {
  await ensureReady({ electron: false, system: true });
  const wanted = { MWL_KILLS: '1000', MWL_WRITES: '1000000', MWL_RUNS: '100', MWL_ROUND_TRIPS: '10000' };
  for (const [name, value] of Object.entries(wanted)) process.env[name] ??= value;
  const { code } = await runNode(
    at('node_modules', 'vitest', 'vitest.mjs'),
    ['run', '.crash.test.ts', 'engine/testing', 'report/predict.test.ts', 'postoffice/round-trip.test.ts'],
    { output: 'inherit' },
  );
  process.exitCode = code;
});
