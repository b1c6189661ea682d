import type { Locator, Page } from '@playwright/test';
import { TOUR_STEPS } from '../../shared/tour/steps.ts';
import { expect, picture } from '../fixtures.ts';
import { expectAccessible, expectUniqueAccessKeys } from './accessible.ts';

/** The guided tour as a person uses it. */
export interface TourScreen {
  readonly panel: Locator;
  readonly button: (name: string) => Locator;
  /** Waits for a step by its title, and checks where the tour says that it is. */
  readonly at: (title: string) => Promise<void>;
  /** Waits until the tour has noticed by itself that the step was taken. */
  readonly done: () => Promise<void>;
  readonly next: () => Promise<void>;
  readonly showMe: () => Promise<void>;
  /** Takes a picture of the window, and lets axe and the access keys be judged. */
  readonly look: (name: string) => Promise<void>;
}

export function tourScreen(page: Page): TourScreen {
  const panel = page.getByRole('complementary', { name: 'Guided tour' });
  const button = (name: string): Locator => panel.getByRole('button', { name, exact: true });
  let number = 0;
  return {
    panel,
    button,
    at: async (title) => {
      await expect(panel.getByRole('heading', { level: 2 })).toHaveText(title);
      const progress = await panel.getByRole('status').textContent();
      number = Number(/^Step (\d+)/.exec(progress ?? '')?.[1]);
      expect(progress).toContain(`Step ${number} of ${TOUR_STEPS.length}`);
      await expect(button('Show me')).toBeEnabled();
    },
    done: async () => {
      await expect(panel.getByRole('status')).toHaveText(/Done$/);
      await expect(button('Skip step')).toHaveCount(0);
    },
    next: () => button('Next >').click(),
    showMe: () => button('Show me').click(),
    look: async (name) => {
      await picture(page, `tour-${String(number).padStart(2, '0')}-${name}`);
      await expectAccessible(page);
      await expectUniqueAccessKeys(page);
    },
  };
}
