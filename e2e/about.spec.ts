import { expect, picture, test } from './fixtures.ts';
import { expectAccessible, expectUniqueAccessKeys } from './screens/accessible.ts';
import { consoleScreen } from './screens/console-screen.ts';

test('the About box says what it is, whose it is not, and shows every licence', {
  tag: ['@electron', '@packaged'],
}, async ({ host }) => {
  const main = await consoleScreen(await host.console());
  const { page } = main;
  const opened = await host.watchLinks();
  const info = await page.evaluate(() => window.bridge?.ask('app:info', {}));
  if (info?.ok !== true) throw new Error('the app does not say what it is');
  await main.button('About').click();
  const box = page.getByRole('dialog', { name: 'About Migration Wizard Lab' });
  await expect(box).toContainText(`Migration Wizard Lab, version ${info.value.version}`);
  expect(info.value.version.endsWith('-test')).toBe(info.value.standIn);
  await expect(box.getByText('This is a test build on a stand-in runtime')).toHaveCount(
    info.value.standIn ? 1 : 0,
  );
  await expect(box).toContainText('Not affiliated with Microsoft.');
  const list = box.getByRole('grid', { name: 'Parts and their licences' });
  await list.getByRole('row', { name: /^Electron/ }).click();
  await expect(box.getByRole('region', { name: 'Licence of Electron' })).toContainText(
    'Permission is hereby granted',
  );
  await expectAccessible(page);
  await expectUniqueAccessKeys(page);
  await picture(page, 'about');
  await main.button('Specifications...').click();
  expect(await opened()).toHaveLength(1);
  await main.button('Close').last().click();
  await expect(box).toBeHidden();
});
