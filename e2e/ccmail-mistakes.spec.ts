import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { makeLab } from './make-lab.ts';
import { cutOff } from './screens/measure.ts';
import { wizardScreen } from './screens/wizard-screen.ts';

test('each mistake on the pages of cc:Mail is told beside its field', async ({ start, folder }) => {
  const file = makeLab(path.join(folder, 'harbor.mwlab'), '--scenario', 'harbor');
  const host = await start({ args: [file] });
  await (await host.console()).getByRole('button', { name: 'Start the wizard', exact: true }).click();
  const wizard = wizardScreen(await host.wizard());
  const { page, next, look } = wizard;
  const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  await next();
  await page.getByText('Migrate from Collabra Share').click();
  await next();
  await expect(page.getByRole('alert')).not.toBeEmpty();
  await look('ccmail-mistake-type');
  expect(await cutOff(page)).toEqual([]);
  await page.getByText('Migrate from Lotus cc:Mail').click();
  await next();
  await next();

  await expect(title('cc:Mail Post Office')).toBeVisible();
  await next();
  for (const missing of [
    'No path to the post office was given',
    'No post office name was given',
    'No password was given',
  ])
    await expect(page.getByText(missing)).toBeVisible();
  await look('ccmail-mistake-post-office');
  await page.getByLabel('Path to cc:Mail Post Office').fill('C:\\WINNT');
  await page.getByLabel('Post Office Name').fill('HARBOR');
  await page.getByLabel('Password').fill('lantern');
  await next();
  await expect(page.getByText('The directory you have selected is not a cc:Mail post office.')).toBeVisible();
  await look('ccmail-mistake-directory');
  await page.getByLabel('Path to cc:Mail Post Office').fill('M:\\');
  await page.getByLabel('Post Office Name').fill('HARBOUR');
  await next();
  await expect(page.getByText('is not called HARBOUR')).toBeVisible();
  await page.getByLabel('Post Office Name').fill('harbor');
  await next();

  await expect(title('Migration Method')).toBeVisible();
  await page.getByText('Extract Migration Files Only').click();
  await next();
  await expect(page.getByText('No directory for the migration files was given')).toBeVisible();
  await page.getByLabel('Pathname for Migration Files').fill('migrate');
  await next();
  await expect(page.getByText('does not begin with a drive or a server')).toBeVisible();
  await look('ccmail-mistake-method');
  await page.getByText('One Step Migration').click();
  await next();

  await expect(title('Migration Destination')).toBeVisible();
  await page.getByText('Migrate to .pst files').click();
  await next();
  await expect(page.getByRole('alert')).not.toBeEmpty();
  await look('ccmail-mistake-destination');
  await page.getByText('Migrate to a computer running Exchange Server').click();
  await next();

  await expect(title('Information to Migrate')).toBeVisible();
  await page.getByText('Information to create mailboxes').click();
  await page.getByText('Personal E-mail Messages').click();
  await next();
  await expect(page.getByText('Nothing is to be migrated')).toBeVisible();
  await look('ccmail-mistake-options');
  await page.getByText('Information to create mailboxes').click();
  await page.getByText('Bulletin Board Information').click();
  await next();

  await expect(title('Account Migration')).toBeVisible();
  await next();
  await expect(page.getByRole('alert')).toContainText('No account is selected');
  await wizard.button('Select All').click();
  await next();
  await expect(title('Destination Server')).toBeVisible();
  await page.getByLabel('Server name').fill('NOWHERE');
  await next();
  await expect(page.getByText('NOWHERE').last()).toBeVisible();
  await look('ccmail-mistake-server');
  await page.getByLabel('Server name').fill('ng-ex55');
  await next();
  await next();
  await next();
  await expect(title('Public Folder Owner and Access')).toBeVisible();
  await next();
  await expect(page.getByText('No owner was given for the public folders')).toBeVisible();
  await look('ccmail-mistake-owner');
});

test('clone mode is for Exchange sources alone, and a packing list that is none is told in words', async ({
  start,
  folder,
}) => {
  const file = makeLab(path.join(folder, 'harbor.mwlab'), '--scenario', 'harbor');
  const host = await start({ args: [file] });
  const main = await host.console();
  await main.getByRole('button', { name: 'Run...', exact: true }).click();
  await main.getByRole('dialog').getByRole('textbox').fill('mailmig /m');
  await main.keyboard.press('Enter');
  const wizard = wizardScreen(await host.wizard());
  const { page, next, look } = wizard;
  await expect(page).toHaveTitle(/clone mode/);
  await look('ccmail-clone-welcome');
  await next();
  await next();
  await expect(page.getByRole('alert')).toContainText(
    'Clone mode (/m) copies mailboxes of an Exchange organization alone',
  );
  await look('ccmail-clone-type');
  await wizard.closeWith('Cancel');

  await main.getByRole('button', { name: 'Start the wizard', exact: true }).click();
  const second = wizardScreen(await host.wizard());
  await second.next();
  await second.page.getByText('Import from Migration Files').click();
  await second.next();
  await second.next();
  await second.next();
  await expect(second.page.getByText('No packing list was given')).toBeVisible();
  await second.page.getByLabel('Packing list').fill('C:\\MIGRATE\\NONE.PKL');
  await second.next();
  await expect(second.page.getByText('The packing list cannot be imported')).toBeVisible();
  await second.look('files-mistake-set');
  await second.button('Browse...').click();
  await expect(second.page.getByRole('dialog')).toContainText('(nothing)');
  await second.look('files-browse-nothing');
});
