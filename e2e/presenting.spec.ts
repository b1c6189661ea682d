import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, picture, test } from './fixtures.ts';
import { expectAccessible, expectUniqueAccessKeys } from './screens/accessible.ts';
import { lab } from './make-lab.ts';
import { type ConsoleScreen, consoleScreen } from './screens/console-screen.ts';
import { type WizardScreen, walkToPrerequisites, wizardScreen } from './screens/wizard-screen.ts';

async function look(page: Page, name: string): Promise<void> {
  await picture(page, `presenting-${name}`);
  await expectAccessible(page);
  await expectUniqueAccessKeys(page);
}

async function chooseMailbox({ page }: ConsoleScreen, alias: string): Promise<void> {
  await page
    .getByRole('region', { name: 'Presenter' })
    .getByRole('button', { name: /Mailbox/ })
    .click();
  await page.getByRole('option', { name: alias, exact: true }).click();
}

const status = ({ page }: ConsoleScreen) => page.getByRole('contentinfo').getByRole('status');

/** A default run from the Prerequisites page on, at a pace at which one can act in between. */
async function startRun(main: ConsoleScreen, wizard: WizardScreen): Promise<void> {
  await main.page.getByRole('slider', { name: 'Pace' }).focus();
  await main.page.keyboard.press('End');
  await wizard.next();
  await expect(wizard.page.getByRole('heading', { level: 1, name: 'Migration Progress' })).toBeVisible();
}

test('a run is slowed, paused, stepped and disturbed from the console, and told underneath', {
  tag: '@both',
}, async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await main.button('Underneath').click();
  const log = main.page.getByRole('log', { name: 'What is happening underneath' });
  await expect(log).toContainText('Nothing yet');
  await main.button('Start the wizard').click();
  const wizard = wizardScreen(await host.wizard());
  await walkToPrerequisites(wizard, 'presenting');
  await expect(log).toContainText('Accounts are matched mostly by their SID.');
  await expect(log).toContainText('Exchange 2000 SP2 online help: matching for SIDs');
  await startRun(main, wizard);

  await main.button('Pause run').click();
  await expect(wizard.button('Resume')).toBeVisible();
  await expect(main.button('Continue run')).toBeVisible();
  await look(main.page, 'paused');
  await look(wizard.page, 'wizard-paused');

  const bar = wizard.page.getByRole('progressbar');
  const lines = (): Promise<number> => log.getByText(/^(Stage 1|Between the stages|Stage 2)/).count();
  const before = await lines();
  await main.button('One batch').click();
  await expect.poll(lines).toBeGreaterThan(before);
  await wizard.button('Step').click();
  await expect(wizard.button('Resume')).toBeVisible();
  await expect(bar).toBeVisible();

  await main.button('Mail arrives now').click();
  await expect(status(main)).toHaveText('Choose a mailbox in the presenter bar first.');
  await chooseMailbox(main, 'clara.berg');
  await main.button('Mail arrives now').click();
  await expect(status(main)).toContainText('A message was sent to clara.berg');
  await expect(log).toContainText('A message is sent to clara.berg.');
  await main.button('Page heap: turn off').click();
  await expect(status(main)).toHaveText('Page heap for Mailmig.exe is off now.');

  await main.button('Go back...').click();
  await main.row('Copies', '1').click();
  await main.button('Go back').click();
  await expect(main.page.getByRole('dialog')).toContainText('is going on: cancel it or wait');
  await look(main.page, 'undo-refused');
  await main.page.keyboard.press('Escape');

  await main.page.getByRole('slider', { name: 'Pace' }).focus();
  await main.page.keyboard.press('Home');
  await main.button('Continue run').click();
  await expect(log).toContainText('The run has ended: completed');
  await expect(wizard.button('Next >')).toBeEnabled();
  await wizard.next();
  await wizard.at('Completing the Migration Wizard', 'presenting-completing');
  await expect(log).toContainText('No profile has been changed');
  await look(main.page, 'underneath');
  await main.page.getByText('Protocol', { exact: true }).first().click();
  await expect(log).not.toContainText('each REPLGUID');
});

test('what was done is taken back, and forward again', { tag: '@both' }, async ({ host, folder }) => {
  const main = await consoleScreen(await host.console());
  await chooseMailbox(main, 'clara.berg');
  await main.button('Logs on now').click();
  await expect(status(main)).toContainText('clara.berg logged on');
  await main.button('Page heap: turn off').click();
  await expect(main.button('Page heap: turn on')).toBeVisible();
  await main.button('Go back...').click();
  await expect(main.page.getByRole('grid', { name: 'Copies' }).getByRole('row')).toHaveCount(3);
  await main.row('Copies', '2').click();
  await look(main.page, 'undo');
  await main.button('Go back').click();
  await expect(status(main)).toHaveText('The lab stands again as it was before: the setting pageheap=off.');
  await expect(main.button('Page heap: turn off')).toBeVisible();
  await main.button('Go back...').click();
  await main.row('Copies', '3').click();
  await main.button('Go back').click();
  await expect(main.button('Page heap: turn on')).toBeVisible();
  const labs = path.join(folder, 'data');
  const kept = readdirSync(labs, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /undo-\d+\.mwlab$/.test(name),
  );
  expect(kept).toHaveLength(4);
  expect(existsSync(path.join(labs, 'preferences.json')) || host.kind === 'electron').toBe(true);

  await main.button('Go back...').click();
  await main.button('Delete all copies...').click();
  await expect(main.page.getByRole('alertdialog')).toContainText('Delete all 4 copies of this lab');
  await look(main.page, 'undo-clear');
  await main.button('Delete').click();
  await expect(status(main)).toHaveText('All copies of the lab were deleted.');
  await main.button('Go back...').click();
  await expect(main.page.getByRole('dialog')).toContainText('No copy is kept yet.');
  await expect(main.button('Delete all copies...')).toBeDisabled();
  expect(
    readdirSync(labs, { recursive: true, encoding: 'utf8' }).filter((name) => /undo-/.test(name)),
  ).toEqual([]);
});

test('what the command line does to an open lab is told underneath, once', { tag: '@both' }, async ({
  host,
  folder,
}) => {
  const main = await consoleScreen(await host.console());
  await main.button('Underneath').click();
  const log = main.page.getByRole('log', { name: 'What is happening underneath' });
  await chooseMailbox(main, 'clara.berg');
  await main.button('Mail arrives now').click();
  await expect(log).toContainText('A message is sent to clara.berg.');
  const data = path.join(folder, 'data');
  const [name = ''] = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('Sample lab.mwlab'),
  );
  lab('logon', path.join(data, name), '--mailbox', 'clara.berg');
  lab('server', path.join(data, name), '--set', 'linkKbit=512');
  await expect(log).toContainText('clara.berg logs on.');
  await expect(log).toContainText('The migration server is set to linkKbit=512.');
  await expect(log.getByText('A message is sent to clara.berg.')).toHaveCount(1);
  await look(main.page, 'underneath-others');
});

test('text grows in both windows and stays so, and windows stand where they stood', {
  tag: '@electron',
}, async ({ start }) => {
  const first = await start();
  const main = await consoleScreen(await first.console());
  const page = main.page;
  await main.button('Start the wizard').click();
  const wizard = await first.wizard();
  await expect(wizard.getByRole('heading', { level: 1 })).toBeVisible();
  const inner = (of: Page) =>
    of.evaluate(() => [window.innerWidth, window.innerHeight, window.devicePixelRatio]);
  const [width, height, ratio] = await inner(wizard);
  for (const size of ['125 %', '150 %', '200 %']) {
    await page.getByRole('button', { name: /Text/ }).click();
    await page.getByRole('option', { name: size, exact: true }).click();
    const grown = (ratio ?? 1) * (Number.parseInt(size, 10) / 100);
    await expect.poll(async () => (await inner(wizard))[2]).toBeCloseTo(grown, 2);
    await expect.poll(async () => (await inner(page))[2]).toBeCloseTo(grown, 2);
    // The wizard's window grows with its page, so that the page keeps its metrics.
    await expect
      .poll(async () => Math.abs(((await inner(wizard))[0] ?? 0) - (width ?? 0)))
      .toBeLessThanOrEqual(1);
    await expect
      .poll(async () => Math.abs(((await inner(wizard))[1] ?? 0) - (height ?? 0)))
      .toBeLessThanOrEqual(1);
    await look(page, `text-${Number.parseInt(size, 10)}`);
    await picture(wizard, `presenting-wizard-text-${Number.parseInt(size, 10)}`);
  }
  await first.stop();
  const second = await start();
  const again = await second.console();
  await expect.poll(async () => (await inner(again))[2]).toBeCloseTo((ratio ?? 1) * 2, 2);
});

test('the pane underneath draws the end of its list, and all of it to one who scrolls up', async ({
  host,
}) => {
  const main = await consoleScreen(await host.console());
  await main.button('Underneath').click();
  await chooseMailbox(main, 'clara.berg');
  const log = main.page.getByRole('log', { name: 'What is happening underneath' });
  const lines = log.locator('.underneath-line');
  await main.button('Page heap: turn off').click();
  await expect(log).toContainText('pageheap=off');
  for (let mail = 1; mail <= 20; mail += 1) await main.button('Mail arrives now').click();
  await expect(log).not.toContainText('pageheap=off');
  await expect(lines).toHaveCount(30);
  await expect(lines.last()).toBeInViewport();
  await log.focus();
  await main.page.keyboard.press('PageUp');
  await expect(log).toContainText('pageheap=off');
  await main.page.keyboard.press('Home');
  await expect(lines.first()).toBeInViewport();
  await main.page.keyboard.press('End');
  await expect(lines).toHaveCount(30);
});
