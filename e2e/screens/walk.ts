import type { Page } from '@playwright/test';
import { pseudo } from '../../shared/text/pseudo.ts';
import { TOUR_STEPS } from '../../shared/tour/steps.ts';
import { EN, type TextKey, mnemonic } from '../../shared/text/text.ts';
import { expect } from '../fixtures.ts';
import { slug } from './slug.ts';

/** A label as it stands on the screen, by its key: in English or in the pseudo-locale. */
export type Say = (key: TextKey) => string;
export const inEnglish: Say = (key) => mnemonic(EN[key]).label;
export const inPseudo: Say = (key) => mnemonic(pseudo(EN[key])).label;

/** What is done at every state; `name` tells them apart. */
export type Visit = (name: string) => Promise<void>;

interface Walk {
  readonly page: Page;
  readonly say: Say;
  readonly visit: Visit;
}

const PAGES = [
  'welcome',
  'migration-type',
  'exchange-information',
  'migration-destination',
  'source-server',
  'migration-information',
  'account-migration',
  'container',
  'account-association',
  'prerequisites',
] as const;

/** Goes through every page of the wizard and the dialogs on them, up to the report of a run of all accounts. */
export async function walkWizard({ page, say, visit }: Walk): Promise<void> {
  const button = (key: TextKey) => page.getByRole('button', { name: say(key), exact: true });
  const dialog = page.locator('[role=dialog], [role=alertdialog]');
  const open = async (key: TextKey, name: string): Promise<void> => {
    await button(key).first().click();
    await dialog.waitFor();
    await visit(name);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };
  for (const id of PAGES) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(`wizard.${id}.title`));
    await expect(button('wizard.button.next')).toBeEnabled();
    if (id === 'migration-information') {
      const range = page.getByText(say('wizard.migration-information.date-range'));
      if ((await range.locator('..').getAttribute('data-disabled')) === null) await range.click();
    }
    await visit(id);
    await open('wizard.button.help', `${id}-help`);
    if (['migration-destination', 'source-server', 'container'].includes(id))
      await open('wizard.browse', `${id}-browse`);
    if (id === 'account-migration') await button('wizard.account-migration.select-all').click();
    if (id === 'account-association') {
      await page.getByRole('row').nth(1).dblclick();
      await dialog.waitFor();
      await visit(`${id}-properties`);
      await page.keyboard.press('Escape');
    }
    if (id === 'prerequisites') {
      for (const tab of ['expect', 'plan'] as const) {
        await page.getByRole('tab', { name: say(`wizard.prerequisites.tab.${tab}`) }).click();
        await visit(`${id}-${tab}`);
      }
    }
    if (id !== 'prerequisites') await button('wizard.button.next').click();
  }
  await button('wizard.button.next').click();
  await expect(page.getByText(say('wizard.progress.ended'))).toBeVisible({ timeout: 60_000 });
  await page.getByRole('row').nth(1).click();
  await visit('progress');
  await button('wizard.button.next').click();
  await visit('completing');
  await open('wizard.completing.report', 'completing-report');
}

/** Goes through every step of the tour, which stands open at its first. */
export async function walkTour({ page, say, visit }: Walk): Promise<void> {
  const panel = page.getByRole('complementary');
  for (const [index, { id, title }] of TOUR_STEPS.entries()) {
    await expect(panel.getByRole('heading')).toHaveText(say(title));
    await expect(panel.getByRole('button', { name: say('tour.show'), exact: true })).toBeEnabled();
    await visit(`tour-${String(index + 1).padStart(2, '0')}-${id}`);
    if (index < TOUR_STEPS.length - 1)
      await panel.getByRole('button', { name: say('tour.next'), exact: true }).click();
  }
}

/** The level of the tree at which mailboxes stand. */
const DEEP = 5;

/** Selects every line of the console's tree as it grows, down to `most` of them, and opens every tab of its view. */
export async function walkConsole({ page, visit }: Omit<Walk, 'say'>, most: number): Promise<void> {
  const tree = page.locator('.tree-view').first();
  const lines = tree.locator('.tree-row:not([aria-busy])');
  // Of mailboxes and of the folders below one, two are as good as all.
  const seen = new Map<number, number>();
  for (let at = 0; at < most; at += 1) {
    if (at >= (await lines.count())) break;
    const level = Number(await lines.nth(at).getAttribute('aria-level'));
    const before = seen.get(level) ?? 0;
    if (level >= DEEP && before >= 2) continue;
    seen.set(level, before + 1);
    await lines.nth(at).click();
    await expect(page.locator('.view-state[data-kind=loading]')).toHaveCount(0);
    const name = `${String(at).padStart(2, '0')}-${slug((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')}`;
    if ((await page.getByRole('tab').count()) > 0)
      await expect(page.getByRole('tabpanel').first()).toBeVisible();
    await visit(name);
    const tabs = page.getByRole('tab');
    for (let tab = 1; tab < (await tabs.count()); tab += 1) {
      await tabs.nth(tab).click();
      await expect(page.locator('.view-state[data-kind=loading]')).toHaveCount(0);
      await visit(`${name}-tab-${tab + 1}`);
    }
    const opens = level < DEEP - 1 || (level < DEEP + 1 && before === 0);
    if (opens && (await lines.nth(at).getAttribute('aria-expanded')) === 'false') {
      await tree.focus();
      await page.keyboard.press('ArrowRight');
      await expect(tree.locator('[aria-busy]')).toHaveCount(0);
    }
  }
}
