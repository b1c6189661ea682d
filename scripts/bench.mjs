import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { canRunE2e } from './e2e.mjs';
import { makePackages, packagedProgram } from './package/make.mjs';
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

const ROUNDS = Number(process.env.MWL_BENCH_ROUNDS ?? 3);
const MODES = ['clone', 'default'];
const BAR = { clone: 0.6, default: 0.4 };
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Measures one size of lab several times; the rounds are kept, so that every ratio is taken within its own round. */
async function measure(folder, items, mailboxes) {
  const file = path.join(folder, `${items}.mwlab`);
  const script = at('scripts', 'bench-copying.mjs');
  await runNode(script, ['prepare', file, String(items), String(mailboxes)]);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { text } = await runNode(script, ['measure', file], { output: 'keep' });
    rounds.push(JSON.parse(text));
  }
  rmSync(file, { force: true });
  return { items, rounds };
}

function printCopying({ items, rounds }) {
  for (const mode of MODES) {
    const ratio = median(rounds.map((each) => each.bareSeconds / each.seconds[mode].copying));
    const whole = median(rounds.map((each) => each.bareSeconds / each.seconds[mode].whole));
    const rate = median(rounds.map((each) => each.rows / each.seconds[mode].copying / 1000));
    print(
      `copying ${items.toLocaleString('en')} items, ${mode} mode / bare INSERT ... SELECT: ${ratio.toFixed(2)} (bar >= ${BAR[mode]}; ${Math.round(rate)} k rows/s; the whole run with its proofs: ${whole.toFixed(2)})`,
    );
  }
  const [peak, start] = ['peakBytes', 'startBytes'].map((key) =>
    Math.round(median(rounds.map((each) => each[key])) / 1e6),
  );
  print(`  memory of the process at most ${peak} MB, ${start} MB of it before the runs`);
}

const twinFolder = at('.runtime', 'bench');

/** The app as it is handed out, but for the one fuse that Playwright needs; null: it cannot be packaged here. */
async function packageTwin() {
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const output = twinFolder;
  const made = await makePackages(findElectron(), version, { targets: ['--dir'], twin: true, output });
  if (!made) print('the app could not be packaged; start-up is that of the built app');
  return made ? packagedProgram(output) : null;
}

await runMain(async () => {
  nameStandIn(await ensureReady({ electron: true }));
  const folder = mkdtempSync(path.join(tmpdir(), 'mwlab-bench-'));
  // The same number of mailboxes, so that what a mailbox costs does not hide what an item costs.
  const small = await measure(folder, 50_000, 50);
  printCopying(small);
  const large = await measure(folder, 1_000_000, 50);
  printCopying(large);
  rmSync(folder, { recursive: true, force: true });
  for (const mode of MODES) {
    const perItem = ({ rounds, items }) => median(rounds.map((each) => each.seconds[mode].whole)) / items;
    print(
      `cost per item, 1,000,000 / 50,000 items, ${mode} mode: ${(perItem(large) / perItem(small)).toFixed(2)} (bar <= 1.25)`,
    );
  }
  if (findElectron() === null || !canRunE2e()) {
    print('start-up, lists and frames: not measured, for there is no Electron or no display here');
    return;
  }
  const packaged = await packageTwin();
  for (const script of ['bench-startup.mjs', 'bench-lists.mjs', 'bench-frames.mjs']) {
    const [command, args] = underXvfb(process.execPath, [at('scripts', script)]);
    const env = { ...process.env, ...(packaged === null ? {} : { MWL_PACKAGED_APP: packaged }) };
    const isStartup = script === 'bench-startup.mjs';
    const { code } = await runProgram(command, args, { output: 'inherit', ...(isStartup ? { env } : {}) });
    if (code !== 0) process.exitCode = code;
  }
  rmSync(twinFolder, { recursive: true, force: true });
});
