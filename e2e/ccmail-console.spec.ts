import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, picture, test } from './fixtures.ts';
import { mailmig, makeLab } from './make-lab.ts';
import { expectAccessible, expectUniqueAccessKeys } from './screens/accessible.ts';
import { cutOffTexts } from './screens/readable.ts';

/** Views that every lab of post offices has. */
const NAMES = [
  'Source organization',
  'Target organization',
  'Migration server',
  'Connector for cc:Mail',
  'Migration files',
  'Workstations',
  'Runs',
  'Event log',
] as const;

interface Looking {
  readonly page: Page;
  readonly line: (name: string | RegExp) => Locator;
  /** Takes the picture of a state and judges it: accessible, every key once, nothing cut off. */
  readonly look: (name: string) => Promise<void>;
  readonly tabs: (name: string) => Promise<void>;
  /** Selects a line of the tree and opens it. */
  readonly open: (name: string | RegExp) => Promise<void>;
}

function looking(page: Page, prefix: string): Looking {
  const tree = page.getByRole('treegrid', { name: 'Console tree' });
  const line = (name: string | RegExp) => tree.getByRole('row', { name, exact: true }).first();
  const look = async (name: string): Promise<void> => {
    await expect(page.locator('.view-state[data-kind=loading]')).toHaveCount(0);
    await picture(page, `${prefix}-${name}`);
    await expectAccessible(page);
    await expectUniqueAccessKeys(page);
    expect(await cutOffTexts(page), name).toEqual([]);
  };
  return {
    page,
    line,
    look,
    tabs: async (name) => {
      const all = page.getByRole('tab');
      for (let at = 1; at < (await all.count()); at += 1) {
        await all.nth(at).click();
        await look(`${name}-tab-${at + 1}`);
      }
    },
    open: async (name) => {
      await line(name).click();
      await tree.focus();
      await page.keyboard.press('ArrowRight');
      await expect(tree.locator('[aria-busy]')).toHaveCount(0);
    },
  };
}

test('every view of a lab of post offices', async ({ start, folder }) => {
  test.slow();
  const file = makeLab(path.join(folder, 'harbor.mwlab'), '--scenario', 'harbor');
  mailmig(
    file,
    '--source',
    'CCMAIL',
    '--post-office',
    'HARBOR',
    '/P:lantern',
    '--accounts',
    'all',
    '--bulletin-boards',
    'Admin',
  );
  mailmig(
    file,
    '--source',
    'CCMAIL',
    '--post-office',
    'HARBOR',
    '/P:lantern',
    '--accounts',
    'all',
    '--extract',
    'C:\\MIGRATE',
  );
  const host = await start({ args: [file] });
  const { page, line, look, tabs, open } = looking(await host.console(), 'ccmail-console');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('harbor');
  await look('overview');
  for (const name of NAMES) {
    await line(name).click();
    const slug = name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
    await look(slug);
    await tabs(slug);
  }
  await open('Source organization');
  await line('HARBOR').click();
  await look('post-office');
  await tabs('post-office');
  await open('HARBOR');
  await line('Bulletin boards (2)').click();
  await look('boards');
  await line('Vane, Cora').click();
  await look('user');
  await tabs('user');
  await open('Vane, Cora');
  await line('Bookings').click();
  await page.getByRole('grid').getByRole('row').nth(1).click();
  await look('message');
  await page.getByRole('tab', { name: 'Header' }).click();
  await look('message-header');
  await line('Source organization').click();
  await page.keyboard.press('ArrowLeft');
  await open('Target organization');
  await line(/^Mailboxes and custom recipients/).click();
  await page
    .getByRole('grid')
    .getByRole('row', { name: /^Vane, Cora/ })
    .click();
  await look('directory');
  await open(/^Public folders/);
  await look('public-folders');
  await line(/^Lotus cc:Mail Bulletin Boards/).click();
  await look('public-top');
  await open(/^Lotus cc:Mail Bulletin Boards/);
  await line('Tide tables').click();
  await page.getByRole('grid').getByRole('row').nth(1).click();
  await look('public-message');
});

test('the migration files of a lab, with pointers that lead on', async ({ start, folder }) => {
  const file = makeLab(path.join(folder, 'harbor.mwlab'), '--scenario', 'harbor');
  mailmig(
    file,
    '--source',
    'CCMAIL',
    '--post-office',
    'HARBOR',
    '/P:lantern',
    '--accounts',
    'all',
    '--extract',
    'C:\\MIGRATE',
  );
  const host = await start({ args: [file] });
  const { page, line, look } = looking(await host.console(), 'ccmail-files');
  await line('Migration files').click();
  await look('list');
  for (const name of ['HARBOR.PKL', 'DIRECTORY.PRI', '00000002.PRI']) {
    await page
      .getByRole('grid')
      .getByRole('row', { name: new RegExp(`^${name}`) })
      .click();
    await expect(page.locator('.file-line').first()).toBeVisible();
    await look(name.toLowerCase().replace('.', '-'));
  }
  await page
    .getByRole('button', { name: /^#00000002\.SEC\([1-9]/ })
    .first()
    .click();
  await expect(page.locator('.file-line').first()).toContainText(/Body,\d+/);
  await look('followed');
});

test('the connector ruins a post office of release 8.5 with the 16-bit programs', async ({
  start,
  folder,
}) => {
  const file = makeLab(path.join(folder, 'q248195.mwlab'), '--scenario', 'q248195');
  const host = await start({ args: [file] });
  const { page, line, look, tabs } = looking(await host.console(), 'ccmail-connector');
  await line('Connector for cc:Mail').click();
  await look('before');
  const begin = page.getByRole('button', { name: 'Start', exact: true });
  if (await begin.isVisible()) await begin.click();
  await page.getByRole('button', { name: 'Synchronize directories' }).click();
  await expect(page.getByText('which is damaged')).toBeVisible();
  await look('damaged');
  await tabs('damaged');
});
