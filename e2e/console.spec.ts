import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, picture, test } from './fixtures.ts';
import { expectAccessible, expectUniqueAccessKeys } from './screens/accessible.ts';
import { type ConsoleScreen, consoleScreen } from './screens/console-screen.ts';
import { PAGES_BEFORE_A_RUN, wizardScreen } from './screens/wizard-screen.ts';

async function look({ page }: ConsoleScreen, name: string): Promise<void> {
  await picture(page, `console-${name}`);
  await expectAccessible(page);
  await expectUniqueAccessKeys(page);
}

test('every view of a new lab says what it has, or what to do', { tag: '@both' }, async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await look(main, 'overview');
  await main.goTo('Source organization');
  await main.row('Mailboxes', 'Clara Berg').click();
  await look(main, 'source');
  await main.goTo('Target organization');
  await look(main, 'target');
  await main.goTo('Workstations');
  await expect(main.page.getByRole('grid', { name: 'Profiles' }).getByRole('row')).not.toHaveCount(1);
  await look(main, 'workstations');
  await main.goTo('Runs');
  await expect(main.page.getByText('No run yet. Start the wizard.')).toBeVisible();
  await look(main, 'runs-empty');
  await main.goTo('Event log');
  await look(main, 'events');
  await main.goTo('Comparison');
  await expect(main.page.getByText('There is nothing to lay beside Sample lab yet.')).toBeVisible();
  await look(main, 'compare-empty');
  await main.goTo('Labs');
  await look(main, 'labs');
});

test('fixes are installed in their order only, and page heap is switched', async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await main.goTo('Migration server');
  await main.row('Not installed', 'KB919235').click();
  await main.button('Install').click();
  await expect(main.page.getByRole('alertdialog')).toContainText('SP2');
  await look(main, 'fix-refused');
  await main.button('OK').click();
  await main.row('Not installed', 'E2003SP2').click();
  await main.button('Install').click();
  await expect(main.row('Installed', 'E2003SP2')).toBeVisible();
  await main.row('Not installed', 'KB919235').click();
  await main.button('Install').click();
  await expect(main.row('Installed', 'KB919235')).toBeVisible();
  await look(main, 'server-fixes');
  await main.page.getByRole('tab', { name: 'Files' }).click();
  await expect(main.page.getByRole('grid', { name: 'Files' })).toContainText('6.5.7651.29');
  await look(main, 'server-files');
  await main.page.getByRole('tab', { name: 'Settings' }).click();
  const heap = main.page.getByRole('checkbox', { name: /^Page heap/ });
  await expect(heap).toBeChecked();
  await main.page.getByText('Page heap for Mailmig.exe (Pageheap.exe').click();
  await expect(heap).not.toBeChecked();
  await main.row('Settings of the lab', 'halfClone').click();
  await look(main, 'server-settings');
});

test('a lab is made and opened, another forked, each with its own tree', async ({ host, folder }) => {
  const main = await consoleScreen(await host.console());
  await host.answerDialogs({ save: path.join(folder, 'mill.mwlab') });
  await main.button('New lab...').click();
  await main.page.getByText('A generated lab of any size').click();
  await main.page.getByLabel('Mailboxes:').fill('none');
  await main.page.keyboard.press('Enter');
  await expect(main.page.getByText('Enter a whole number from 1 to 50,000.')).toBeVisible();
  await look(main, 'new-lab-issue');
  await main.page.getByLabel('Mailboxes:').fill('20');
  await main.button('OK').click();
  await expect(main.title).toHaveText('mill', { timeout: 60_000 });
  await main.button('Fork').click();
  await expect(main.title).not.toHaveText('mill');
  await expect(main.page.getByRole('row', { name: 'Runs', exact: true })).toHaveCount(3);
  await look(main, 'three-labs');
  await main.button('Close lab').click();
  await expect(main.page.getByRole('row', { name: 'Runs', exact: true })).toHaveCount(2);
});

test('mail is imported into a mailbox, and what cannot be read is told', async ({ host, folder }) => {
  const good = path.join(folder, 'letter.eml');
  const empty = path.join(folder, 'empty.pst');
  writeFileSync(
    good,
    [
      'From: Mira Thorn <mira.thorn@elsewhere.example>',
      'To: Clara Berg <clara.berg@aldermills.example>',
      'Subject: Samples',
      'Date: Mon, 04 Sep 2006 09:00:00 +0200',
      '',
      'The samples are on their way.',
      '',
    ].join('\r\n'),
  );
  writeFileSync(empty, '');
  const main = await consoleScreen(await host.console());
  await main.goTo('Source organization');
  await main.row('Mailboxes', 'Clara Berg').click();
  await host.answerDialogs({ mail: [good, empty] });
  await main.button('Import mail files...').click();
  const told = main.page.getByRole('alertdialog');
  await expect(told).toContainText('1 items in');
  await expect(told).toContainText('empty.pst');
  await look(main, 'imported');
});

test('both modes side by side, and Outlook after each', { tag: '@both' }, async ({ host }) => {
  test.slow();
  const main = await consoleScreen(await host.console());
  await main.button('Fork').click();
  const fork = 'Sample lab 2';
  await expect(main.title).toHaveText(fork);

  for (const [lab, start, nth] of [
    ['Sample lab', 'Start the wizard', 0],
    [fork, 'Start in clone mode (/m)', 1],
  ] as const) {
    await main.goTo(lab);
    await main.button(start).click();
    const wizard = wizardScreen(await host.wizard());
    if (nth === 1) await wizard.button('Install the fixes').click();
    for (const [title] of PAGES_BEFORE_A_RUN) {
      await expect(wizard.page.getByRole('heading', { level: 1 })).toHaveText(title);
      if (title === 'Account Migration') await wizard.button('Select All').click();
      await wizard.next();
    }
    await expect(wizard.page.getByText('The migration has ended.')).toBeVisible({ timeout: 60_000 });
    await wizard.next();
    await wizard.closeWith('Finish');

    await main.goTo('Workstations', nth);
    await main.button('ExProfRe for everybody').click();
    await main.page.getByRole('dialog', { name: 'ExProfRe' }).waitFor();
    await look(main, `exprofre-${nth}`);
    await main.button('OK').click();
    await main.row('Profiles', 'lars.holt').click();
    await main.button('Synchronize').click();
    const outlook = main.page.getByRole('dialog', { name: 'Outlook - lars.holt' });
    await expect(outlook).toContainText(nth === 0 ? 'The .ost was refused.' : 'The .ost was accepted.');
    await look(main, `outlook-${nth}`);
    await main.button('OK').click();
  }

  await main.goTo('Runs');
  await main.page.getByRole('tab', { name: 'What became of everything' }).click();
  await main.row('Fates of Runs', 'lars.holt').click();
  await look(main, 'fates');
  await main.goTo('Event log');
  await look(main, 'events-after');
  await main.goTo('Target organization');
  await main.row('Mailboxes', 'Clara Berg').click();
  await main.button('Purge mailbox').click();
  await main.button('Yes').click();
  await expect(main.row('Mailboxes', 'Clara Berg')).toHaveCount(0);

  await main.goTo('Comparison');
  await expect(main.page.getByRole('grid', { name: /^Fates of/ })).toBeVisible();
  await expect(main.page.getByText('8 mailboxes.')).toBeVisible();
  await look(main, 'compare');
});
