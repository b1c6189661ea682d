import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createKeeper, FIRST_PREFERENCES } from './preferences-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mwl-preferences-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what was set is there again the next time, and the rest as it was', () => {
  const file = path.join(folder, 'deep', 'kept.json');
  const first = createKeeper(file);
  expect(first.preferences()).toEqual(FIRST_PREFERENCES);
  expect(first.place('console')).toBeNull();
  first.setPreferences({ textSize: 150 });
  first.setPreferences({ tourStep: 3, textSize: undefined, tour: false, tourDock: 'right' });
  first.setPlace('console', { x: 1, y: 2, width: 300, height: 200, maximized: true });

  const second = createKeeper(file);
  expect(second.preferences()).toEqual({
    ...FIRST_PREFERENCES,
    textSize: 150,
    tour: false,
    tourDock: 'right',
    tourStep: 3,
  });
  expect(second.place('console')).toEqual({ x: 1, y: 2, width: 300, height: 200, maximized: true });
  expect(second.place('wizard')).toBeNull();
  expect(second.setPreferences({ tourStep: null }).tourStep).toBeNull();
});

test('what an older app kept is kept, and what it did not know yet is as at the first start', () => {
  const file = path.join(folder, 'older.json');
  const place = { x: 1, y: 2, width: 300, height: 200, maximized: false };
  const preferences = { textSize: 125, presenter: false, tourDock: 'somewhere', forgotten: 1 };
  writeFileSync(file, JSON.stringify({ version: 1, preferences, windows: { console: place, wizard: 7 } }));
  const keeper = createKeeper(file);
  expect(keeper.preferences()).toEqual({ ...FIRST_PREFERENCES, textSize: 125, presenter: false });
  expect(keeper.place('console')).toEqual(place);
  expect(keeper.place('wizard')).toBeNull();
});

test.each([
  ['is no JSON', 'nonsense'],
  ['is from another version', '{"version":2}'],
  ['holds a size that does not exist', '{"version":1,"preferences":{"textSize":900},"windows":{}}'],
])('a file that %s counts as empty', (_, content) => {
  const file = path.join(folder, 'bad.json');
  writeFileSync(file, content);
  expect(createKeeper(file).preferences()).toEqual(FIRST_PREFERENCES);
});
