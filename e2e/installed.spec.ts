import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { consoleScreen } from './screens/console-screen.ts';
import { walkToPrerequisites, wizardScreen } from './screens/wizard-screen.ts';

/*
 * The installed package, as a person has it: the program in its place, its launchers in the path, its entries in the
 * menu. `npm run test:package` installs it, and takes it away again.
 */
const ONLY = { tag: '@only-installed' };

/** A launcher from the path, without a display. */
function launch(program: 'mailmig' | 'mwlab', cwd: string, ...words: readonly string[]) {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, env, encoding: 'utf8' });
  return { exit: status, out: stdout, err: stderr };
}

/** The line of a menu entry that starts the program, as words. */
function startLine(entry: string): readonly string[] {
  const file = readFileSync(`/usr/share/applications/${entry}.desktop`, 'utf8');
  const line = /^Exec=(.*)$/m.exec(file)?.[1] ?? '';
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((word) => word[1] ?? word[2] ?? '');
}

test('the installed program walks a migration in the default mode', ONLY, async ({ host }) => {
  const main = await consoleScreen(await host.console());
  await main.button('Start the wizard').click();
  const wizard = wizardScreen(await host.wizard());
  await walkToPrerequisites(wizard, 'installed');
  await wizard.next();
  await expect(wizard.page.getByText('The migration has ended. To continue, click Next.')).toBeVisible({
    timeout: 60_000,
  });
  await wizard.next();
  await wizard.closeWith('Finish');
  await main.goTo('Runs');
  await expect(main.row('Runs', '1 Default')).toContainText('Completed');
});

test('the menu entries open the wizard in each mode', ONLY, async ({ start, folder }) => {
  for (const [entry, title] of [
    ['migration-wizard', 'Migration Wizard Lab - Migration Wizard'],
    ['migration-wizard-clone', 'Migration Wizard Lab - Migration Wizard (clone mode)'],
  ] as const) {
    const [program = '', ...args] = startLine(entry);
    const host = await start({ program, args, dataFolder: path.join(folder, entry) });
    await expect(await host.wizard()).toHaveTitle(title);
    await host.stop();
  }
});

test('a lab is opened by its file association', ONLY, async ({ start, folder }) => {
  expect(launch('mwlab', folder, 'new', 'clicked.mwlab', '--seed', '3').exit).toBe(0);
  const asked = (...words: readonly string[]) =>
    spawnSync('xdg-mime', words, { encoding: 'utf8' }).stdout.trim();
  const type = asked('query', 'filetype', path.join(folder, 'clicked.mwlab'));
  expect(type).toBe('application/x-migration-wizard-lab');
  const entries = spawnSync('grep', ['-l', type, '-r', '/usr/share/applications', '--include=*.desktop'], {
    encoding: 'utf8',
  }).stdout.trim();
  expect(entries).toBe('/usr/share/applications/migration-wizard-lab.desktop');
  const [program = '', ...args] = startLine('migration-wizard-lab').map((word) =>
    word === '%U' ? path.join(folder, 'clicked.mwlab') : word,
  );
  const page = await (await start({ program, args })).console();
  const labs = () => page.evaluate(() => window.bridge?.ask('labs:list', {}));
  await expect.poll(labs, { timeout: 60_000 }).toMatchObject({ value: { open: [{ name: 'clicked' }] } });
});

test('the launchers run without a display and pass exit codes on', ONLY, ({ folder }) => {
  expect(
    launch('mwlab', folder, 'new', 'a.mwlab', '--mailboxes', '3', '--items', '30', '--json'),
  ).toMatchObject({
    exit: 0,
    err: '',
  });
  const refused = launch('mailmig', folder, '/M', '--lab', 'a.mwlab', '--accounts', 'all', '--json');
  expect(refused.exit).toBe(2);
  expect(JSON.parse(refused.out)).toMatchObject({ state: 'refused', exit: 2 });
  const done = launch('mailmig', folder, '--lab', 'a.mwlab', '--accounts', 'all', '--json');
  expect(done.exit).toBe(0);
  expect(JSON.parse(done.out)).toMatchObject({ state: 'completed', exit: 0 });
  expect(launch('mwlab', folder, 'check', 'a.mwlab', '--json')).toMatchObject({ exit: 0 });
  expect(launch('mwlab', folder, 'show', 'nowhere.mwlab')).toMatchObject({ exit: 2, out: '' });
  expect(launch('mailmig', folder, '/?').out).toContain('mailmig --lab FILE');
  expect(existsSync(path.join(folder, 'a.mwlab'))).toBe(true);
});
