import { expect, test } from './fixtures.ts';
import { comparisonScreen } from './screens/comparison-screen.ts';
import { type ConsoleScreen, consoleScreen } from './screens/console-screen.ts';
import { dressConsole, gallery, LOOKS } from './screens/gallery.ts';
import { slug } from './screens/slug.ts';
import type { Visit } from './screens/walk.ts';

/* What the windows show once both modes have run: two forks of the sample lab stand beside it. */

const FORKS = ['default', 'clone'] as const;

/** Runs both modes and waits for the table of fates. */
async function runBoth(
  { page, goTo, button }: ConsoleScreen,
  visit: Visit,
  { withClients }: { readonly withClients: boolean },
): Promise<void> {
  await goTo('Comparison');
  await button('Run both modes...').click();
  const dialog = page.getByRole('dialog', { name: 'Run both modes' });
  await dialog.waitFor();
  if (!withClients) await dialog.getByText('Then run ExProfRe for everybody').click();
  await visit('comparison-dialog');
  await page.keyboard.press('Enter');
  await expect(page.getByText('8 mailboxes.', { exact: true })).toBeVisible({ timeout: 120_000 });
}

/** Every tab of the comparison, before and after a cell was chosen. */
async function visitComparison({ page }: ConsoleScreen, visit: Visit): Promise<void> {
  const view = comparisonScreen(page);
  for (const name of ['Fates', 'Identifiers', 'Over the wire', 'What was lost']) {
    await view.tab(name);
    await expect(page.locator('.view-state[data-kind=loading]')).toHaveCount(0);
    await visit(`comparison-${slug(name)}`);
    const grid = page.getByRole('tabpanel').getByRole('grid');
    if ((await grid.count()) === 0) continue;
    await grid.first().focus();
    for (const _ of ['mode, left', 'mode, right', '.ost, left']) await page.keyboard.press('ArrowRight');
    await expect(view.explanation).not.toContainText('Select a cell');
    await visit(`comparison-${slug(name)}-explained`);
  }
}

/** Every tab of the view at hand. */
async function visitTabs({ page }: ConsoleScreen, visit: Visit, name: string): Promise<void> {
  const tabs = page.getByRole('tab');
  const count = await tabs.count();
  for (let tab = 0; tab < count; tab += 1) {
    await tabs.nth(tab).click();
    await expect(page.locator('.view-state[data-kind=loading]')).toHaveCount(0);
    await visit(`${name}-${slug((await tabs.nth(tab).textContent()) ?? '')}`);
  }
}

for (const look of LOOKS) {
  test(`what came of both modes, ${look.name}`, async ({ host }) => {
    test.slow();
    const main = await consoleScreen(await host.console());
    const { page } = main;
    await dressConsole(host, page, look);
    const visit = gallery(host, page, `results-${look.name}`);
    await runBoth(main, visit, { withClients: true });
    await visitComparison(main, visit);
    for (const [at, fork] of FORKS.entries()) {
      const nth = at + 1;
      await main.goTo(`Sample lab - ${fork}`);
      await expect(page.getByRole('group', { name: 'Lab' })).toBeVisible();
      await visit(`overview-${fork}`);
      await main.goTo('Runs', nth);
      await expect(main.row('Runs', '1')).toBeVisible();
      await visitTabs(main, visit, `runs-${fork}`);
      await main.goTo('Event log', nth);
      await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
      await visit(`event-log-${fork}`);
    }
    await main.goTo('Migration server', 2);
    await visitTabs(main, visit, 'server-clone');
  });

  test(`workstations and Outlook after a migration, ${look.name}`, async ({ host }) => {
    test.slow();
    const main = await consoleScreen(await host.console());
    const { page } = main;
    await dressConsole(host, page, look);
    const visit = gallery(host, page, `outlook-${look.name}`);
    await main.goTo('Workstations');
    await main.row('Profiles', 'lars.holt').click();
    await expect(page.getByRole('tab', { name: 'Profile' })).toBeVisible();
    await visitTabs(main, visit, 'before');
    const outlook = page.getByRole('dialog', { name: 'Outlook - lars.holt' });
    const message = outlook.getByRole('region', { name: 'What Outlook says' });
    const play = async (button: string, name: string): Promise<void> => {
      await main.button(button).click();
      await outlook.waitFor();
      const again = outlook.getByRole('button', { name: 'Play again' });
      await expect(again.and(page.locator(':enabled')).or(message).first()).toBeVisible({ timeout: 30_000 });
      if (await message.isVisible()) {
        await visit(`${name}-message`);
        await message.getByRole('button').first().click();
      }
      await expect(again).toBeEnabled({ timeout: 30_000 });
      await visit(name);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    };
    await play('Open Outlook', 'before-outlook');
    await runBoth(main, visit, { withClients: false });
    await main.goTo('Workstations', 1);
    await main.row('Profiles', 'lars.holt').click();
    await expect(page.getByRole('tab', { name: 'Profile' })).toBeVisible();
    await play('Open Outlook', 'without-exprofre');
    await main.button('Run ExProfRe').click();
    await page.getByRole('dialog', { name: 'ExProfRe' }).waitFor();
    await visit('exprofre');
    await page.keyboard.press('Escape');
    await play('Synchronize', 'refused');
    await visitTabs(main, visit, 'after');
  });

  test(`the pane underneath and the presenter's acts, ${look.name}`, async ({ host }) => {
    const main = await consoleScreen(await host.console());
    const { page } = main;
    await dressConsole(host, page, look);
    const visit = gallery(host, page, `presenting-${look.name}`);
    await main.button('Underneath').click();
    await expect(page.getByRole('log')).toContainText('Nothing yet');
    await visit('underneath-empty');
    await page
      .getByRole('region', { name: 'Presenter' })
      .getByRole('button', { name: /Mailbox/ })
      .click();
    await page.getByRole('option', { name: 'lars.holt', exact: true }).click();
    await main.button('Mail arrives now').click();
    await main.button('Logs on now').click();
    await main.button('Page heap: turn off').click();
    await expect(page.getByRole('log')).toContainText('A message is sent to lars.holt.');
    await expect(page.getByRole('contentinfo').getByRole('status')).toContainText('Page heap');
    await visit('underneath');
    await page.getByRole('log').getByRole('button').first().click();
    await page.getByRole('dialog').waitFor();
    await visit('underneath-evidence');
    await page.keyboard.press('Escape');
    await main.button('Go back...').click();
    await expect(main.row('Copies', '1')).toBeVisible();
    await visit('go-back');
  });
}
