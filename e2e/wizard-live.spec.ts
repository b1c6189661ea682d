import { expect, test } from './fixtures.ts';
import { consoleScreen } from './screens/console-screen.ts';
import { PAGES_BEFORE_A_RUN, type WizardScreen, wizardScreen } from './screens/wizard-screen.ts';

/** Starts a run slowed down for a demonstration. */
async function startSlowly(wizard: WizardScreen): Promise<void> {
  for (const [title] of PAGES_BEFORE_A_RUN) {
    await expect(wizard.page.getByRole('heading', { level: 1 })).toHaveText(title);
    if (title === 'Account Migration') await wizard.button('Select All').click();
    if (title === 'Prerequisites') await wizard.page.getByText('Slow down for a demonstration').click();
    await wizard.next();
  }
  await expect(wizard.page.getByText('Stage 2 of 2: copying data')).toBeVisible({ timeout: 60_000 });
}

test('a run can be paused, disturbed and cancelled while it goes on', { tag: '@both' }, async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await main.button('Start the wizard').click();
  const wizard = wizardScreen(await host.wizard());
  await startSlowly(wizard);
  await wizard.button('Pause').click();
  await wizard.button('Resume').click();
  await wizard.button('Pause').click();
  await expect(wizard.page.getByText('Paused')).toBeVisible();
  await wizard.look('live-paused');
  const bar = wizard.page.getByRole('progressbar');
  const before = await bar.getAttribute('value');
  await wizard.page.getByRole('row', { name: /^bruno\.hale/ }).click();
  await wizard.button('Mail arrives').click();
  await expect(wizard.page.getByText('Mail for bruno.hale: initialized.')).toBeVisible();
  await wizard.button('User logs on').click();
  await expect(wizard.page.getByText('Logon of bruno.hale: initialized.')).toBeVisible();
  await wizard.look('live-happenings');
  expect(await bar.getAttribute('value')).toBe(before);

  await wizard.page.keyboard.press('Escape');
  await wizard.look('live-cancel-question');
  await wizard.button('No').click();
  await wizard.button('Cancel').click();
  await wizard.button('Yes').click();
  await expect(wizard.page.getByText('The migration has ended.')).toBeVisible({ timeout: 60_000 });
  await wizard.next();
  await expect(wizard.page.getByText('The migration was cancelled.')).toBeVisible();
  await wizard.look('live-completing');
  await wizard.closeWith('Finish');
  await main.goTo('Runs');
  await expect(main.row('Runs', '1 Default')).toContainText('Cancelled');
});

test('a dead engine ends the run in view, and the wizard offers to continue it', async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await main.button('Start the wizard').click();
  const wizard = wizardScreen(await host.wizard());
  await startSlowly(wizard);
  await host.crashEngine();
  await expect(wizard.page.getByText('The run ended early:')).toBeVisible({ timeout: 60_000 });
  await wizard.look('live-lost');
  await wizard.next();
  await wizard.closeWith('Finish');

  await main.goTo('Sample lab');
  await main.button('Start the wizard').click();
  // The first wizard is gone, so that this is the only one.
  const again = wizardScreen(await host.wizard());
  await expect(again.page.getByText('Run 1 of this lab was interrupted.')).toBeVisible();
  await again.look('live-interrupted');
  await again.button('Continue the interrupted run').click();
  await expect(again.page.getByText('The migration has ended.')).toBeVisible({ timeout: 60_000 });
  await again.next();
  await expect(again.page.getByText('The migration completed')).toBeVisible();
});
