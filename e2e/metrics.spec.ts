import { expect, test } from './fixtures.ts';
import { consoleScreen } from './screens/console-screen.ts';
import { PAGES_BEFORE_A_RUN, wizardScreen } from './screens/wizard-screen.ts';

/** Dialog units to pixels with the fixed base 6 x 13. */
const across = (units: number): number => (units * 6) / 4;
const down = (units: number): number => (units * 13) / 8;

interface Box {
  readonly what: string;
  readonly selector: string;
  readonly width: number;
  readonly height: number;
}

const EXTERIOR: readonly Box[] = [
  { what: 'exterior page', selector: '.exterior-page', width: across(331), height: down(193) },
  { what: 'watermark', selector: '.exterior-watermark', width: 164, height: 314 },
];
const INTERIOR: readonly Box[] = [
  { what: 'header band', selector: '.interior-header', width: across(331), height: down(36) },
  { what: 'header art', selector: '.interior-art', width: 49, height: 49 },
  { what: 'interior page', selector: '.interior-body', width: across(317), height: down(143) },
];
const BUTTON: Box = { what: 'button', selector: '.command-button', width: across(50), height: down(14) };

test('the Wizard 97 boxes are within a pixel of their dialog units', { tag: '@both' }, async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await main.button('Start the wizard').click();
  const { page, next } = wizardScreen(await host.wizard());
  const measure = async ({ what, selector, width, height }: Box): Promise<void> => {
    const box = await page.locator(selector).first().boundingBox();
    expect(box, what).not.toBeNull();
    expect(Math.abs((box?.width ?? 0) - width), `${what}, width`).toBeLessThanOrEqual(1);
    expect(Math.abs((box?.height ?? 0) - height), `${what}, height`).toBeLessThanOrEqual(1);
  };
  await expect(page.getByText('The migration server has what this mode needs.')).toBeVisible();
  for (const box of [...EXTERIOR, BUTTON]) await measure(box);
  await next();
  for (const box of [...INTERIOR, BUTTON]) await measure(box);
});

test('no page of the wizard is larger than its window, and none is cut', { tag: '@both' }, async ({
  host,
}) => {
  const main = await consoleScreen(await host.console());
  await main.button('Start the wizard').click();
  const wizard = wizardScreen(await host.wizard());
  for (const [title] of PAGES_BEFORE_A_RUN) {
    await expect(wizard.page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(wizard.button('Next >')).toBeEnabled();
    const overflow = await wizard.page.evaluate(() =>
      ['html', '.exterior-body', '.interior-body', '.wizard-buttons']
        .flatMap((selector) => [...document.querySelectorAll(selector)])
        .filter((box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
        .map((box) => box.className || box.tagName),
    );
    expect(overflow, title).toEqual([]);
    if (title === 'Account Migration') await wizard.button('Select All').click();
    if (title !== 'Prerequisites') await wizard.next();
  }
});
