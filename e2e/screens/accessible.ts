import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

/** Fails on every violation that axe finds in a page's present state. */
export async function expectAccessible(page: Page): Promise<void> {
  // Electron has no blank pages to run frames in, which axe's usual way needs.
  const legacy = test.info().project.name !== 'chromium';
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(legacy).analyze();
  const found = violations.map((each) => ({
    rule: each.id,
    where: each.nodes.map((node) => node.target.join(' ')),
  }));
  expect(found).toEqual([]);
}

/** Access keys of the topmost dialog, or of the page: each belongs to one control. */
export async function expectUniqueAccessKeys(page: Page): Promise<void> {
  const keys = await page.evaluate(() => {
    const dialogs = document.querySelectorAll('[role=dialog], [role=alertdialog]');
    const scope = dialogs[dialogs.length - 1] ?? document;
    return [...scope.querySelectorAll<HTMLElement>('[data-access-key]')].map(
      (marked) => marked.dataset.accessKey,
    );
  });
  expect(keys).toEqual([...new Set(keys)]);
}
