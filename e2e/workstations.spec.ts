import type { Page } from '@playwright/test';
import { expect, picture, test } from './fixtures.ts';
import { expectAccessible, expectUniqueAccessKeys } from './screens/accessible.ts';
import { consoleScreen } from './screens/console-screen.ts';

async function look(page: Page, name: string): Promise<void> {
  await picture(page, `browse-${name}`);
  await expectAccessible(page);
  await expectUniqueAccessKeys(page);
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

test('a workstation shows its files, its synchronization state and what was never sent', async ({ host }) => {
  const page = await host.console();
  const main = await consoleScreen(page);
  await main.goTo('Workstations');
  await main.row('Profiles', 'lars.holt').click();
  for (const [title, file] of [
    ['Profile', 'ws-profile'],
    ['.ost files', 'ws-files'],
    ['Not sent', 'ws-pending'],
    ['Who logs on how', 'ws-access'],
    ['Synchronization state', 'ws-state'],
  ] as const) {
    await tab(page, title).click();
    await expect(page.getByRole('tabpanel')).not.toContainText('Reading the lab');
    await look(page, file);
  }
  const folders = page.getByRole('grid', { name: 'Folders in the .ost' });
  await folders.getByRole('row', { name: /^Inbox/ }).click();
  const sets = page.getByRole('grid', { name: 'What the .ost knows' });
  await expect(sets).toContainText('IdsetGiven');
  await sets.focus();
  await page.keyboard.press('End');
  await expect(sets).toContainText('CnsetRead');
  await page.getByRole('listbox', { name: 'Bytes: CnsetRead' }).focus();
  await page.keyboard.press('ArrowRight');
  await look(page, 'ws-state-inbox');
});

test('Outlook plays the synchronization, and says word for word what the articles quote', async ({
  host,
}) => {
  const page = await host.console();
  const main = await consoleScreen(page);
  await main.goTo('Workstations');
  await main.row('Profiles', 'lars.holt').click();
  await main.button('Synchronize').click();
  const outlook = page.getByRole('dialog', { name: 'Outlook - lars.holt' });
  await expect(outlook).toContainText('The .ost was accepted.');
  await expect(outlook.getByRole('button', { name: 'Play again' })).toBeEnabled();
  await expect(outlook).toContainText('Uploaded: 3 items.');
  await look(page, 'outlook-accepted');
  await main.button('OK').click();
  await main.row('Profiles', 'lars.holt').click();
  await expect(tab(page, 'Profile')).toBeVisible();
});

test('the file of the hotfix has the date of the article in UTC, and the next day in local time', async ({
  host,
}) => {
  const page = await host.console();
  const main = await consoleScreen(page);
  await page.evaluate(async () => {
    for (const install of ['E2003SP2', 'KB919235'])
      await window.bridge?.ask('lab:fix', { lab: 'lab-1', install });
  });
  await main.goTo('Migration server');
  await tab(page, 'Files').click();
  const files = page.getByRole('grid', { name: 'Files' });
  await expect(files).toContainText('2006-06-12 22:21');
  await page.getByText('Show dates in local time (UTC+2)').click();
  await expect(files).toContainText('2006-06-13 00:21');
  await look(page, 'server-files-local');
  await tab(page, 'Services and drives').click();
  await look(page, 'server-services');
});
