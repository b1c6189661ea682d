import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { comparisonScreen } from './screens/comparison-screen.ts';
import { consoleScreen } from './screens/console-screen.ts';

test('both modes run side by side from one button, and every cell explains itself', { tag: '@both' }, async ({
  host,
  folder,
}) => {
  const main = await consoleScreen(await host.console());
  const { page } = main;
  const view = comparisonScreen(page);
  await main.goTo('Comparison');
  await expect(page.getByText('There is nothing to lay beside Sample lab yet.')).toBeVisible();
  await view.look('comparison-empty');

  await page.keyboard.press('Alt+b');
  const dialog = page.getByRole('dialog', { name: 'Run both modes' });
  await expect(dialog).toContainText('This lab stays as it is.');
  await view.look('comparison-twin-dialog');
  await page.keyboard.press('Enter');

  await expect(view.fates).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText('8 mailboxes.')).toBeVisible();
  await expect(
    page.getByText('E2003SP2, KB919235 installed in this fork, so that clone mode could start'),
  ).toBeVisible();
  await view.look('comparison-fates');

  await test.step('cells by keyboard, and Enter to the explanation', async () => {
    await view.fates.focus();
    await page.keyboard.press('Control+Home');
    for (const _ of ['mode, left', 'mode, right', '.ost, left']) await page.keyboard.press('ArrowRight');
    await expect(view.activeCell(view.fates)).toHaveText('Rebuilt');
    await expect(view.explanation).toContainText('the .ost is refused and filled anew');
    await expect(view.explanation).toContainText('KB919235');
    await page.keyboard.press('ArrowRight');
    await expect(view.activeCell(view.fates)).toHaveText('Kept');
    await expect(view.explanation).toContainText('Every identifier is kept');
    await page.keyboard.press('Enter');
    await expect(view.explanation).toBeFocused();
    await view.look('comparison-explained');
  });

  await test.step('the bytes of a mailbox, over a link that is set', async () => {
    await view.fates.focus();
    await page.keyboard.press('ArrowRight');
    await expect(view.explanation).toContainText('over a link of 2,000 kbit/s');
    await page.getByRole('textbox', { name: 'Link, kbit/s:' }).fill('64');
    await expect(view.explanation).toContainText('over a link of 64 kbit/s');
    await page.getByRole('textbox', { name: 'Link, kbit/s:' }).fill('none');
    await expect(page.getByText('Enter a whole number of kbit/s, 1 or more.')).toBeVisible();
    await view.look('comparison-bad-link');
    await page.getByRole('textbox', { name: 'Link, kbit/s:' }).fill('128');
  });

  await test.step('identifiers side by side', async () => {
    await view.tab('Identifiers');
    const tree = page.getByRole('grid', { name: /^Folders of / });
    await expect(tree.getByRole('row', { name: /^Inbox/ })).toContainText('different');
    await expect(tree.getByRole('row', { name: /^Inbox/ })).toContainText('same');
    await tree
      .getByRole('row', { name: /^Inbox/ })
      .getByText('different')
      .first()
      .click();
    await expect(view.explanation).toContainText('Source key: different');
    await view.look('comparison-identifiers');
  });

  await test.step('bytes over the wire', async () => {
    await view.tab('Over the wire');
    await expect(page.getByRole('img', { name: /at 128 kbit\/s/ })).toBeVisible();
    await expect(page.getByRole('table')).toContainText('Sample lab - clone');
    await expect(page.getByText(/^Sample lab - clone moves .* less/)).toBeVisible();
    await view.look('comparison-bytes');
  });

  await test.step('what was lost, by name', async () => {
    await view.tab('What was lost');
    const losses = page.getByRole('grid', { name: 'What was lost, by name' });
    await losses.focus();
    await expect(view.explanation).not.toContainText('Select a cell');
    await view.look('comparison-losses');
  });

  await test.step('exports', async () => {
    const html = path.join(folder, 'report.html');
    await host.answerDialogs({ save: html });
    await main.button('Export as HTML...').click();
    await expect(page.getByText('report.html was written: 8 mailboxes.')).toBeVisible();
    expect(readFileSync(html, 'utf8')).toContain('What was lost, by name');
    const csv = path.join(folder, 'table.csv');
    await host.answerDialogs({ save: csv });
    await main.button('Export as CSV...').click();
    await expect(page.getByText('table.csv was written: 8 mailboxes.')).toBeVisible();
    expect(readFileSync(csv, 'utf8').split('\r\n')[0]).toContain('deciding rule');
  });
});

test('a lab without a run says what to do next', async ({ host }) => {
  const main = await consoleScreen(await host.console());
  const view = comparisonScreen(main.page);
  await main.button('Fork').click();
  await expect(main.title).toHaveText('Sample lab 2');
  await main.goTo('Comparison');
  await expect(main.page.getByText('run the wizard first.')).toBeVisible();
  await expect(main.button('Run both modes...')).toBeEnabled();
  await view.look('comparison-no-run');
});
