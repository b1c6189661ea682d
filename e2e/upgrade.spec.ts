import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { lab, makeLab } from './make-lab.ts';
import { writeOlderLab } from './older-lab.ts';
import { consoleScreen } from './screens/console-screen.ts';

test('an upgrade keeps labs and settings that an older version left', {
  tag: ['@electron', '@packaged'],
}, async ({ start, folder }) => {
  const newer = makeLab(
    path.join(folder, 'newer.mwlab'),
    '--seed',
    '11',
    '--mailboxes',
    '3',
    '--items',
    '30',
  );
  const older = path.join(folder, 'kept from before.mwlab');
  writeOlderLab(newer, older);
  const dataFolder = path.join(folder, 'data');
  mkdirSync(dataFolder);
  const keep = (name: string, content: unknown): void =>
    writeFileSync(path.join(dataFolder, name), JSON.stringify(content));
  keep('recent-labs.json', { version: 1, files: [older] });
  // Of the preferences, the first version knew one.
  keep('preferences.json', { version: 1, preferences: { textSize: 125 }, windows: {} });

  const host = await start();
  const page = await host.console();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('kept from before', { timeout: 60_000 });
  const preferences = await page.evaluate(() => window.bridge?.ask('app:preferences', {}));
  expect(preferences).toMatchObject({ ok: true, value: { textSize: 125, presenter: true } });
  const shown = await page.evaluate(() => window.bridge?.ask('lab:show', { lab: 'lab-1' }));
  expect(shown).toMatchObject({ ok: true });
  await host.stop();
  // It holds what it held: the same rows, and what version 2 added is empty.
  expect(lab('show', older)).toMatchObject({ digest: (lab('show', newer) as { digest: string }).digest });
  expect(JSON.parse(readFileSync(path.join(dataFolder, 'preferences.json'), 'utf8'))).toMatchObject({
    preferences: { textSize: 125 },
  });
});

test('a lab that the system hands over opens in the app that runs', { tag: '@electron' }, async ({
  host,
  folder,
}) => {
  await consoleScreen(await host.console());
  const file = makeLab(
    path.join(folder, 'handed over.mwlab'),
    '--seed',
    '4',
    '--mailboxes',
    '2',
    '--items',
    '5',
  );
  await host.handOver(file);
  await expect((await host.console()).getByRole('heading', { level: 1 })).toHaveText('handed over');
});
