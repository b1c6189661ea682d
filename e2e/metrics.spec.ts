import { expect, pictureFile, test } from './fixtures.ts';
import { consoleScreen } from './screens/console-screen.ts';
import { BUTTONS, CONTROLS, cutOff, EXTERIOR, INTERIOR, measure } from './screens/measure.ts';
import { PAGES_BEFORE_A_RUN, wizardScreen } from './screens/wizard-screen.ts';
import { SCALES, zoom } from './screens/zoom.ts';

for (const scale of SCALES) {
  test(`at ${scale} % every Wizard 97 box is within a pixel of the table, and no page is cut`, {
    tag: '@both',
  }, async ({ host }) => {
    const main = await consoleScreen(await host.console());
    await main.button('Start the wizard').click();
    const { page, next, button } = wizardScreen(await host.wizard());
    await zoom(host, page, scale);
    await expect(page.getByText('The migration server has what this mode needs.')).toBeVisible();
    for (const [title, name] of PAGES_BEFORE_A_RUN) {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(button('Next >')).toBeEnabled();
      const frame = name === 'welcome' ? EXTERIOR : INTERIOR;
      await measure(page, [...frame, ...BUTTONS, ...(CONTROLS[title] ?? [])], scale);
      expect(await cutOff(page), title).toEqual([]);
      if (['welcome', 'migration-type', 'account-migration'].includes(name))
        await host.capture(page, pictureFile(`scale-${scale}-${name}`));
      if (title === 'Account Migration') await button('Select All').click();
      if (title !== 'Prerequisites') await next();
    }
  });
}
