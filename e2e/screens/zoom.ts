import type { Page } from '@playwright/test';
import { WIZARD_SIZE } from '../../shared/ipc/window-sizes.ts';
import { expect } from '../fixtures.ts';
import type { Host } from '../hosts/host.ts';

export const SCALES = [100, 125, 150, 200] as const;
export type Scale = (typeof SCALES)[number];

/**
 * Shows a page larger: in Electron by the app's own text size, which takes the wizard's window along; in Chromium as a
 * display of that scale does.
 */
export async function zoom(host: Host, page: Page, percent: Scale, size = WIZARD_SIZE): Promise<void> {
  if (host.kind === 'electron') {
    await page.evaluate((textSize) => window.bridge?.ask('app:set-preferences', { textSize }), percent);
  } else {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setDeviceMetricsOverride', {
      ...size,
      deviceScaleFactor: percent / 100,
      mobile: false,
    });
  }
  await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBeCloseTo(percent / 100, 2);
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeGreaterThanOrEqual(size.width - 1);
}
