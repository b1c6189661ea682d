import { canRunE2e } from './e2e.mjs';
import { at, runMain } from './places.mjs';
import { ensureReady } from './ready.mjs';
import { findElectron, nameStandIn } from './runtime.mjs';
import { runNode, runProgram } from './spawn.mjs';
import { underXvfb } from './system.mjs';

/*
 * `npm run bench`: speed as ratios against something in the same run. Absolute figures belong to the machine and stand
 * only beside them. Nothing here is asserted.
 */
const print = (line) => process.stdout.write(`${line}\n`);

async function measure(items, mailboxes) {
  const { text } = await runNode(at('scripts', 'bench-copying.mjs'), [String(items), String(mailboxes)], {
    output: 'keep',
  });
  return JSON.parse(text);
}

const BAR = { clone: 0.6, default: 0.4 };

function printCopying({ items, rows, bareSeconds, seconds, peakBytes }) {
  const rate = (time) => `${Math.round(rows / time / 1000)} k rows/s`;
  for (const mode of ['clone', 'default']) {
    const { copying, whole } = seconds[mode];
    print(
      `copying ${items.toLocaleString('en')} items, ${mode} mode / bare INSERT ... SELECT: ${(bareSeconds / copying).toFixed(2)} (bar >= ${BAR[mode]}; ${rate(copying)}, ${rate(bareSeconds)}; whole run with its proof ${whole.toFixed(1)} s)`,
    );
  }
  print(`highest memory of the process in these runs: ${Math.round(peakBytes / 1e6)} MB`);
}

await runMain(async () => {
  nameStandIn(await ensureReady({ electron: true }));
  const small = await measure(50_000, 50);
  const large = await measure(1_000_000, 200);
  printCopying(small);
  printCopying(large);
  for (const mode of ['clone', 'default']) {
    const perItem = (measured) => measured.seconds[mode].whole / measured.items;
    print(
      `cost per item, 1,000,000 / 50,000 items, ${mode} mode: ${(perItem(large) / perItem(small)).toFixed(2)} (bar <= 1.25)`,
    );
  }
  if (findElectron() === null || !canRunE2e()) {
    print('start-up: not measured, for there is no Electron or no display here');
    return;
  }
  const [command, args] = underXvfb(process.execPath, [at('scripts', 'bench-startup.mjs')]);
  const { code } = await runProgram(command, args, { output: 'inherit' });
  process.exitCode = code;
});
