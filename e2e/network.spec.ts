import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { electronProgram } from './hosts/electron.ts';
import { consoleScreen } from './screens/console-screen.ts';
import { PAGES_BEFORE_A_RUN, wizardScreen } from './screens/wizard-screen.ts';

/** System calls that name whom they talk to. */
const CALLS = 'connect,sendto,sendmsg,sendmmsg';

test('no connection leaves the machine, from the first start to the end of a migration', {
  tag: ['@electron', '@packaged'],
}, async ({ start, folder }) => {
  test.skip(!existsSync('/usr/bin/strace'), 'strace is not installed');
  const trace = path.join(folder, 'calls');
  const traced = path.join(folder, 'traced');
  const program = electronProgram()?.program ?? '';
  writeFileSync(traced, `#!/bin/sh\nexec strace -f -qq -e trace=${CALLS} -o '${trace}' '${program}' "$@"\n`);
  chmodSync(traced, 0o755);
  const host = await start({ program: traced, firstTime: true });
  const main = await consoleScreen(await host.console());
  await main.button('Start the wizard').click();
  const wizard = wizardScreen(await host.wizard());
  for (const [title] of PAGES_BEFORE_A_RUN) {
    await expect(wizard.page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
    if (title === 'Account Migration') await wizard.button('Select All').click();
    await wizard.next();
  }
  await expect(wizard.page.getByText('The migration has ended. To continue, click Next.')).toBeVisible({
    timeout: 120_000,
  });
  await wizard.next();
  await wizard.closeWith('Finish');
  await host.stop();
  const calls = readFileSync(trace, 'utf8').split('\n');
  expect(calls.some((line) => line.includes('connect('))).toBe(true);
  const away = calls.filter((line) => /AF_INET6?/.test(line) && !/127\.0\.0\.1|"::1"/.test(line));
  expect(away).toEqual([]);
});
