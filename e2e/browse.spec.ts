import type { Page } from '@playwright/test';
import { expect, picture, test } from './fixtures.ts';
import { expectAccessible, expectUniqueAccessKeys } from './screens/accessible.ts';
import { consoleScreen } from './screens/console-screen.ts';
import { treeScreen } from './screens/tree.ts';

async function look(page: Page, name: string): Promise<void> {
  await picture(page, `browse-${name}`);
  await expectAccessible(page);
  await expectUniqueAccessKeys(page);
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

test('both organizations open down to the bytes of a message, by keyboard', { tag: '@both' }, async ({
  host,
}) => {
  const page = await host.console();
  const main = await consoleScreen(page);
  const tree = treeScreen(page);
  await tree.open('Source organization');
  await expect(tree.line(/^Users and contacts/).first()).toBeVisible();
  await tree
    .line(/^Users and contacts/)
    .first()
    .click();
  await expect(main.title).toHaveText('Users and contacts');
  await page.getByRole('grid', { name: 'Directory objects' }).focus();
  await page.keyboard.press('End');
  await look(page, 'directory');

  await tree
    .line(/\(global catalog\)$/)
    .first()
    .click();
  await look(page, 'global-catalog');
  const server = tree.box
    .getByRole('row', { level: 3 })
    .filter({ hasNotText: /Users|catalog|Reading/ })
    .first();
  const name = (await server.textContent()) ?? '';
  await tree.open(name);
  await look(page, 'server');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('grid', { name: 'Mailboxes' }).getByRole('row')).toHaveCount(5);
  await look(page, 'store');
  await tab(page, 'REPLID map').click();
  await look(page, 'replid-map');

  await tree.open(`2. Mailbox Store (${name})`);
  await tree.open('Maud Frost');
  await expect(main.title).toHaveText('Maud Frost');
  for (const [title, file] of [
    ['General', 'mailbox'],
    ['Folders', 'folders'],
    ['Who logs on how', 'access-source'],
    ['Rules', 'rules'],
    ['Delegates and permissions', 'people'],
    ['References', 'references'],
  ] as const) {
    await tab(page, title).click();
    await expect(page.getByRole('tabpanel')).not.toContainText('Reading the lab');
    await look(page, file);
  }

  await tree.line('Root - Mailbox').click();
  await tree.box.focus();
  await page.keyboard.press('ArrowRight');
  await tree.open('Top of Information Store');
  await tree.line('Inbox').click();
  await expect(main.title).toHaveText('Inbox');
  await look(page, 'folder');
  const messages = page.getByRole('grid', { name: 'Messages' });
  await messages.focus();
  await page.keyboard.press('ArrowDown');
  await expect(tab(page, 'Message')).toBeVisible();
  await look(page, 'message');
  await tab(page, 'Identifiers').click();
  await page.getByRole('grid', { name: 'Identifiers of the message' }).focus();
  for (let row = 0; row < 2; row += 1) await page.keyboard.press('ArrowDown');
  const bytes = page.getByRole('listbox', { name: 'Bytes: Entry ID' });
  await bytes.focus();
  await expect(page.getByText('bytes 0 to 3 (4)')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('ProviderUID: store GUID')).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.getByText('bytes 68 to 69 (2)')).toBeVisible();
  await bytes.getByRole('option').nth(3).hover();
  await expect(page.getByText('bytes 22 to 37 (16)')).toBeVisible();
  await look(page, 'message-bytes');
  await tab(page, 'Headers').click();
  await look(page, 'message-headers');
});

test('who logs on how, before and after a run', async ({ host }) => {
  const page = await host.console();
  const main = await consoleScreen(page);
  const tree = treeScreen(page);
  const store = await page.evaluate(async () => {
    const ask = window.bridge?.ask;
    const places = await ask?.('lab:organizations', { lab: 'lab-1' });
    const accounts = await ask?.('lab:accounts', { lab: 'lab-1' });
    if (places?.ok !== true || accounts?.ok !== true) throw new Error('the lab does not answer');
    const { source, target } = places.value;
    await ask?.('run:start', {
      lab: 'lab-1',
      ignoreGate: false,
      pace: 'full',
      plan: {
        mode: 'default',
        source: 'EXCHANGE',
        accounts: accounts.value.accounts.map((account) => account.alias),
        sourceServer: source.servers[0]?.netbios ?? '',
        targetServer: target.servers[0]?.netbios ?? '',
        targetStore: target.servers[0]?.stores[0] ?? '',
        container: target.containers[0] ?? '',
        createAccounts: true,
        dateRange: null,
        subjectPrefixes: null,
        targetAddressDomain: null,
        restrictToSid: false,
        accountChoices: {},
      },
    });
    return target.servers[0]?.netbios ?? '';
  });
  await main.goTo('Runs');
  await expect(main.row('Runs', '1 Default')).toContainText('Completed', { timeout: 60_000 });
  await tree.open('Target organization');
  await tree.open(store);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await look(page, 'target-store');
  await tree.line('Clara Berg').click();
  await tab(page, 'Who logs on how').click();
  await expect(page.getByText('goes on logging on with the account of the source')).toBeVisible();
  await look(page, 'access-target');
  await tree
    .line(/^Users and contacts/)
    .first()
    .click();
  await page.getByRole('grid', { name: 'Directory objects' }).focus();
  await expect(page.getByText('(stamped by run 1)').first()).toBeVisible();
  await look(page, 'directory-target');

  await main.goTo('Event log');
  const events = page.getByRole('grid', { name: 'Events' });
  await expect(events.getByRole('row').nth(1)).toBeVisible();
  await page.getByRole('button', { name: /Type:/ }).click();
  await page.getByRole('option', { name: 'Warning' }).click();
  await expect(events.getByRole('row', { name: /^Information/ })).toHaveCount(0);
  await page.getByRole('button', { name: /From run:/ }).click();
  await page.getByRole('option', { name: 'run 1' }).click();
  await events.focus();
  await look(page, 'events-filtered');
});
