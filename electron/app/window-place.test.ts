import { expect, test } from 'vitest';
import { placeOnDisplays } from './window-place.ts';

const left = { x: 0, y: 0, width: 1280, height: 984 };
const right = { x: 1280, y: -200, width: 1920, height: 1040 };

test.each([
  [
    'stands where it stood',
    { x: 40, y: 60, width: 800, height: 600 },
    [left],
    { x: 40, y: 60, width: 800, height: 600 },
  ],
  [
    'may stick out as long as it can be moved',
    { x: 1100, y: 900, width: 800, height: 600 },
    [left],
    { x: 1100, y: 900, width: 800, height: 600 },
  ],
  ['is given up when its display is gone', { x: 2000, y: 0, width: 800, height: 600 }, [left], null],
  [
    'is found on the second display',
    { x: 2000, y: -150, width: 800, height: 600 },
    [left, right],
    { x: 2000, y: -150, width: 800, height: 600 },
  ],
  [
    'is given up when its caption is above the display',
    { x: 40, y: -60, width: 800, height: 600 },
    [left],
    null,
  ],
  [
    'is given up when too little of its caption is left',
    { x: 1200, y: 40, width: 800, height: 600 },
    [left],
    null,
  ],
  ['becomes no larger than its display', { x: 0, y: 0, width: 4000, height: 3000 }, [left], left],
  [
    'needs no more grip than it is wide',
    { x: 10, y: 10, width: 80, height: 60 },
    [left],
    { x: 10, y: 10, width: 80, height: 60 },
  ],
] as const)('a kept window %s', (_, kept, displays, expected) => {
  expect(placeOnDisplays(kept, displays)).toEqual(expected);
});
