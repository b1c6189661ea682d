import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Host } from './hosts/host.ts';
import { expectAccessible, expectUniqueAccessKeys } from './screens/accessible.ts';
import { consoleScreen } from './screens/console-screen.ts';
import { cutOffTexts } from './screens/readable.ts';
import { type Visit, inEnglish, walkConsole, walkTour, walkWizard } from './screens/walk.ts';
import { wizardScreen } from './screens/wizard-screen.ts';
import { type Scale, zoom } from './screens/zoom.ts';

/** Takes the picture of a state and judges it: accessible, every key once, nothing cut off. */
function gallery(host: Host, page: Page, folder: string): Visit {
  return async (name) => {
    await host.capture(page, path.join('artifacts', 'gallery', folder, `${name}.png`));
    await expectAccessible(page);
    await expectUniqueAccessKeys(page);
    expect(await cutOffTexts(page), `${folder}/${name}`).toEqual([]);
  };
}

interface Look {
  readonly name: string;
  readonly scale?: Scale;
  readonly forcedColors?: 'active';
}
const LOOKS: readonly Look[] = [
  { name: 'normal' },
  { name: 'forced-colors', forcedColors: 'active' },
  { name: 'at-200-percent', scale: 200 },
];

async function dress(host: Host, page: Page, { scale, forcedColors }: Look): Promise<void> {
  if (scale !== undefined && !page.url().includes('console')) await zoom(host, page, scale);
  if (forcedColors !== undefined) await page.emulateMedia({ forcedColors });
}

for (const look of LOOKS) {
  for (const [mode, button] of [
    ['default', 'Start the wizard'],
    ['clone', 'Start in clone mode (/m)'],
  ] as const) {
    // Clone mode shows all that the default mode does, and more.
    if (mode === 'default' && look.name !== 'normal') continue;
    test(`the wizard in ${mode} mode, ${look.name}`, async ({ host }) => {
      const main = await consoleScreen(await host.console());
      await main.button(button).click();
      const { page } = wizardScreen(await host.wizard());
      await dress(host, page, look);
      const visit = gallery(host, page, `wizard-${mode}-${look.name}`);
      if (mode === 'clone') {
        await page.getByRole('dialog').waitFor();
        await visit('refused');
        await page.keyboard.press('Escape');
        await visit('welcome-refused');
        await page.keyboard.press('Alt+w');
        await page.keyboard.press('Alt+i');
        await expect(page.getByText('The migration server has what this mode needs.')).toBeVisible();
      }
      await walkWizard({ page, say: inEnglish, visit });
    });
  }

  test(`the main window, ${look.name}`, async ({ host }) => {
    test.slow();
    const main = await consoleScreen(await host.console());
    await dress(host, main.page, look);
    if (look.scale !== undefined && host.kind === 'electron')
      await main.page.evaluate(() => window.bridge?.ask('app:set-preferences', { textSize: 200 }));
    await walkConsole({ page: main.page, visit: gallery(host, main.page, `console-${look.name}`) }, 40);
  });
}

for (const look of LOOKS) {
  test(`the tour, ${look.name}`, async ({ start }) => {
    const host = await start({ firstTime: true });
    const { page } = await consoleScreen(await host.console());
    await dress(host, page, look);
    if (look.scale !== undefined && host.kind === 'electron')
      await page.evaluate(() => window.bridge?.ask('app:set-preferences', { textSize: 200 }));
    await walkTour({ page, say: inEnglish, visit: gallery(host, page, `tour-${look.name}`) });
  });
}

/** Every view of the main window, from its first line to its last, when nothing answers. */
async function walkViews(page: Page, visit: Visit, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await page.locator('.tree-view').getByRole('row', { name, exact: true }).first().click();
    await visit(name.toLowerCase().replaceAll(' ', '-'));
  }
}
const VIEWS = [
  'Sample lab',
  'Source organization',
  'Target organization',
  'Migration server',
  'Workstations',
  'Runs',
  'Event log',
  'Comparison',
];

for (const how of ['wait', 'fail'] as const) {
  const folder = how === 'wait' ? 'loading' : 'failed';
  test(`both windows while the lab is ${folder}`, async ({ host }) => {
    const main = await consoleScreen(await host.console());
    await main.goTo('Runs');
    await host.disturb(how);
    await walkViews(main.page, gallery(host, main.page, `console-${folder}`), VIEWS);
    await main.page.getByRole('button', { name: 'Migration Wizard' }).click();
    const { page, button } = wizardScreen(await host.wizard());
    await expect(
      page.getByText(how === 'wait' ? 'Reading the lab...' : 'cannot be read').first(),
    ).toBeVisible();
    const visit = gallery(host, page, `wizard-${folder}`);
    await visit('welcome');
    if (how === 'fail') {
      await host.disturb(null);
      await button('Try again').click();
      await expect(page.getByText('The migration server has what this mode needs.')).toBeVisible();
    }
  });
}
