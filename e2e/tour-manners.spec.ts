import path from 'node:path';
import { EN } from '../shared/text/text.ts';
import { TOUR_STEPS } from '../shared/tour/steps.ts';
import { expect, test } from './fixtures.ts';
import { consoleScreen } from './screens/console-screen.ts';
import { tourScreen } from './screens/tour-screen.ts';

test('it is left and resumed at every step, by keyboard alone', async ({ host }) => {
  const main = await consoleScreen(await host.console());
  const tour = tourScreen(main.page);
  const keys = main.page.keyboard;
  const back = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) await keys.press('Shift+Tab');
  };
  await main.button('Open lab...').focus();
  for (const [index, step] of TOUR_STEPS.entries()) {
    await keys.press('F1');
    await expect(tour.panel.locator('#tour-next')).toBeFocused();
    await tour.at(EN[step.title]);
    await expect(tour.panel.getByRole('status')).toContainText(`Step ${index + 1} of ${TOUR_STEPS.length}`);
    await tour.button('Leave').focus();
    await keys.press('Enter');
    await expect(main.button('Guided tour (F1)')).toBeFocused();
    await keys.press('Enter');
    await expect(tour.panel.locator('#tour-next')).toBeFocused();
    await tour.at(EN[step.title]);
    // From Next it is Back, Skip step where there is something to skip, and Show me.
    if (index === 1) {
      await back(1);
      await expect(tour.button('< Back')).toBeFocused();
      await back(1);
      await expect(tour.button('Skip step')).toBeFocused();
      await keys.press('Enter');
      await tour.at(EN[TOUR_STEPS[2]?.title ?? step.title]);
      await tour.button('< Back').focus();
      await keys.press('Space');
      await expect(tour.panel.getByRole('status')).toContainText('Skipped');
      await tour.button('Next >').focus();
    }
    if (index < TOUR_STEPS.length - 1) await keys.press('Enter');
    // F1 in the tour goes back to where one was.
    await keys.press('F1');
    await expect(main.button('Open lab...')).toBeFocused();
  }
});

test('it docks below and on the right, and speaks up where the lab is not its own', async ({
  host,
  folder,
}) => {
  const main = await consoleScreen(await host.console());
  const tour = tourScreen(main.page);
  const box = async () => (await tour.panel.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const result = main.page.getByRole('main');
  const views = async () => (await result.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await main.button('Guided tour (F1)').click();
  await tour.at('A rehearsal of a migration');
  expect((await box()).y).toBeGreaterThanOrEqual((await views()).y + (await views()).height);
  await tour.button('Dock on the right').click();
  await expect(tour.button('Dock at the bottom')).toBeVisible();
  expect((await box()).x).toBeGreaterThanOrEqual((await views()).x + (await views()).width);
  await tour.next();
  await tour.at('The default mode');
  await tour.look('docked-right');
  await host.answerDialogs({ save: path.join(folder, 'mill.mwlab') });
  await main.button('New lab...').click();
  await main.page.getByText('A generated lab of any size').click();
  await main.button('OK').click();
  await expect(main.title).toHaveText('mill', { timeout: 60_000 });
  await expect(tour.panel).toContainText('select the sample lab in the tree');
  await tour.look('other-lab');
  await main.goTo('Sample lab');
  await tour.at('The default mode');
});
