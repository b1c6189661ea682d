import type { Locator, Page } from '@playwright/test';
import { expect, picture } from '../fixtures.ts';
import { expectAccessible, expectUniqueAccessKeys } from './accessible.ts';

/** The comparison as a person uses it. */
export interface ComparisonScreen {
  readonly fates: Locator;
  readonly explanation: Locator;
  /** The cell at hand of a grid, as the grid itself says. */
  readonly activeCell: (grid: Locator) => Locator;
  readonly tab: (name: string) => Promise<void>;
  /** Takes a picture, and lets axe and the access keys be judged. */
  readonly look: (name: string) => Promise<void>;
}

export function comparisonScreen(page: Page): ComparisonScreen {
  return {
    fates: page.getByRole('grid', { name: 'Fates of every mailbox in both labs' }),
    explanation: page.getByRole('region', { name: 'Explanation' }),
    activeCell: (grid) => grid.locator('[aria-selected="true"]'),
    tab: async (name) => {
      await page.getByRole('tab', { name, exact: true }).click();
      await expect(page.getByRole('tab', { name, exact: true })).toHaveAttribute('aria-selected', 'true');
    },
    look: async (name) => {
      await picture(page, name);
      await expectAccessible(page);
      await expectUniqueAccessKeys(page);
    },
  };
}
