import type { Page } from '@playwright/test';
import { expect, picture, test } from './fixtures.ts';
import { cutOffTexts, hardCoded } from './screens/readable.ts';
import { consoleScreen } from './screens/console-screen.ts';
import { type Visit, inPseudo, walkConsole, walkTour, walkWizard } from './screens/walk.ts';

/** Opens the page anew, in the pseudo-locale. */
async function inPseudoLocale(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = 'pseudo';
    window.location.reload();
  });
  await expect(page.getByText('«').first()).toBeVisible();
}

/** Collects what is wrong at every state, so that one run tells all of it. */
function judge(page: Page, prefix: string): { visit: Visit; wrong: Record<string, readonly string[]> } {
  const wrong: Record<string, readonly string[]> = {};
  return {
    wrong,
    visit: async (name) => {
      await picture(page, `pseudo-${prefix}-${name}`);
      const found = [...(await hardCoded(page)), ...(await cutOffTexts(page))];
      if (found.length > 0) wrong[name] = found;
    },
  };
}

for (const [mode, button] of [
  ['default', 'Start the wizard'],
  ['clone', 'Start in clone mode (/m)'],
] as const) {
  test(`the wizard in ${mode} mode has no hard-coded and no cut label`, async ({ host }) => {
    const main = await consoleScreen(await host.console());
    await main.button(button).click();
    const page = await host.wizard();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await inPseudoLocale(page);
    const { visit, wrong } = judge(page, mode);
    if (mode === 'clone') {
      await page.getByRole('dialog').waitFor();
      await visit('refused');
      await page.keyboard.press('Alt+i');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await walkWizard({ page, say: inPseudo, visit });
    expect(wrong).toEqual({});
  });
}

test('the main window has no hard-coded and no cut label', async ({ host }) => {
  test.slow();
  const main = await consoleScreen(await host.console());
  await inPseudoLocale(main.page);
  const { visit, wrong } = judge(main.page, 'console');
  await walkConsole({ page: main.page, visit }, 40);
  expect(wrong).toEqual({});
});

for (const dock of ['bottom', 'right'] as const) {
  test(`the tour, docked ${dock}, has no hard-coded and no cut label`, async ({ host }) => {
    const main = await consoleScreen(await host.console());
    await main.page.evaluate(
      (tourDock) => window.bridge?.ask('app:set-preferences', { tour: true, tourDock }),
      dock,
    );
    await inPseudoLocale(main.page);
    const { visit, wrong } = judge(main.page, `tour-${dock}`);
    await walkTour({ page: main.page, say: inPseudo, visit });
    expect(wrong).toEqual({});
  });
}
