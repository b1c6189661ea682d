import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runnerImport } from 'vite';
import { at, runMain } from './places.mjs';
import { electronSwitches, findElectron } from './runtime.mjs';

/*
 * Time from choosing a folder in the tree to its first row on the screen, for a list of 1,000,000 messages and one of
 * 1,000, each in an app that has just started and never counted it; prints the medians and their ratio, and whether the
 * last row is reached at 100, 200 and 300 %. Runs under a display; scripts/bench.mjs sees to that.
 */
const ROUNDS = 5;
const SIZES = [1000, 1_000_000];
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const inbox = '[role=treegrid] [role=row]:has-text("Inbox")';

/** Expands the tree as far as the Inbox, without opening it. */
async function showInbox(page) {
  const line = (name) => page.locator(`[role=treegrid] [role=row]:has-text("${name}")`).first();
  const expand = async (row) => {
    await row.click();
    if ((await row.getAttribute('aria-expanded')) === 'false') await page.keyboard.press('ArrowRight');
  };
  const level = (number) =>
    page
      .locator(`[role=treegrid] [role=row][aria-level="${number}"][aria-expanded]:not([aria-busy])`)
      .first();
  await page.locator('.pane-body').first().waitFor();
  await expand(line('Source organization'));
  for (const number of [3, 4, 5, 6]) await expand(level(number));
  await expand(line('Top of Information Store'));
  await line('Outbox').click();
  await page.locator('[role=grid][aria-label="Messages"]').waitFor();
}

/** Milliseconds in the page between the click and the first row. */
function openInbox(page) {
  return page.evaluate(() => {
    const row = [...document.querySelectorAll('[role=treegrid] [role=row]')].find(
      (each) => each.textContent === 'Inbox',
    );
    const from = performance.now();
    return new Promise((resolve) => {
      const look = () => {
        const title = document.querySelector('h1')?.textContent;
        const first = document.querySelector(
          '[role=grid][aria-label="Messages"] [role=row][aria-rowindex="2"]:not([aria-busy])',
        );
        if (title === 'Inbox' && first !== null) resolve(performance.now() - from);
        else requestAnimationFrame(look);
      };
      row.click();
      requestAnimationFrame(look);
    });
  });
}

async function reachesLast(page, zoom) {
  return page.evaluate(async (factor) => {
    document.documentElement.style.setProperty('zoom', String(factor));
    const list = document.querySelector('[role=grid][aria-label="Messages"]');
    const last = list.getAttribute('aria-rowcount');
    const deadline = performance.now() + 10_000;
    while (performance.now() < deadline) {
      list.scrollTop = list.scrollHeight;
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (list.querySelector(`[role=row][aria-rowindex="${last}"]:not([aria-busy])`) !== null) return true;
    }
    return false;
  }, zoom);
}

await runMain(async () => {
  const { module } = await runnerImport(at('electron', 'engine', 'testing', 'list-lab.ts'));
  const { _electron } = await import('@playwright/test');
  const folder = mkdtempSync(path.join(tmpdir(), 'mwlab-lists-'));
  const seen = new Map(SIZES.map((size) => [size, []]));
  const reached = [];
  for (const size of SIZES) module.prepareList(path.join(folder, `${size}.mwlab`), size);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const size of SIZES) {
      const data = mkdtempSync(path.join(folder, 'data-'));
      const app = await _electron.launch({
        executablePath: findElectron().program,
        args: [...electronSwitches(), `--user-data-dir=${data}`, at('.'), path.join(folder, `${size}.mwlab`)],
        env: { ...process.env, NODE_ENV: 'production', MWL_LABS_DIR: data },
        timeout: 120_000,
      });
      const page = await app.firstWindow();
      page.setDefaultTimeout(120_000);
      await showInbox(page);
      await page.locator(inbox).first().waitFor();
      seen.get(size).push(await openInbox(page));
      if (round === 0 && size === SIZES.at(-1))
        for (const zoom of [1, 2, 3]) reached.push(`${zoom * 100} %: ${await reachesLast(page, zoom)}`);
      await app.close();
    }
  }
  rmSync(folder, { recursive: true, force: true });
  const [small, large] = SIZES.map((size) => median(seen.get(size)));
  process.stdout.write(
    `list opens, 1,000,000 / 1,000 rows: ${(large / small).toFixed(2)} (bar <= 2; medians of ${ROUNDS}: ${large.toFixed(0)} ms, ${small.toFixed(0)} ms); last row reached at ${reached.join(', ')}\n`,
  );
});
