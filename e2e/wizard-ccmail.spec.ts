import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, picture, test } from './fixtures.ts';
import { lab, makeLab } from './make-lab.ts';
import { expectAccessible } from './screens/accessible.ts';
import { HARBOR, walkCcMail } from './screens/ccmail-walk.ts';
import { wizardScreen } from './screens/wizard-screen.ts';

test('cc:Mail in one step, by keyboard alone, every page seen', async ({ start, folder }) => {
  const file = makeLab(path.join(folder, 'harbor.mwlab'), '--scenario', 'harbor');
  const host = await start({ args: [file] });
  const main = await host.console();
  await main.getByRole('button', { name: 'Start the wizard', exact: true }).press('Enter');
  const wizard = wizardScreen(await host.wizard());
  const { page } = wizard;
  await expect(page.getByText('The migration server has what this mode needs.')).toBeVisible();
  await walkCcMail(wizard, HARBOR, async (title) => {
    await wizard.look(`ccmail-${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`);
  });
  await page.keyboard.press('Alt+n');
  await expect(page.getByText('The migration has ended. To continue, click Next.')).toBeVisible({
    timeout: 60_000,
  });
  await wizard.at('Migration Progress', 'ccmail-progress');
  await page.keyboard.press('Alt+n');
  await wizard.at('Completing the Migration Wizard', 'ccmail-completing');
  await expect(page.getByText('messages imported')).toBeVisible();
  await wizard.closeWith('Finish');
  expect(lab('check', file)).toMatchObject({ ok: true });
});

test('migration files: extracted, edited by hand, imported', async ({ start, folder }) => {
  const file = makeLab(path.join(folder, 'harbor.mwlab'), '--scenario', 'harbor');
  const host = await start({ args: [file] });
  const main = await host.console();
  await main.getByRole('button', { name: 'Start the wizard', exact: true }).click();
  const first = wizardScreen(await host.wizard());
  await walkCcMail(first, { ...HARBOR, extractTo: 'C:\\MIGRATE' });
  await first.look('ccmail-extract-prerequisites');
  await first.page.keyboard.press('Alt+n');
  await expect(first.page.getByText('The migration has ended. To continue, click Next.')).toBeVisible({
    timeout: 60_000,
  });
  await first.look('ccmail-extract-progress');
  await first.page.keyboard.press('Alt+n');
  await expect(first.page.getByText('Nothing was imported')).toBeVisible();
  await first.look('ccmail-extract-completing');
  await first.closeWith('Finish');

  // Somebody changes a display name in the directory entries.
  const directory = path.join(`${file}.files`, 'C', 'MIGRATE', 'HARBOR.001', 'DIRECTORY.PRI');
  const before = readFileSync(directory, 'latin1');
  expect(before).toContain('Vane');
  writeFileSync(directory, before.replaceAll('"Vane, Cora"', '"Vane-Ashby, Cora"'), 'latin1');

  // The main window shows the files, and its pointers lead on.
  const tree = main.getByRole('treegrid', { name: 'Console tree' });
  await tree.getByRole('row', { name: 'Migration files', exact: true }).click();
  await main
    .getByRole('grid')
    .getByRole('row', { name: /^00000002.PRI/ })
    .click();
  await main
    .getByRole('button', { name: /^#00000002\.SEC\(/ })
    .first()
    .click();
  await expect(main.getByText(/00000002\.SEC, bytes/)).toBeVisible();

  await tree.getByRole('row', { name: 'harbor', exact: true }).click();
  await main.getByRole('button', { name: 'Start the wizard', exact: true }).click();
  const second = wizardScreen(await host.wizard());
  const { page } = second;
  await second.next();
  await expect(page.getByRole('heading', { level: 1, name: 'Migration', exact: true })).toBeVisible();
  await page.getByText('Import from Migration Files').click();
  await second.next();
  await second.at('Import from Migration Files', 'files-information');
  await second.next();
  await second.at('Migration Files', 'files-set-empty');
  await page.keyboard.press('Alt+r');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('treegrid').getByRole('row', { name: 'HARBOR.PKL' }).click();
  await second.look('files-set-browse');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+d');
  await expect(page.getByText('Nothing is wrong with these files.')).toBeVisible();
  await second.look('files-set');
  await second.next();
  await second.at('Destination Server', 'files-server');
  await second.next();
  await second.at('Container for New Mailboxes', 'files-container');
  await second.next();
  await second.at('Windows NT Accounts', 'files-nt-accounts');
  await second.next();
  await second.at('Public Folder Owner and Access', 'files-public-folders');
  await page.keyboard.insertText('Admin');
  await second.next();
  await second.at('Prerequisites', 'files-prerequisites');
  await second.next();
  await expect(page.getByText('The migration has ended. To continue, click Next.')).toBeVisible({
    timeout: 60_000,
  });
  await second.at('Migration Progress', 'files-progress');
  await second.next();
  await second.at('Completing the Migration Wizard', 'files-completing');
  await second.closeWith('Finish');
  const shown = JSON.stringify(lab('show', file));
  expect(shown).toContain('Vane-Ashby, Cora');
});

test('the pane underneath tells of Export, of the password, and where each thing went', async ({
  start,
  folder,
}) => {
  const file = makeLab(path.join(folder, 'harbor.mwlab'), '--scenario', 'harbor');
  const host = await start({ args: [file] });
  const main = await host.console();
  await main.getByRole('button', { name: 'Underneath', exact: true }).click();
  const log = main.getByRole('log', { name: 'What is happening underneath' });
  await expect(log).toBeVisible();
  await main.getByRole('button', { name: 'Start the wizard', exact: true }).click();
  const wizard = wizardScreen(await host.wizard());
  await walkCcMail(wizard, HARBOR);
  await wizard.page.keyboard.press('Alt+n');
  await expect(wizard.page.getByText('The migration has ended. To continue, click Next.')).toBeVisible({
    timeout: 120_000,
  });
  await expect(log).toContainText('The run has ended: completed');
  // All that was told is drawn for those who read back.
  await log.focus();
  await main.keyboard.press('Home');
  for (const told of [
    /Export .*\/N/,
    /sets .*'s cc:Mail password to a random string/,
    /MAILMESSAGE section for/,
    /The section of .* begins: 0000000\d\.PRI/,
    /messages are in their folders/,
  ])
    await expect(log.getByText(told).first()).toBeVisible();
  await expect(log).not.toContainText('lantern');
  await picture(main, 'ccmail-underneath');
  await expectAccessible(main);
});
