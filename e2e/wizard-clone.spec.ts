import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { consoleScreen } from './screens/console-screen.ts';
import { PAGES_BEFORE_A_RUN, walkToPrerequisites, wizardScreen } from './screens/wizard-screen.ts';

test('clone mode is refused, explained, cured, and then migrates', { tag: '@both' }, async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await main.button('Run...').click();
  await main.page.keyboard.press('Enter');
  const wizard = wizardScreen(await host.wizard());
  await expect(wizard.page).toHaveTitle('Migration Wizard Lab - Migration Wizard (clone mode)');

  const refusal = wizard.page.getByRole('dialog', { name: 'Why the lab refuses' });
  await expect(refusal).toContainText('919235');
  await expect(refusal).toContainText('6.5.7651.29');
  await wizard.look('clone-refused');
  await wizard.button('Install the fixes').click();
  await expect(refusal).toBeHidden();
  await expect(wizard.page.getByText('The migration server has what this mode needs.')).toBeVisible();

  await walkToPrerequisites(wizard, 'clone');
  await wizard.next();
  await expect(wizard.page.getByText('The migration has ended. To continue, click Next.')).toBeVisible({
    timeout: 60_000,
  });
  await wizard.look('clone-progress');
  await wizard.next();
  await wizard.at('Completing the Migration Wizard', 'clone-completing');
  await expect(wizard.page.getByText('The migration completed with warnings.')).toBeVisible();
  await expect(wizard.page.getByText('Not migrated in the mode asked for:')).toBeVisible();
});

test('started anyway, a clone run fails as the article says', async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await main.button('Start in clone mode (/m)').click();
  const wizard = wizardScreen(await host.wizard());
  await wizard.button('Start anyway, as the original would').click();
  await expect(wizard.page.getByText('You chose to start anyway, as the original would.')).toBeVisible();
  await wizard.look('anyway-welcome');
  for (const [title] of PAGES_BEFORE_A_RUN) {
    await expect(wizard.page.getByRole('heading', { level: 1 })).toHaveText(title);
    if (title === 'Account Migration') await wizard.button('Select All').click();
    if (title === 'Prerequisites') await wizard.look('anyway-prerequisites');
    await wizard.next();
  }
  await expect(wizard.page.getByText('The migration has ended.')).toBeVisible({ timeout: 60_000 });
  await wizard.look('anyway-progress');
  await wizard.next();
  await expect(wizard.page.getByText('The migration failed.')).toBeVisible();
  await wizard.look('anyway-completing');
});

test('a refused clone can go on in the default mode', async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await main.button('Start in clone mode (/m)').click();
  const wizard = wizardScreen(await host.wizard());
  await wizard.button('Use the default mode').click();
  await expect(wizard.page).toHaveTitle('Migration Wizard Lab - Migration Wizard');
  await expect(wizard.page.getByText('It runs in the default mode')).toBeVisible();
});

/** Waits for a page and for what it reads of the lab. */
async function arriveAt(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByRole('button', { name: /^(Next >|Finish)$/ })).toBeEnabled();
}

for (const { mode, key } of [
  { mode: 'a clone run', key: 'Alt+m' },
  { mode: 'a run in the default mode', key: 'Alt+w' },
] as const)
  test(`${mode} by keyboard alone`, { tag: '@both' }, async ({ host }) => {
    const main = await consoleScreen(await host.console());
    await main.page.keyboard.press(key);
    const { page } = wizardScreen(await host.wizard());
    if (key === 'Alt+m') {
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Alt+i');
      await expect(page.getByText('The migration server has what this mode needs.')).toBeVisible();
    }
    for (const [title] of PAGES_BEFORE_A_RUN) {
      await arriveAt(page, title);
      if (title === 'Account Migration') {
        const list = page.getByRole('grid', { name: 'Accounts:' });
        await expect(list).toBeFocused();
        await page.keyboard.press('Space');
        await page.keyboard.press('End');
        await page.keyboard.press('Space');
        await expect(page.getByText('2 of 8 accounts selected')).toBeVisible();
        await page.keyboard.press('Alt+s');
        await expect(page.getByText('8 of 8 accounts selected')).toBeVisible();
      }
      await page.keyboard.press('Alt+n');
    }
    await expect(page.getByText('The migration has ended.')).toBeVisible({ timeout: 60_000 });
    await page.keyboard.press('Alt+n');
    await arriveAt(page, 'Completing the Migration Wizard');
    const closed = page.waitForEvent('close');
    // The window can be gone before the key has come up.
    await page.keyboard.press('Enter').catch(() => undefined);
    await closed;
  });
