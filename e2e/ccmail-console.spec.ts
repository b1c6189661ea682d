import path from 'node:path';
import { expect, picture, test } from './fixtures.ts';
import { makeLab } from './make-lab.ts';
import { expectAccessible, expectUniqueAccessKeys } from './screens/accessible.ts';
import { cutOffTexts } from './screens/readable.ts';

const NAMES = [
  'Source organization',
  'Target organization',
  'Migration server',
  'Connector for cc:Mail',
  'Migration files',
] as const;

test('every view of a lab of post offices', async ({ start, folder }) => {
  test.slow();
  const file = makeLab(path.join(folder, 'harbor.mwlab'), '--scenario', 'harbor');
  const host = await start({ args: [file] });
  const page = await host.console();
  const tree = page.getByRole('treegrid', { name: 'Console tree' });
  const line = (name: string | RegExp) => tree.getByRole('row', { name, exact: true }).first();
  const look = async (name: string): Promise<void> => {
    await expect(page.locator('.view-state[data-kind=loading]')).toHaveCount(0);
    await picture(page, `ccmail-console-${name}`);
    await expectAccessible(page);
    await expectUniqueAccessKeys(page);
    expect(await cutOffTexts(page), name).toEqual([]);
  };
  const tabs = async (name: string): Promise<void> => {
    const all = page.getByRole('tab');
    for (let at = 1; at < (await all.count()); at += 1) {
      await all.nth(at).click();
      await look(`${name}-tab-${at + 1}`);
    }
  };
  const open = async (name: string): Promise<void> => {
    await line(name).click();
    await tree.focus();
    await page.keyboard.press('ArrowRight');
    await expect(tree.locator('[aria-busy]')).toHaveCount(0);
  };
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
  await open('Target organization');
  await tree
    .getByRole('row', { name: /^Mailboxes and custom recipients/ })
    .first()
    .click();
  await look('directory');
});
