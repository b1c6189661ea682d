import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures.ts';

/** The console's tree as a person uses it by keyboard. */
export interface TreeScreen {
  readonly box: Locator;
  readonly line: (name: string | RegExp) => Locator;
  /** Selects a line and expands it, with the keys alone. */
  readonly open: (name: string) => Promise<void>;
}

export function treeScreen(page: Page): TreeScreen {
  const box = page.getByRole('treegrid', { name: 'Console tree' });
  const line = (name: string | RegExp): Locator => box.getByRole('row', { name, exact: true });
  return {
    box,
    line,
    open: async (name) => {
      await line(name).first().click();
      await expect(line(name).first()).toHaveAttribute('aria-selected', 'true');
      await box.focus();
      if ((await line(name).first().getAttribute('aria-expanded')) === 'false')
        await page.keyboard.press('ArrowRight');
    },
  };
}
