import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import type { Scale } from './zoom.ts';

/** Dialog units to pixels with the fixed base 6 x 13. */
const across = (units: number): number => (units * 6) / 4;
const down = (units: number): number => (units * 13) / 8;

/** A box and what is expected of it, in pixels at 100 %; places are taken from the box `from`. */
export interface Box {
  readonly what: string;
  readonly selector: string;
  readonly from?: string;
  readonly left?: number;
  readonly top?: number;
  /** Distance from the right edge of `from`. */
  readonly right?: number;
  readonly width?: number;
  readonly height?: number;
}

const SHEET = '.wizard-page-area';
const HEADER = '.interior-header';
export const BUTTONS: readonly Box[] = [
  { what: 'button', selector: '.wizard-buttons .command-button', width: across(50), height: down(14) },
];
export const EXTERIOR: readonly Box[] = [
  { what: 'sheet', selector: SHEET, width: across(331), height: down(193) },
  {
    what: 'watermark',
    selector: '.exterior-watermark',
    from: SHEET,
    left: 0,
    top: 0,
    width: 164,
    height: 314,
  },
  { what: 'watermark art', selector: '.watermark', from: SHEET, left: 0, top: 0, width: 164, height: 314 },
  // The watermark and the body beside it make up the page of 317 x 193 units.
  {
    what: 'exterior page',
    selector: '.exterior-body',
    width: across(317) - 164,
    height: down(193),
    left: 164,
    from: SHEET,
  },
];
export const INTERIOR: readonly Box[] = [
  {
    what: 'header band',
    selector: HEADER,
    from: SHEET,
    left: 0,
    top: 0,
    width: across(331),
    height: down(36),
  },
  {
    what: 'header art',
    selector: '.interior-art',
    from: HEADER,
    top: (down(36) - 49) / 2,
    right: (down(36) - 49) / 2,
    width: 49,
    height: 49,
  },
  { what: 'title', selector: '.interior-title', from: HEADER, left: 20, top: 10, height: down(8) },
  { what: 'subtitle', selector: '.interior-subtitle', from: HEADER, left: 40, top: 25, right: 69 },
  {
    what: 'interior page',
    selector: '.interior-body',
    from: SHEET,
    left: across(7),
    top: down(36 + 7),
    width: across(317),
    height: down(143),
  },
];
/** The controls, by the page on which they are met first. */
export const CONTROLS: Readonly<Record<string, readonly Box[]>> = {
  Migration: [{ what: 'option button', selector: '.option', height: down(10) }],
  'Migration Destination': [
    { what: 'combo box', selector: '.combo', height: down(12) },
    { what: 'text box', selector: '.edit', height: down(14) },
    { what: 'text label', selector: '.field-label', height: down(8) },
  ],
  'Migration Information': [{ what: 'check box', selector: '.option', height: down(10) }],
};

/** Judges rendered boxes in the pixels of the screen: within one of the table's figure at this scale. */
export async function measure(page: Page, boxes: readonly Box[], scale: Scale): Promise<void> {
  const found = await page.evaluate(
    (asked) =>
      asked.map(({ selector, from }) => {
        const rect = document.querySelector(selector)?.getBoundingClientRect();
        const base = from === undefined ? undefined : document.querySelector(from)?.getBoundingClientRect();
        if (rect === undefined) return null;
        return {
          width: rect.width,
          height: rect.height,
          left: rect.left - (base?.left ?? 0),
          top: rect.top - (base?.top ?? 0),
          right: (base?.right ?? 0) - rect.right,
        };
      }),
    boxes,
  );
  for (const [at, box] of boxes.entries()) {
    const real = found[at];
    expect(real, box.what).not.toBeNull();
    for (const side of ['left', 'top', 'right', 'width', 'height'] as const) {
      const wanted = box[side];
      if (wanted === undefined) continue;
      const off = Math.abs((real?.[side] ?? Number.NaN) - wanted) * (scale / 100);
      expect(off, `${box.what}, ${side} at ${scale} %, in pixels off`).toBeLessThanOrEqual(1);
    }
  }
}

/** Parts of a page that would scroll, or of which something is cut off. */
export async function cutOff(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    ['html', '.exterior-body', '.interior-body', '.wizard-buttons']
      .flatMap((selector) => [...document.querySelectorAll(selector)])
      .filter((box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
      .map((box) => box.className || box.tagName),
  );
}
