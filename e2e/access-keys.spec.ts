import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { consoleScreen } from './screens/console-screen.ts';
import { wizardScreen } from './screens/wizard-screen.ts';

const lineUnderNext = (page: Page): Promise<string> =>
  page
    .getByRole('button', { name: 'Next >' })
    .locator('.access-key')
    .evaluate((key) => getComputedStyle(key).textDecorationLine);

test('underlines come with Alt, or always when one wants them', async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await main.button('Start the wizard').click();
  const { page } = wizardScreen(await host.wizard());
  await expect(page.getByText('The migration server has what this mode needs.')).toBeVisible();
  expect(await lineUnderNext(page)).toBe('none');
  await main.page.getByText('Underline access keys').click();
  await expect.poll(() => lineUnderNext(page)).toBe('underline');
  await main.page.getByText('Underline access keys').click();
  await expect.poll(() => lineUnderNext(page)).toBe('none');
  await page.keyboard.press('Alt');
  expect(await lineUnderNext(page)).toBe('underline');
});

test('keys move about a page as in the original', async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await main.button('Start the wizard').click();
  const { page, button } = wizardScreen(await host.wizard());
  const title = page.getByRole('heading', { level: 1 });
  await expect(button('Next >')).toBeFocused();
  await page.keyboard.press('Enter');
  // The chosen option has the focus; arrows stay in the group, and Tab leaves it at once.
  await expect(title).toHaveText('Migration');
  await expect(page.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await expect(button('< Back')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(title).toHaveText('Welcome to the Migration Wizard');
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(title).toHaveText('Exchange Server Migration');
  await page.keyboard.press('F1');
  await expect(page.getByRole('alertdialog')).toContainText('Wording of this page');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+n');
  // A place is found by typing its name, and Enter takes it.
  await page.keyboard.press('Alt+r');
  await expect(page.getByRole('dialog', { name: 'Browse for a Mailbox Store' })).toBeVisible();
  await page.getByRole('treegrid').focus();
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /2\. Mailbox Store/ })).toBeVisible();
  const closed = page.waitForEvent('close');
  await page.keyboard.press('Escape').catch(() => undefined);
  await closed;
});
