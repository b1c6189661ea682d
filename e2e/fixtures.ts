import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Page, test as base } from '@playwright/test';
import { FIRST_PREFERENCES } from '../electron/app/preferences-file.ts';
import type {} from '../renderer/bridge.ts';
import { startChromium } from './hosts/chromium.ts';
import { startElectron } from './hosts/electron.ts';
import type { Host, StartOptions } from './hosts/host.ts';

interface Fixtures {
  /** A folder of this test's own, deleted afterwards. */
  readonly folder: string;
  /**
   * Starts the app once more or with arguments; every start is stopped after the test. The guided tour is left already,
   * unless a person who has never been here is asked for.
   */
  readonly start: (options?: Partial<StartOptions> & { readonly firstTime?: boolean }) => Promise<Host>;
  /** The app as it starts without a lab yet, and its main window. */
  readonly host: Host;
  readonly console: Page;
}

interface WorkerOptions {
  readonly hostKind: 'electron' | 'chromium';
}

/**
 * The test function of every spec. Specs run in whichever host the project names; what only Electron can show is
 * tagged `@electron` and counted as skipped elsewhere.
 */
export const test = base.extend<Fixtures, WorkerOptions>({
  hostKind: ['electron', { option: true, scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures it needs from here
  folder: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'mwl-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  start: async ({ hostKind, folder }, use, info) => {
    base.skip(hostKind !== 'electron' && info.tags.includes('@electron'), 'only Electron can show it');
    const hosts: Host[] = [];
    await use(async ({ firstTime = false, ...options } = {}) => {
      const begin = hostKind === 'electron' ? startElectron : startChromium;
      const started = { dataFolder: path.join(folder, 'data'), ...options };
      if (!firstTime) leaveTheTour(started.dataFolder);
      const host = await begin(started);
      hosts.push(host);
      return host;
    });
    for (const host of hosts) await host.stop();
  },
  host: async ({ start }, use) => {
    await use(await start());
  },
  console: async ({ host }, use) => {
    await use(await host.console());
  },
});

/** What a person who has been here before has kept: the tour is left. Whatever was kept already stays. */
function leaveTheTour(dataFolder: string): void {
  const file = path.join(dataFolder, 'preferences.json');
  if (existsSync(file)) return;
  mkdirSync(dataFolder, { recursive: true });
  const preferences = { ...FIRST_PREFERENCES, tour: false };
  writeFileSync(file, JSON.stringify({ version: 1, preferences, windows: {} }));
}

/** Playwright's own, so that specs import from one place. */
export const expect = base.expect;

/** Keeps a picture of a window as an artifact of the test, under a name that says what it shows. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: pictureFile(name) });
}

/** Where the picture of this name is kept. */
export function pictureFile(name: string): string {
  return path.join('artifacts', 'pictures', test.info().project.name, `${name}.png`);
}
