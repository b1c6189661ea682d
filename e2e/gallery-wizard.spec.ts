import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Host } from './hosts/host.ts';
import { consoleScreen } from './screens/console-screen.ts';
import { dressWizard, gallery, LOOKS } from './screens/gallery.ts';
import { inEnglish, walkWizard } from './screens/walk.ts';
import { PAGES_BEFORE_A_RUN, type WizardScreen, wizardScreen } from './screens/wizard-screen.ts';

for (const look of LOOKS) {
  for (const [mode, button] of [
    ['default', 'Start the wizard'],
    ['clone', 'Start in clone mode (/m)'],
  ] as const) {
    // Clone mode shows all that the default mode does, and more.
    if (mode === 'default' && look.name === 'at-200-percent') continue;
    test(`the wizard in ${mode} mode, ${look.name}`, async ({ host }) => {
      const main = await consoleScreen(await host.console());
      await main.button(button).click();
      const { page } = wizardScreen(await host.wizard());
      await dressWizard(host, page, look);
      const visit = gallery(host, page, `wizard-${mode}-${look.name}`);
      if (mode === 'clone') {
        await page.getByRole('dialog').waitFor();
        await visit('refused');
        await page.keyboard.press('Escape');
        await visit('welcome-refused');
        await page.keyboard.press('Alt+w');
        await page.keyboard.press('Alt+i');
        await expect(page.getByText('The migration server has what this mode needs.')).toBeVisible();
      }
      await walkWizard({ page, say: inEnglish, visit });
    });
  }
}

/** Pages that ask the lab before they can show anything. */
const ASKING = ['account-migration', 'account-association', 'prerequisites'];
/** Pages that show nothing of the lab. */
const PLAIN = ['migration-type', 'exchange-information', 'migration-information'];
const READING = 'Reading the lab...';
const FAILED = 'cannot be read';

interface Stops {
  /** Told of the page to come before Next is pressed. */
  readonly before: (name: string) => Promise<void>;
  readonly at: (name: string) => Promise<void>;
}

/** Goes through the pages up to Prerequisites, with all accounts. */
async function walkPages(wizard: WizardScreen, { before, at }: Stops): Promise<void> {
  for (const [place, [title, name]] of PAGES_BEFORE_A_RUN.entries()) {
    await expect(wizard.page.getByRole('heading', { level: 1 })).toHaveText(title);
    await at(name);
    await expect(wizard.button('Next >')).toBeEnabled();
    if (name === 'account-migration') await wizard.button('Select All').click();
    const following = PAGES_BEFORE_A_RUN[place + 1];
    if (following === undefined) return;
    await before(following[1]);
    await wizard.next();
  }
}

/** Lets the window read its lab anew. */
async function readAnew(host: Host, page: Page): Promise<void> {
  await host.disturb(null);
  await host.tellChanged('lab-1');
  await expect(page.getByText(READING)).toHaveCount(0);
  await expect(page.getByText(FAILED)).toHaveCount(0);
}

test('every page of the wizard that waits for the lab', async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await host.disturb('wait');
  await main.page.getByRole('button', { name: 'Migration Wizard' }).click();
  const wizard = wizardScreen(await host.wizard());
  const visit = gallery(host, wizard.page, 'wizard-loading');
  await walkPages(wizard, {
    before: async (name) => {
      if (ASKING.includes(name)) await host.disturb('wait');
    },
    at: async (name) => {
      if (name !== 'welcome' && !ASKING.includes(name)) return;
      await expect(wizard.page.getByText(READING).first()).toBeVisible();
      await visit(name);
      await readAnew(host, wizard.page);
    },
  });
});

test('every page of the wizard when the lab cannot be read', async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await main.page.getByRole('button', { name: 'Migration Wizard' }).click();
  const wizard = wizardScreen(await host.wizard());
  const { page, button } = wizard;
  const visit = gallery(host, page, 'wizard-failed');
  await walkPages(wizard, {
    before: async () => undefined,
    at: async (name) => {
      if (PLAIN.includes(name)) return;
      await expect(button('Next >')).toBeEnabled();
      await host.disturb('fail');
      await host.tellChanged('lab-1');
      await expect(page.getByText(FAILED).first()).toBeVisible();
      await visit(name);
      await host.disturb(null);
      await button('Try again').click();
      await expect(page.getByText(FAILED)).toHaveCount(0);
    },
  });
});

test('a run while it goes on, while it pauses, and when it was cancelled', async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await main.button('Start the wizard').click();
  const wizard = wizardScreen(await host.wizard());
  const { page, button } = wizard;
  const visit = gallery(host, page, 'wizard-run');
  await walkPages(wizard, { before: async () => undefined, at: async () => undefined });
  await page.getByText('Slow down for a demonstration').click();
  await wizard.next();
  // Some of the 283 items are there; from then on it goes as slowly as it can.
  await expect(page.getByText(/^([4-9]\d|1\d\d) of 283 items$/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('slider', { name: 'Pace' }).focus();
  await page.keyboard.press('End');
  await visit('going-on');
  await button('Pause').click();
  await expect(button('Resume')).toBeVisible();
  await visit('paused');
  await button('Cancel').click();
  await page.getByRole('alertdialog').waitFor();
  await visit('cancel-question');
  await button('Yes').click();
  await expect(page.getByText('The migration has ended. To continue, click Next.')).toBeVisible({
    timeout: 60_000,
  });
  await visit('cancelled');
  await wizard.next();
  await visit('completing-cancelled');
});
