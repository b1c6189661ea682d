import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { gatherInInbox } from '../electron/engine/testing/one-folder.ts';
import { expect, picture, test } from './fixtures.ts';
import { makeLab } from './make-lab.ts';
import { expectAccessible } from './screens/accessible.ts';
import { treeScreen } from './screens/tree.ts';

const MESSAGES = 100_000;

/** Opens the only Inbox of the lab, and answers its list. */
async function openInbox(page: Page): Promise<Locator> {
  const tree = treeScreen(page);
  await tree.open('Source organization');
  const server = tree.box
    .getByRole('row', { level: 3 })
    .filter({ hasNotText: /Users|catalog|Reading/ })
    .first();
  await tree.open((await server.textContent()) ?? '');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  for (let level = 5; level <= 6; level += 1) {
    const line = tree.box.getByRole('row', { level }).filter({ hasNotText: 'Reading' }).first();
    await line.click();
    await page.keyboard.press('ArrowRight');
  }
  await tree.open('Top of Information Store');
  await tree.line('Inbox').click();
  return page.getByRole('grid', { name: 'Messages' });
}

/** The row that stands at a place of the whole list, counted from 1, once it is here. */
const rowAt = (list: Locator, place: number): Locator =>
  list.locator(`[role=row][aria-rowindex="${place + 1}"]:not([aria-busy])`);

test(`a folder of ${MESSAGES.toLocaleString('en')} messages scrolls to its last row, at any zoom`, async ({
  start,
  folder,
}) => {
  const file = path.join(folder, 'long.mwlab');
  makeLab(file, '--seed', '5', '--mailboxes', '1', '--items', String(MESSAGES));
  gatherInInbox(file);
  const host = await start({ args: [file] });
  const page = await host.console();
  const list = await openInbox(page);
  await expect(rowAt(list, 1)).toBeVisible({ timeout: 60_000 });
  const count = Number(await list.getAttribute('aria-rowcount')) - 1;
  expect(count).toBeGreaterThanOrEqual(MESSAGES);

  await list.focus();
  await page.keyboard.press('End');
  await expect(rowAt(list, count)).toHaveAttribute('aria-selected', 'true');
  await expect(rowAt(list, count)).toBeInViewport();
  await expectAccessible(page);
  await picture(page, 'browse-long-list-end');
  await page.keyboard.press('PageUp');
  await expect(rowAt(list, count)).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Home');
  await expect(rowAt(list, 1)).toHaveAttribute('aria-selected', 'true');
  // Few rows are there at any time, however many there are.
  expect(await list.getByRole('row').count()).toBeLessThan(80);

  for (const zoom of [1, 2, 3]) {
    await page.evaluate((factor) => {
      document.documentElement.style.setProperty('zoom', String(factor));
    }, zoom);
    await list.evaluate((element) => {
      element.scrollTop = element.scrollHeight;
    });
    await expect(rowAt(list, count)).toBeAttached();
    await list.evaluate((element) => {
      element.scrollTop = element.scrollHeight / 2;
    });
    await expect(list.locator('[role=row][aria-busy]')).toHaveCount(0);
    await expect(rowAt(list, count)).not.toBeAttached();
  }
});
