import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { makeLab } from './make-lab.ts';
import { consoleScreen } from './screens/console-screen.ts';

test('a fork comes without the list of labs in between', async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await main.page.evaluate(() => {
    const seen: string[] = [];
    const titleNow = (): void => {
      const title = document.querySelector('h1')?.textContent ?? '';
      if (seen.at(-1) !== title) seen.push(title);
    };
    titleNow();
    new MutationObserver(titleNow).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(window, { titlesSeen: seen });
  });
  await main.button('Fork').click();
  await expect(main.title).toHaveText('Sample lab 2');
  expect(await main.page.evaluate(() => (window as unknown as { titlesSeen: string[] }).titlesSeen)).toEqual([
    'Sample lab',
    'Sample lab 2',
  ]);
});

test('a window that is loaded anew finds the twin run that goes on', async ({ start, folder }) => {
  const file = path.join(folder, 'larger.mwlab');
  makeLab(file, '--seed', '3', '--mailboxes', '60', '--items', '12000');
  const host = await start({ args: [file] });
  const page = await host.console();
  const comparison = page
    .getByRole('treegrid', { name: 'Console tree' })
    .getByRole('row', { name: 'Comparison', exact: true });
  const bar = page.getByRole('progressbar', { name: 'Progress of the twin run' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('larger');
  await comparison.click();
  await page.getByRole('button', { name: 'Run both modes...' }).click();
  await page.keyboard.press('Enter');
  await expect(bar).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('larger');
  await comparison.click();
  await expect(bar).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Fates of every mailbox in both labs' })).toBeVisible({
    timeout: 120_000,
  });
  await expect(bar).toBeHidden();
});
