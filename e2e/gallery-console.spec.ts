import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { type ConsoleScreen, consoleScreen } from './screens/console-screen.ts';
import { dressConsole, gallery, LOOKS } from './screens/gallery.ts';
import { slug } from './screens/slug.ts';
import { treeScreen } from './screens/tree.ts';
import { inEnglish, type Visit, walkConsole, walkTour } from './screens/walk.ts';

for (const look of LOOKS) {
  test(`the main window, ${look.name}`, async ({ host }) => {
    test.slow();
    const main = await consoleScreen(await host.console());
    await dressConsole(host, main.page, look);
    const visit = gallery(host, main.page, `console-${look.name}`);
    await walkConsole({ page: main.page, visit }, 40);
    await visitDialogs(main, visit);
    await main.goTo('Sample lab');
    await main.button('Close lab').click();
    await expect(main.title).toHaveText('Labs');
    await visit('nothing-open');
    await main.goTo('Comparison');
    await visit('nothing-open-comparison');
  });
}

for (const look of LOOKS) {
  test(`the tour, ${look.name}`, async ({ start }) => {
    const host = await start({ firstTime: true });
    const { page } = await consoleScreen(await host.console());
    await dressConsole(host, page, look);
    await walkTour({ page, say: inEnglish, visit: gallery(host, page, `tour-${look.name}`) });
  });
}

/** Every dialog that a button of the main window opens, as it comes. */
async function visitDialogs({ page, button }: ConsoleScreen, visit: Visit): Promise<void> {
  for (const [label, name] of [
    ['New lab...', 'new-lab'],
    ['Run...', 'run'],
    ['Go back...', 'go-back'],
  ] as const) {
    await button(label).click();
    await page.getByRole('dialog').waitFor();
    await expect(page.locator('.view-state[data-kind=loading]')).toHaveCount(0);
    await visit(`dialog-${name}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
}

const LINES = [
  'Sample lab',
  'Source organization',
  'Users and contacts (8)',
  'ALDER-EX1',
  'Mailbox Store (ALDER-EX1)',
  'Clara Berg',
  'Root - Mailbox',
  'Target organization',
  'Migration server',
  'Workstations',
  'Runs',
  'Event log',
  'Comparison',
];

/** Shows what stands below the source organization, down to a folder. */
async function unfold(page: Page): Promise<void> {
  const tree = treeScreen(page);
  for (const name of LINES.slice(1, 6)) {
    if ((await tree.line(name).first().getAttribute('aria-expanded')) !== null) await tree.open(name);
    await expect(tree.box.locator('[aria-busy]')).toHaveCount(0);
  }
  await expect(tree.line('Root - Mailbox')).toBeVisible();
}

for (const how of ['wait', 'fail'] as const) {
  const folder = how === 'wait' ? 'loading' : 'failed';
  test(`the main window while the lab is ${folder}`, async ({ host }) => {
    test.slow();
    const main = await consoleScreen(await host.console());
    const { page } = main;
    await unfold(page);
    await main.goTo('Labs');
    await host.disturb(how);
    const visit = gallery(host, page, `console-${folder}`);
    for (const name of LINES) {
      await main.goTo(name);
      await visit(slug(name));
    }
    await main.button('Go back...').click();
    await page.getByRole('dialog').waitFor();
    await visit('dialog-go-back');
    await page.keyboard.press('Escape');
  });

  test(`the profile and Outlook while the lab is ${folder}`, async ({ host }) => {
    const main = await consoleScreen(await host.console());
    const { page } = main;
    await main.goTo('Workstations');
    const visit = gallery(host, page, `console-${folder}`);
    await expect(main.row('Profiles', 'lars.holt')).toBeVisible();
    await host.disturb(how);
    await main.row('Profiles', 'lars.holt').click();
    await visit('workstation');
    await main.button('Open Outlook').click();
    if (how === 'wait') await expect(page.getByText('The profile is being worked on...')).toBeVisible();
    else await page.locator('[role=dialog], [role=alertdialog]').waitFor();
    await visit('outlook');
  });
}
