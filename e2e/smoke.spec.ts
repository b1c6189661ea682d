import { expect, picture, test } from './fixtures.ts';

test('the app opens its main window', { tag: ['@both', '@packaged'] }, async ({ console: page }) => {
  await expect(page).toHaveTitle(/Migration Wizard Lab/);
  const info = await page.evaluate(() => window.bridge?.ask('app:info', {}));
  expect(info).toMatchObject({ ok: true, value: { name: 'Migration Wizard Lab' } });
  await picture(page, 'console-first-start');
});

test('the first start builds the sample lab and opens it', { tag: ['@both', '@packaged'] }, async ({
  console: page,
}) => {
  const labs = () => page.evaluate(() => window.bridge?.ask('labs:list', {}));
  await expect.poll(labs, { timeout: 60_000 }).toMatchObject({
    ok: true,
    value: { preparing: null, problem: null, open: [{ lab: 'lab-1', name: 'Sample lab' }] },
  });
  const shown = await page.evaluate(() => window.bridge?.ask('lab:show', { lab: 'lab-1' }));
  expect(shown).toMatchObject({ ok: true });
});
