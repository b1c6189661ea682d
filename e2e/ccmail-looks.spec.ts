import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, pictureFile, test } from './fixtures.ts';
import type { Host, StartOptions } from './hosts/host.ts';
import { makeLab } from './make-lab.ts';
import { HARBOR, walkCcMail } from './screens/ccmail-walk.ts';
import { BUTTONS, cutOff, EXTERIOR, INTERIOR, measure } from './screens/measure.ts';
import { cutOffTexts, hardCoded } from './screens/readable.ts';
import { walkConsole } from './screens/walk.ts';
import { wizardScreen } from './screens/wizard-screen.ts';
import { SCALES, zoom } from './screens/zoom.ts';

type Start = (options?: Partial<StartOptions>) => Promise<Host>;

async function wizardOf(start: Start, folder: string): Promise<readonly [Host, Page]> {
  const file = makeLab(path.join(folder, 'harbor.mwlab'), '--scenario', 'harbor');
  const host = await start({ args: [file] });
  const main = await host.console();
  await main.getByRole('button', { name: 'Start the wizard', exact: true }).click();
  return [host, await host.wizard()];
}

const slug = (title: string): string => title.toLowerCase().replaceAll(/[^a-z]+/g, '-');

for (const scale of SCALES) {
  test(`at ${scale} % every page of cc:Mail keeps the boxes of Wizard 97, and none is cut`, async ({
    start,
    folder,
  }) => {
    const [host, page] = await wizardOf(start, folder);
    await zoom(host, page, scale);
    await expect(page.getByText('The migration server has what this mode needs.')).toBeVisible();
    await walkCcMail(wizardScreen(page), HARBOR, async (title) => {
      const frame = title.startsWith('Welcome') ? EXTERIOR : INTERIOR;
      await measure(page, [...frame, ...BUTTONS], scale);
      expect(await cutOff(page), title).toEqual([]);
      if (scale === 200) await host.capture(page, pictureFile(`ccmail-200-${slug(title)}`));
    });
  });
}

test('under forced colours every page of cc:Mail can be read', async ({ start, folder }) => {
  const [host, page] = await wizardOf(start, folder);
  await page.emulateMedia({ forcedColors: 'active' });
  const wizard = wizardScreen(page);
  await walkCcMail(wizard, { ...HARBOR, extractTo: 'C:\\MIGRATE' }, async (title) => {
    await host.capture(page, pictureFile(`ccmail-forced-${slug(title)}`));
    expect(await cutOffTexts(page), title).toEqual([]);
  });
});

test('no label of the pages for cc:Mail and migration files is hard-coded or cut', async ({
  start,
  folder,
}) => {
  const [, page] = await wizardOf(start, folder);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => {
    window.location.hash = 'pseudo';
    window.location.reload();
  });
  await expect(page.getByText('«').first()).toBeVisible();
  const wrong: Record<string, readonly string[]> = {};
  const seen = async (title: string): Promise<void> => {
    await page.screenshot({ path: pictureFile(`ccmail-pseudo-${slug(title)}`) });
    const found = [...(await hardCoded(page)), ...(await cutOffTexts(page))];
    if (found.length > 0) wrong[title] = found;
  };
  await walkCcMail(wizardScreen(page), HARBOR, seen, 'pseudo');
  expect(wrong).toEqual({});
});

test('no label of the views of post offices is hard-coded or cut', async ({ start, folder }) => {
  test.slow();
  const file = makeLab(path.join(folder, 'harbor.mwlab'), '--scenario', 'q248195');
  const host = await start({ args: [file] });
  const page = await host.console();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => {
    window.location.hash = 'pseudo';
    window.location.reload();
  });
  await expect(page.getByText('«').first()).toBeVisible();
  const wrong: Record<string, readonly string[]> = {};
  const visit = async (name: string): Promise<void> => {
    await page.screenshot({ path: pictureFile(`ccmail-pseudo-console-${name}`) });
    const found = [...(await hardCoded(page)), ...(await cutOffTexts(page))];
    if (found.length > 0) wrong[name] = found;
  };
  await walkConsole({ page, visit }, 24);
  expect(wrong).toEqual({});
});
