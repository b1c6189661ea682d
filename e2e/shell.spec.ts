import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { electronSwitches } from '../scripts/runtime.mjs';
import { WIZARD_SIZE } from '../shared/ipc/window-sizes.ts';
import { expect, test } from './fixtures.ts';
import { electronProgram } from './hosts/electron.ts';

/** What only the real shell can show: its guards, its windows, its processes. */
const only = { tag: '@electron' };

const labs = (page: Page) => () => page.evaluate(() => window.bridge?.ask('labs:list', {}));
const openLabs = (names: readonly string[]) => ({
  ok: true,
  value: { preparing: null, problem: null, open: names.map((name) => ({ name })) },
});
const untilSampleIsOpen = (page: Page) =>
  expect.poll(labs(page), { timeout: 60_000 }).toMatchObject(openLabs(['Sample lab']));

test('a page has the bridge and nothing else of Node or Electron', only, async ({ console: page }) => {
  const reach = await page.evaluate(() => ({
    require: typeof Reflect.get(window, 'require'),
    process: typeof Reflect.get(window, 'process'),
    bridge: Object.keys(window.bridge ?? {}).sort(),
  }));
  expect(reach).toEqual({ require: 'undefined', process: 'undefined', bridge: ['ask', 'on'] });
});

test('inline scripts, inline styles and foreign addresses are refused', only, async ({ console: page }) => {
  const outcome = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid red }';
    document.head.append(script, style);
    const fetched = await fetch('https://example.com/').then(
      () => 'fetched',
      () => 'refused',
    );
    return {
      injected: Reflect.get(window, 'injected'),
      outline: getComputedStyle(document.body).outlineWidth === '7px',
      fetched,
    };
  });
  expect(outcome).toEqual({ injected: undefined, outline: false, fetched: 'refused' });
});

test('no page leads away, opens a window or gets a permission', only, async ({ console: page }) => {
  const before = page.url();
  const asked = await page.evaluate(async () => {
    window.location.href = 'https://example.com/';
    const opened = window.open('https://example.com/') !== null;
    return { opened, permission: await Notification.requestPermission() };
  });
  expect(asked).toEqual({ opened: false, permission: 'denied' });
  expect(page.url()).toBe(before);
});

test('nothing outside the bundle is served under its origin', only, async ({ console: page }) => {
  const statuses = await page.evaluate(async () => {
    const names = ['/console.html', '/..%2fmain%2fmain.js', '/package.json', '/none.js'];
    return await Promise.all(names.map(async (name) => (await fetch(name)).status));
  });
  expect(statuses).toEqual([200, 404, 404, 404]);
});

test('with --m the wizard opens in clone mode, in a window of its own size', only, async ({ start }) => {
  const host = await start({ args: ['--m'] });
  const wizard = await host.wizard();
  const context = await wizard.evaluate(() => window.bridge?.ask('wizard:context', {}));
  expect(context).toMatchObject({ ok: true, value: { name: 'Sample lab', mode: 'clone' } });
  expect(await wizard.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight }))).toEqual({
    ...WIZARD_SIZE,
  });
});

test('a second start hands its lab and mode to the first', only, async ({ start, folder }) => {
  const host = await start();
  const page = await host.console();
  await untilSampleIsOpen(page);
  await page.evaluate(() => window.bridge?.ask('labs:copy', { lab: 'lab-1' }));
  await expect.poll(labs(page)).toMatchObject(openLabs(['Sample lab', 'Sample lab 2']));
  await page.evaluate(() => window.bridge?.ask('labs:close', { lab: 'lab-2' }));

  const found = electronProgram();
  const dataFolder = path.join(folder, 'data');
  const second = path.join(dataFolder, 'Migration Wizard Lab', 'Sample lab 2.mwlab');
  const ended = spawnSync(
    found?.program ?? '',
    [...electronSwitches(), `--user-data-dir=${dataFolder}`, ...(found?.args ?? []), '/m', second],
    { timeout: 60_000 },
  );
  expect(ended.status).toBe(0);
  const wizard = await host.wizard();
  const context = await wizard.evaluate(() => window.bridge?.ask('wizard:context', {}));
  expect(context).toMatchObject({ ok: true, value: { name: 'Sample lab 2', mode: 'clone' } });
});

test('a dead engine is started again with the labs it had open', only, async ({ host, console: page }) => {
  await untilSampleIsOpen(page);
  await page.evaluate(() => {
    window.bridge?.on('engine-restarted', () => {
      document.title = 'engine restarted';
    });
  });
  await host.crashEngine();
  await expect(page).toHaveTitle('engine restarted');
  expect(await page.evaluate(() => window.bridge?.ask('lab:show', { lab: 'lab-1' }))).toMatchObject({
    ok: true,
  });
});

test('the next start opens the lab that was used last', only, async ({ start }) => {
  const first = await start();
  await untilSampleIsOpen(await first.console());
  await (await first.console()).evaluate(() => window.bridge?.ask('labs:copy', { lab: 'lab-1' }));
  await first.stop();
  const second = await start();
  await expect
    .poll(labs(await second.console()), { timeout: 60_000 })
    .toMatchObject(openLabs(['Sample lab 2']));
});

test('a lab that is none is named in one sentence, and left alone', only, async ({ start, folder }) => {
  const file = path.join(folder, 'notes.mwlab');
  writeFileSync(file, 'these are notes');
  const host = await start({ args: [file] });
  await expect
    .poll(labs(await host.console()), { timeout: 60_000 })
    .toMatchObject({ ok: true, value: { open: [], problem: expect.stringContaining('notes.mwlab') } });
  expect(readFileSync(file, 'utf8')).toBe('these are notes');
});
