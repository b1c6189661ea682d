import type { Locator, Page } from '@playwright/test';
import { expect, picture } from '../fixtures.ts';
import { expectAccessible, expectUniqueAccessKeys } from './accessible.ts';

/** The wizard's window as a person uses it: by what is written on it. */
export interface WizardScreen {
  readonly page: Page;
  readonly button: (name: string) => Locator;
  readonly next: () => Promise<void>;
  /** Presses a button that closes the window, and waits until it has. */
  readonly closeWith: (name: string) => Promise<void>;
  /** Waits for a page by its title, takes its picture, and lets axe and the access keys be judged. */
  readonly at: (title: string, name: string) => Promise<void>;
  /** Takes the picture of a dialog or state, with the same judgements. */
  readonly look: (name: string) => Promise<void>;
}

export function wizardScreen(page: Page): WizardScreen {
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const look = async (name: string): Promise<void> => {
    await picture(page, name);
    await expectAccessible(page);
    await expectUniqueAccessKeys(page);
  };
  return {
    page,
    button,
    look,
    closeWith: async (name) => {
      const closed = page.waitForEvent('close');
      // The window can be gone before the click has come to an end.
      await button(name)
        .click({ noWaitAfter: true })
        .catch(() => undefined);
      await closed;
    },
    next: () => button('Next >').click(),
    at: async (title, name) => {
      await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
      await look(name);
    },
  };
}

/** The titles of the pages from Welcome to Prerequisites, and the names of their pictures. */
export const PAGES_BEFORE_A_RUN = [
  ['Welcome to the Migration Wizard', 'welcome'],
  ['Migration', 'migration-type'],
  ['Exchange Server Migration', 'exchange-information'],
  ['Migration Destination', 'migration-destination'],
  ['Source Exchange Server', 'source-server'],
  ['Migration Information', 'migration-information'],
  ['Account Migration', 'account-migration'],
  ['Container for New Windows Accounts', 'container'],
  ['Windows Account Creation and Association', 'account-association'],
  ['Prerequisites', 'prerequisites'],
] as const;

/** Goes from Welcome to Prerequisites with Next, choosing every account on the way. */
export async function walkToPrerequisites(wizard: WizardScreen, prefix: string): Promise<void> {
  for (const [title, name] of PAGES_BEFORE_A_RUN) {
    await wizard.at(title, `${prefix}-${name}`);
    if (title === 'Account Migration') await wizard.button('Select All').click();
    if (title !== 'Prerequisites') await wizard.next();
  }
}
