import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures.ts';

/** The main window as a person uses it. */
export interface ConsoleScreen {
  readonly page: Page;
  readonly button: (name: string) => Locator;
  /** Selects a view in the tree; `nth` of the labs that have it. */
  readonly goTo: (name: string, nth?: number) => Promise<void>;
  /** The row of a list that begins with a text. */
  readonly row: (list: string, start: string) => Locator;
  readonly title: Locator;
}

export async function consoleScreen(page: Page): Promise<ConsoleScreen> {
  const screen: ConsoleScreen = {
    page,
    button: (name) => page.getByRole('button', { name, exact: true }),
    goTo: (name, nth = 0) =>
      page
        .getByRole('treegrid', { name: 'Console tree' })
        .getByRole('row', { name, exact: true })
        .nth(nth)
        .click(),
    row: (list, start) =>
      page.getByRole('grid', { name: list }).getByRole('row', { name: new RegExp(`^${start}`) }),
    title: page.getByRole('heading', { level: 1 }),
  };
  // The sample lab is built at the first start.
  await expect(screen.title).toHaveText('Sample lab', { timeout: 60_000 });
  await expect(screen.button('Start the wizard')).toBeVisible();
  return screen;
}
