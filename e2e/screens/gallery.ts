import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import type { Host } from '../hosts/host.ts';
import { expectAccessible, expectUniqueAccessKeys } from './accessible.ts';
import { cutOffTexts } from './readable.ts';
import type { Visit } from './walk.ts';
import { type Scale, zoom } from './zoom.ts';

/** How a window is looked at. */
export interface Look {
  readonly name: string;
  readonly scale?: Scale;
  readonly forcedColors?: 'active';
}
export const LOOKS: readonly Look[] = [
  { name: 'normal' },
  { name: 'forced-colors', forcedColors: 'active' },
  { name: 'at-200-percent', scale: 200 },
];

/** Takes the picture of a state and judges it: accessible, every key once, nothing cut off. */
export function gallery(host: Host, page: Page, folder: string): Visit {
  return async (name) => {
    // The window's picture is that of what was last drawn.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
    );
    await host.capture(page, path.join('artifacts', 'gallery', folder, `${name}.png`));
    await expectAccessible(page);
    await expectUniqueAccessKeys(page);
    expect(await cutOffTexts(page), `${folder}/${name}`).toEqual([]);
  };
}

export async function dressWizard(host: Host, page: Page, { scale, forcedColors }: Look): Promise<void> {
  if (scale !== undefined) await zoom(host, page, scale);
  if (forcedColors !== undefined) await page.emulateMedia({ forcedColors });
}

/** The main window keeps its size when its text grows. */
export async function dressConsole(host: Host, page: Page, { scale, forcedColors }: Look): Promise<void> {
  if (forcedColors !== undefined) await page.emulateMedia({ forcedColors });
  if (scale === undefined || host.kind !== 'electron') return;
  await page.evaluate(() => window.bridge?.ask('app:set-preferences', { textSize: 200 }));
  await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBeCloseTo(2, 1);
}
