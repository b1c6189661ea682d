import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { consoleScreen } from './screens/console-screen.ts';

/* After each kind of crash: something to read, a report on the disk, and the lab again. */
const only = { tag: '@electron' };

function reports(folder: string): readonly { readonly name: string; readonly said: string }[] {
  const place = path.join(folder, 'data', 'crash-reports');
  return readdirSync(place).map((name) => ({ name, said: readFileSync(path.join(place, name), 'utf8') }));
}

test('a page that crashed is told of, and comes back with its lab', only, async ({ host, folder }) => {
  await consoleScreen(await host.console());
  const crashed = await host.crash('page');
  await expect.poll(crashed.boxes).toHaveLength(1);
  const [said = ''] = await crashed.boxes();
  expect(said).toContain('This window stopped working');
  expect(said).toContain(path.join(folder, 'data', 'crash-reports'));
  await expect.poll(crashed.titles, { timeout: 60_000 }).toEqual(['Sample lab - Migration Wizard Lab']);
  const [report] = reports(folder);
  expect(report?.name).toMatch(/-page\.txt$/);
  expect(report?.said).toMatch(/Crashed: page\n\napp:\/\/bundle\/console\.html: crashed/);
  await crashed.end();
});

test('a crash of the app is told of, and the next start opens the lab', only, async ({ start, folder }) => {
  const first = await start();
  await consoleScreen(await first.console());
  const crashed = await first.crash('app');
  expect(await crashed.exit()).toBe(1);
  const [report] = reports(folder);
  expect(report?.name).toMatch(/-app\.txt$/);
  expect(report?.said).toContain('Error: a crash for a test');
  expect(report?.said).toMatch(/^Migration Wizard Lab \d/);
  await consoleScreen(await (await start()).console());
});

test('a crash of the engine leaves a report, and says where', only, async ({ host, folder }) => {
  const main = await consoleScreen(await host.console());
  await host.crashEngine();
  await expect(main.page.getByText(/The engine was started again: .*crash-reports/)).toBeVisible();
  await main.goTo('Runs');
  await expect(main.title).toHaveText('Runs');
  expect(reports(folder).map((each) => each.name)).toEqual([expect.stringMatching(/-engine\.txt$/)]);
});
