import { expect, test } from './fixtures.ts';
import { consoleScreen } from './screens/console-screen.ts';
import { walkToPrerequisites, wizardScreen } from './screens/wizard-screen.ts';

test('the default mode goes from Welcome to Finish, every page seen', { tag: '@both' }, async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await main.button('Start the wizard').click();
  const wizard = wizardScreen(await host.wizard());
  await expect(wizard.page).toHaveTitle('Migration Wizard Lab - Migration Wizard');

  await walkToPrerequisites(wizard, 'default');
  for (const [tab, name] of [
    ['What to expect', 'expect'],
    ['What will be done', 'plan'],
  ] as const) {
    await wizard.page.getByRole('tab', { name: tab }).click();
    await wizard.look(`default-prerequisites-${name}`);
  }

  await wizard.next();
  await expect(wizard.page.getByText('The migration has ended. To continue, click Next.')).toBeVisible({
    timeout: 60_000,
  });
  await wizard.at('Migration Progress', 'default-progress');
  await expect(wizard.page.getByRole('grid').getByRole('row')).toHaveCount(9);
  await wizard.next();
  await wizard.at('Completing the Migration Wizard', 'default-completing');
  await wizard.button('Report...').click();
  await wizard.look('default-report');
  await wizard.button('OK').click();

  await wizard.closeWith('Finish');
  await main.goTo('Runs');
  await expect(main.row('Runs', '1 Default')).toContainText('Completed');
});

test('a page with a mistake says what to do, beside the field', async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await main.button('Start the wizard').click();
  const wizard = wizardScreen(await host.wizard());
  await wizard.next();
  await wizard.page.getByText('Migrate from Lotus cc:Mail').click();
  await wizard.next();
  await expect(wizard.page.getByRole('alert')).toContainText('choose another type of migration');
  await wizard.look('issue-migration-type');
  await wizard.page.getByText('Migrate from Microsoft Exchange', { exact: true }).click();
  await wizard.next();
  await wizard.next();
  await wizard.page.getByLabel('Target address domain (/D):').fill('no domain');
  await wizard.next();
  await expect(wizard.page.getByText('is no domain name')).toBeVisible();
  await wizard.look('issue-migration-destination');
  await wizard.page.getByLabel('Target address domain (/D):').fill('');
  await wizard.next();
  await wizard.next();
  await wizard.page.getByText('Migrate mail messages within a date range').click();
  await wizard.page.getByLabel('To:').fill('1600-01-01');
  await wizard.next();
  await expect(wizard.page.getByText('The date range ends before it starts')).toBeVisible();
  await wizard.look('issue-migration-information');
  await wizard.page.getByText('Migrate mail messages within a date range').click();
  await wizard.next();
  await wizard.next();
  await expect(wizard.page.getByRole('alert')).toContainText('No account is selected');
  await wizard.look('issue-account-migration');
  await wizard.button('< Back').click();
  await expect(wizard.page.getByRole('heading', { level: 1 })).toHaveText('Migration Information');
});
