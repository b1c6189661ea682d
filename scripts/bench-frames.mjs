import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runnerImport } from 'vite';
import { at, runMain } from './places.mjs';
import { electronSwitches, findElectron } from './runtime.mjs';

/*
 * Time from one picture to the next in both windows: idle, and then during a run at full speed over a large lab, with the
 * wizard's progress page in one window and the list of runs and the pane underneath in the other. Prints how the slowest
 * hundredth of the pictures compare, and how many news came over the bridge a second. Runs under a display;
 * scripts/bench.mjs sees to that.
 */
const ROUNDS = Number(process.env.MWL_BENCH_ROUNDS ?? 3);
const ITEMS = 600_000;
const MAILBOXES = 300;
const IDLE_MS = 8_000;
const CHANNELS = ['labs', 'lab-changed', 'run', 'run-ended', 'twin', 'preferences', 'wizard-moved'];
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const p99 = (values) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1];

/** Starts to collect in a page: the time of every picture, and of every piece of news. */
function collect(page) {
  return page.evaluate((channels) => {
    const seen = { frames: [], news: [], listening: true };
    window.benchSeen?.stop();
    const ends = channels.map((channel) =>
      window.bridge.on(channel, () => seen.news.push([channel, performance.now()])),
    );
    let before = performance.now();
    const frame = (now) => {
      if (!seen.listening) return;
      seen.frames.push(now - before);
      before = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame((now) => {
      before = now;
      requestAnimationFrame(frame);
    });
    seen.stop = () => {
      seen.listening = false;
      for (const end of ends) end();
    };
    window.benchSeen = seen;
  }, CHANNELS);
}

function collected(page) {
  return page.evaluate(() => {
    window.benchSeen.stop();
    const { frames, news } = window.benchSeen;
    return { frames, news };
  });
}

/** News of each kind a second, where most of them came within one. */
function busiest(news) {
  const most = new Map();
  for (const channel of new Set(news.map(([name]) => name))) {
    const times = news.filter(([name]) => name === channel).map(([, time]) => time);
    most.set(
      channel,
      Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + 1000).length)),
    );
  }
  return most;
}

/** Opens the wizard over the lab and goes to its last page before the run, every account chosen. */
async function toPrerequisites(app, main) {
  await main.getByRole('button', { name: 'Start the wizard', exact: true }).click({ timeout: 120_000 });
  let wizard;
  while (wizard === undefined) {
    wizard = app.windows().find((page) => page.url().endsWith('/wizard.html'));
    if (wizard === undefined) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  wizard.setDefaultTimeout(120_000);
  const next = wizard.getByRole('button', { name: 'Next >', exact: true });
  for (;;) {
    const title = await wizard.getByRole('heading', { level: 1 }).textContent();
    await wizard.locator('button:not([disabled]):has-text("Next >")').waitFor();
    if (title === 'Prerequisites') return { wizard, next };
    if (title === 'Account Migration') await wizard.getByRole('button', { name: 'Select All' }).click();
    await next.click();
    await wizard.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, title);
  }
}

async function measure(launch, file, folder) {
  const data = mkdtempSync(path.join(folder, 'data-'));
  const app = await launch({
    executablePath: findElectron().program,
    args: [...electronSwitches(), `--user-data-dir=${data}`, at('.'), file],
    env: { ...process.env, NODE_ENV: 'production', MWL_LABS_DIR: data },
    timeout: 120_000,
  });
  const main = await app.firstWindow();
  main.setDefaultTimeout(120_000);
  const { wizard, next } = await toPrerequisites(app, main);
  await main.evaluate(() => window.bridge.ask('app:set-preferences', { presenter: true, underneath: true }));
  await main.locator('[role=treegrid] [role=row]:has-text("Runs")').first().click();
  await wizard.getByRole('tab', { name: 'What to expect' }).waitFor();
  const windows = { wizard, console: main };
  const during = async (work) => {
    for (const page of Object.values(windows)) await collect(page);
    await work();
    const entries = Object.entries(windows);
    return Object.fromEntries(
      await Promise.all(entries.map(async ([name, page]) => [name, await collected(page)])),
    );
  };
  const idle = await during(() => new Promise((resolve) => setTimeout(resolve, IDLE_MS)));
  await next.click();
  await wizard.getByRole('timer').waitFor();
  const from = performance.now();
  const busy = await during(() => wizard.getByText('The migration has ended.').waitFor({ timeout: 600_000 }));
  const seconds = (performance.now() - from) / 1000;
  await app.close();
  return { idle, busy, seconds };
}

await runMain(async () => {
  const { module } = await runnerImport(at('electron', 'engine', 'build', 'new-lab.ts'));
  const { _electron } = await import('@playwright/test');
  const folder = mkdtempSync(path.join(tmpdir(), 'mwlab-frames-'));
  const original = path.join(folder, 'large.mwlab');
  const made = module.newLab({ file: original, seed: 9, mailboxes: MAILBOXES, items: ITEMS });
  if (!made.ok) throw new Error(made.failure.message);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const file = path.join(folder, `${round}.mwlab`);
    copyFileSync(original, file);
    rounds.push(await measure((options) => _electron.launch(options), file, folder));
    rmSync(file, { force: true });
  }
  rmSync(folder, { recursive: true, force: true });
  const seconds = median(rounds.map((each) => each.seconds));
  for (const name of ['wizard', 'console']) {
    const ratios = rounds.map((each) => p99(each.busy[name].frames) / p99(each.idle[name].frames));
    const [idle, busy] = ['idle', 'busy'].map((key) =>
      median(rounds.map((each) => p99(each[key][name].frames))),
    );
    process.stdout.write(
      `frames of the ${name} during a run at full speed / idle, p99: ${median(ratios).toFixed(2)} (bar <= 2; medians of ${ROUNDS}: ${busy.toFixed(1)} ms, ${idle.toFixed(1)} ms; run of ${ITEMS.toLocaleString('en')} items, ${seconds.toFixed(0)} s)\n`,
    );
  }
  const most = new Map();
  for (const { busy } of rounds)
    for (const [channel, count] of busiest(busy.console.news))
      most.set(channel, Math.max(count, most.get(channel) ?? 0));
  const kinds = [...most].map(([channel, count]) => `${channel} ${count}`).join(', ');
  process.stdout.write(`news over the bridge in the busiest second, by kind: ${kinds} (bar <= 10)\n`);
});
