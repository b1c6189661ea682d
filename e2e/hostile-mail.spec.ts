import path from 'node:path';
import { expect, picture, test } from './fixtures.ts';
import { consoleScreen } from './screens/console-screen.ts';
import { treeScreen } from './screens/tree.ts';

/*
 * Foul mail, from its files to the screen: it is imported, every message is opened in every view there is of it, and
 * nothing of it runs, loads or leads anywhere. See data/hostile-mail/README.md.
 */

const CORPUS = path.resolve('e2e/data/hostile-mail');
const OWNER = 'Lars Holt';

test('hostile messages are shown as text, and nothing of them runs, loads or leads away', {
  tag: '@electron',
}, async ({ host }) => {
  const page = await host.console();
  const main = await consoleScreen(page);
  const tree = treeScreen(page);
  await main.goTo('Source organization');
  await main.row('Mailboxes', OWNER).click();
  await host.answerDialogs({ mail: [CORPUS] });
  await main.button('Import a mail folder...').click();
  await expect(page.getByRole('alertdialog')).toContainText('13 items in');
  await picture(page, 'hostile-mail-imported');
  await main.button('OK').click();

  const asked = await host.watchRequests();
  const address = page.url();
  await tree.open('Source organization');
  const server = tree.box
    .getByRole('row', { level: 3 })
    .filter({ hasNotText: /Users|catalog|Reading/ })
    .first();
  const name = (await server.textContent()) ?? '';
  await tree.open(name);
  await tree.open(`2. Mailbox Store (${name})`);
  await tree.open(OWNER);
  await tree.open('Root - Mailbox');
  await tree.open('Top of Information Store');

  const opened: string[] = [];
  for (const [folder, count] of [
    ['folder', 2],
    ['hostile-mail', 11],
  ] as const) {
    await tree.line(folder).click();
    await expect(main.title).toHaveText(folder);
    const messages = page.getByRole('grid', { name: 'Messages' });
    await messages.focus();
    for (let index = 0; index < count; index += 1) {
      // The first is selected by going there.
      if (index > 0) await page.keyboard.press('ArrowDown');
      const tabs = page.getByRole('tablist');
      await expect(tabs).not.toHaveAttribute('aria-label', opened.at(-1) ?? '');
      const label = (await tabs.getAttribute('aria-label')) ?? '';
      opened.push(label);
      for (const tab of await tabs.getByRole('tab').all()) {
        await tab.click();
        await expect(page.getByRole('tabpanel')).not.toContainText('Reading the lab');
      }
      if (label === 'Scripts') await picture(page, 'hostile-mail-scripts');
      await messages.focus();
    }
  }
  expect(new Set(opened).size).toBe(13);
  // What was in them is in the page as text alone.
  const inPage = await page.evaluate(() => ({
    ran: Reflect.get(window, 'ran'),
    foreign: document.querySelectorAll('iframe, object, embed, script:not([src]), [onerror], [onload]')
      .length,
    title: document.title,
  }));
  expect(inPage).toEqual({ ran: undefined, foreign: 0, title: 'Sample lab - Migration Wizard Lab' });
  expect(await asked()).toEqual([]);
  expect(page.url()).toBe(address);
});
