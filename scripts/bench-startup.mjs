import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { at, runMain } from './places.mjs';
import { electronSwitches, findElectron } from './runtime.mjs';

/*
 * Time from starting Electron to the first picture in its window, of the built app and of a bare window that shows one
 * word, in turn; prints the medians and their ratio. Runs under a display; scripts/bench.mjs sees to that.
 */
const ROUNDS = 9;
/** How long everything rests before memory is looked at, ms. */
const SETTLE_MS = 1_500;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function bareApp(folder) {
  const main = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, width: 1080, height: 720 });
  window.once('ready-to-show', () => window.show());
  window.loadFile('page.html');
});`;
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.js' }),
  );
  writeFileSync(path.join(folder, 'main.js'), main);
  writeFileSync(path.join(folder, 'page.html'), '<!doctype html><title>bare</title><p>Bare');
  return folder;
}

async function firstPicture(launch, { program, appFolder, isApp }) {
  const data = mkdtempSync(path.join(tmpdir(), 'mwlab-start-'));
  const from = performance.now();
  const app = await launch({
    executablePath: program,
    args: [...electronSwitches(), `--user-data-dir=${data}`, ...appFolder],
    env: { ...process.env, NODE_ENV: 'production', MWL_LABS_DIR: data },
  });
  const page = await app.firstWindow();
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0, null, {
    polling: 5,
  });
  const took = performance.now() - from;
  // Idle: the app has built its first lab and opened it; the bare window has nothing to do.
  if (isApp) await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Sample lab');
  await setTimeout(SETTLE_MS);
  const metrics = await app.evaluate(({ app: electronApp }) => electronApp.getAppMetrics());
  await app.close();
  rmSync(data, { recursive: true, force: true });
  return { took, kilobytes: metrics.reduce((sum, each) => sum + each.memory.workingSetSize, 0) };
}

await runMain(async () => {
  const electron = findElectron();
  const packaged = process.env.MWL_PACKAGED_APP;
  const { _electron } = await import('@playwright/test');
  const launch = (options) => _electron.launch(options);
  const bare = bareApp(mkdtempSync(path.join(tmpdir(), 'mwlab-bare-')));
  const seen = { app: [], bare: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, started] of [
      ['bare', { program: electron.program, appFolder: [bare], isApp: false }],
      [
        'app',
        packaged
          ? { program: packaged, appFolder: [], isApp: true }
          : { program: electron.program, appFolder: [at('.')], isApp: true },
      ],
    ]) {
      const shot = await firstPicture(launch, started);
      // The first round warms the disk's cache for both.
      if (round > 0) seen[name].push(shot);
    }
  }
  rmSync(bare, { recursive: true, force: true });
  const ms = (name) => median(seen[name].map((each) => each.took));
  const mb = (name) => median(seen[name].map((each) => each.kilobytes)) / 1024;
  process.stdout.write(
    `start-up, window visible: ${packaged ? 'packaged app' : 'built app'} / bare window ${(ms('app') / ms('bare')).toFixed(2)} (bar <= 1.5; medians of ${ROUNDS - 1}: ${ms('app').toFixed(0)} ms, ${ms('bare').toFixed(0)} ms)\n`,
  );
  process.stdout.write(
    `memory of all processes, idle: app ${mb('app').toFixed(0)} MB, bare window ${mb('bare').toFixed(0)} MB\n`,
  );
});
