import { expect, test } from './fixtures.ts';
import type { Host } from './hosts/host.ts';
import { comparisonScreen } from './screens/comparison-screen.ts';
import { type ConsoleScreen, consoleScreen } from './screens/console-screen.ts';
import { tourScreen } from './screens/tour-screen.ts';
import { PAGES_BEFORE_A_RUN, type WizardScreen, wizardScreen } from './screens/wizard-screen.ts';

/** From Welcome to the last page, with all accounts; `ended` is what that page says. */
async function walkToTheEnd(wizard: WizardScreen, ended: string): Promise<void> {
  for (const [title] of PAGES_BEFORE_A_RUN) {
    await expect(wizard.page.getByRole('heading', { level: 1 })).toHaveText(title);
    if (title === 'Account Migration') await wizard.button('Select All').click();
    await wizard.next();
  }
  await expect(wizard.page.getByText('The migration has ended.')).toBeVisible({ timeout: 60_000 });
  await wizard.next();
  await expect(wizard.page.getByText(ended)).toBeVisible();
  await wizard.closeWith('Finish');
}

async function openWizard(host: Host): Promise<WizardScreen> {
  const wizard = wizardScreen(await host.wizard());
  await expect(wizard.page.getByRole('heading', { level: 1 })).toBeVisible();
  return wizard;
}

/** Goes back, in the dialog that is open, to the newest copy from before such a thing. */
async function goBackTo({ page, button }: ConsoleScreen, before: string): Promise<void> {
  const copies = page.getByRole('grid', { name: 'Copies' });
  await copies.getByRole('row', { name: before }).first().click();
  await button('Go back').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** ExProfRe for everybody, and what it did to one profile. */
async function switchProfiles(
  { page, button, row }: ConsoleScreen,
  alias: string,
  did: string,
): Promise<void> {
  await button('ExProfRe for everybody').click();
  await page.getByRole('dialog', { name: 'ExProfRe' }).waitFor();
  await expect(row('ExProfRe', alias)).toContainText('re-pointed');
  await expect(row('ExProfRe', alias)).toContainText(did);
}

test('the tour leads through the first rehearsal; it is left in the middle, and goes on after a restart', async ({
  start,
}) => {
  test.slow();
  const first = await start({ firstTime: true });
  let main = await consoleScreen(await first.console());
  let tour = tourScreen(main.page);

  await test.step('it stands open at the first start, and takes nobody the focus', async () => {
    await tour.at('A rehearsal of a migration');
    await expect(tour.panel.getByRole('status')).toContainText('Step 1 of 16');
    expect(await tour.panel.evaluate((panel) => panel.contains(document.activeElement))).toBe(false);
    await expect(main.page.getByRole('dialog')).toHaveCount(0);
    await tour.look('welcome');
    await tour.next();
  });

  await test.step('the default run', async () => {
    await tour.at('The default mode');
    await tour.look('default-run');
    await expect(tour.button('Skip step')).toBeEnabled();
    await tour.showMe();
    await walkToTheEnd(await openWizard(first), 'The migration completed successfully.');
    await tour.done();
    await tour.look('default-run-done');
    await tour.next();
  });

  await test.step('Outlook without ExProfRe', async () => {
    await tour.at('Outlook before ExProfRe');
    await tour.showMe();
    await expect(main.row('Profiles', 'clara.berg')).toHaveAttribute('aria-selected', 'true');
    await tour.look('outlook-before');
    await main.button('Synchronize').click();
    const outlook = main.page.getByRole('dialog', { name: 'Outlook - clara.berg' });
    await expect(outlook).toContainText('Connected to the mailbox in the source organization');
    await tour.look('outlook-before-open');
    await main.button('OK').click();
    await tour.done();
    await tour.next();
  });

  await test.step('ExProfRe', async () => {
    await tour.at('ExProfRe switches the profiles');
    await tour.showMe();
    await tour.look('exprofre');
    await switchProfiles(main, 'otto.lind', 'renamed');
    await tour.look('exprofre-open');
    await main.button('OK').click();
    await tour.done();
    await tour.next();
  });

  await test.step('the .ost is refused, and three items are stranded', async () => {
    await tour.at('The .ost is refused');
    await tour.showMe();
    await tour.look('outlook-refused');
    await main.button('Synchronize').click();
    const outlook = main.page.getByRole('dialog', { name: 'Outlook - lars.holt' });
    await expect(outlook).toContainText('The .ost was refused.');
    await tour.look('outlook-refused-asks');
    await main.button('Connect').click();
    await expect(outlook.getByRole('button', { name: 'Play again' })).toBeEnabled();
    const stranded = outlook.getByRole('grid', { name: 'Stranded in the old .ost' });
    await expect(stranded.getByRole('row')).toHaveCount(1 + 3);
    await expect(outlook).toContainText(/Contents: [1-9]\d* items downloaded/);
    await tour.look('outlook-refused-open');
    await main.button('OK').click();
    await tour.done();
    await tour.next();
  });

  await test.step('left here, and resumed after a restart', async () => {
    await tour.at('Back to before the run');
    await tour.button('Leave').click();
    await expect(tour.panel).toHaveCount(0);
    await expect(main.button('Guided tour (F1)')).toBeFocused();
    await expect(main.page.getByRole('contentinfo')).toContainText('left at step 6 of 16');
  });
  await first.stop();
  const second = await start();
  main = await consoleScreen(await second.console());
  tour = tourScreen(main.page);
  await expect(tour.panel).toHaveCount(0);
  await main.page.keyboard.press('F1');
  await expect(tour.button('Next >')).toBeFocused();

  await test.step('back to before the run', async () => {
    await tour.at('Back to before the run');
    await tour.showMe();
    await tour.look('undo');
    await goBackTo(main, 'a run in default mode');
    await tour.done();
    await main.goTo('Runs');
    await expect(main.page.getByText('No run yet. Start the wizard.')).toBeVisible();
    await tour.next();
  });

  await test.step('clone mode is refused', async () => {
    await tour.at('Clone mode is refused');
    await tour.showMe();
    await tour.look('clone-refused');
    await main.page.keyboard.press('Enter');
    const wizard = await openWizard(second);
    const refusal = wizard.page.getByRole('dialog', { name: 'Why the lab refuses' });
    await expect(refusal).toContainText('919235');
    await tour.done();
    await tour.next();
  });

  await test.step('started anyway, it fails at the very first mailbox', async () => {
    await tour.at('Started anyway, it fails');
    await tour.look('start-anyway');
    await tour.showMe();
    const wizard = await openWizard(second);
    await wizard.button('Start anyway, as the original would').click();
    await walkToTheEnd(wizard, 'The migration failed.');
    await tour.done();
    await tour.showMe();
    const mailboxes = main.page.getByRole('grid', { name: 'Mailboxes of the run' }).getByRole('row');
    await expect(mailboxes.nth(1)).toContainText('failed at the very first mailbox (KB919235)');
    await expect(mailboxes.filter({ hasText: 'Not reached' })).toHaveCount(7);
    await tour.look('start-anyway-failed');
    await tour.next();
  });

  await test.step('back once more', async () => {
    await tour.at('Back once more');
    await tour.showMe();
    await tour.look('undo-again');
    await goBackTo(main, 'a run in clone mode');
    await tour.done();
    await tour.next();
  });

  await test.step('the hotfix is refused without SP2', async () => {
    await tour.at('The hotfix wants Service Pack 2');
    await tour.showMe();
    await main.row('Not installed', 'KB919235').click();
    await main.button('Install').click();
    await expect(main.page.getByRole('alertdialog')).toContainText('SP2');
    await tour.look('hotfix-refused');
    await main.button('OK').click();
    await tour.done();
    await tour.next();
  });

  await test.step('SP2, and then the hotfix', async () => {
    await tour.at('Service Pack 2, then the hotfix');
    await tour.look('fixes');
    for (const fix of ['E2003SP2', 'KB919235']) {
      await main.row('Not installed', fix).click();
      await main.button('Install').click();
      await expect(main.row('Installed', fix)).toBeVisible();
    }
    await tour.done();
    await tour.next();
  });

  await test.step('clone mode runs to the end', async () => {
    await tour.at('Clone mode, with the fixes');
    await tour.showMe();
    await main.page.keyboard.press('Enter');
    await walkToTheEnd(await openWizard(second), 'The migration completed with warnings.');
    await tour.done();
    await tour.look('clone-run');
    await tour.next();
  });

  await test.step('nothing is downloaded, and three items go up', async () => {
    await tour.at('Nobody waits');
    await tour.showMe();
    await switchProfiles(main, 'lars.holt', 'reset');
    await main.button('OK').click();
    await main.row('Profiles', 'lars.holt').click();
    await main.button('Synchronize').click();
    const outlook = main.page.getByRole('dialog', { name: 'Outlook - lars.holt' });
    await expect(outlook).toContainText('The .ost was accepted.');
    await expect(outlook.getByRole('button', { name: 'Play again' })).toBeEnabled();
    await expect(outlook).toContainText('Uploaded: 3 items.');
    await expect(outlook).toContainText('Contents: 0 items downloaded (0 bytes)');
    await tour.look('outlook-kept');
    await main.button('OK').click();
    await tour.done();
    await tour.next();
  });

  await test.step('the rules work on', async () => {
    await tour.at('The rules work on');
    await tour.showMe();
    await main.row('Fates of Runs', 'clara.berg').click();
    const details = main.page.getByRole('region', { name: 'Why, in Runs' });
    await expect(details).toContainText('Bridge to its folder');
    await expect(details).toContainText('Its folder was translated for the target database');
    await tour.done();
    await tour.look('rules');
    await tour.next();
  });

  await test.step('the comparison, where the two fallbacks explain themselves', async () => {
    await tour.at('Both modes side by side');
    await tour.showMe();
    await goBackTo(main, 'a run in clone mode');
    await main.goTo('Comparison');
    await main.button('Run both modes...').click();
    await tour.look('comparison-asks');
    await main.page.keyboard.press('Enter');
    const view = comparisonScreen(main.page);
    await expect(view.fates).toBeVisible({ timeout: 120_000 });
    await tour.done();
    for (const [alias, why] of [
      ['ines.moor', 'Mail arrived between the stages'],
      ['tess.ryde', 'The target mailbox was initialized before'],
    ] as const) {
      // The mailbox, then the mode of each side: the clone's is the third cell.
      const mode = view.fates.getByRole('row', { name: alias }).getByRole('gridcell').nth(2);
      await expect(mode).toHaveText('Default');
      await mode.click();
      await expect(view.explanation).toContainText(why);
      await tour.look(`comparison-${alias.replace('.', '-')}`);
    }
    await tour.next();
  });

  await test.step('what next, and to the beginning again', async () => {
    await tour.at('What next');
    await tour.look('what-next');
    await tour.showMe();
    await expect(main.page.getByRole('dialog', { name: 'New lab' })).toBeVisible();
    await main.page.keyboard.press('Escape');
    await tour.button('Finish').click();
    await expect(tour.panel).toHaveCount(0);
    await main.page.keyboard.press('F1');
    await tour.at('A rehearsal of a migration');
  });
});
