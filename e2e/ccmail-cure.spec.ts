import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, picture, test } from './fixtures.ts';
import { lab, makeLab } from './make-lab.ts';
import { expectAccessible } from './screens/accessible.ts';
import { HARBOR, walkCcMail } from './screens/ccmail-walk.ts';
import { wizardScreen } from './screens/wizard-screen.ts';

const FILES = ['IMPORT.EXE', 'EXPORT.EXE', 'IMPEXP.RI', 'CDMW800.DLL', 'CFW803.DLL', 'CIW803.DLL'];

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Opens folders of the disk, one below the other. */
async function openFolders(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names)
    await page
      .getByRole('grid', { name: 'Files and folders' })
      .getByRole('row', { name: new RegExp(`^${name}`, 'i') })
      .dblclick();
}

test('Q251018 is put right in the window: service pack, the files, the drive', async ({ start, folder }) => {
  test.slow();
  const file = makeLab(path.join(folder, 'q251018.mwlab'), '--scenario', 'q251018');
  const host = await start({ args: [file] });
  const page = await host.console();
  const tree = page.getByRole('treegrid', { name: 'Console tree' });
  await tree.getByRole('row', { name: 'Migration server', exact: true }).click();

  await page
    .getByRole('grid', { name: 'Not installed' })
    .getByRole('row', { name: /^E55SP4/ })
    .click();
  await button(page, 'Install').click();
  await expect(
    page.getByRole('grid', { name: 'Installed', exact: true }).getByRole('row', { name: /^E55SP4/ }),
  ).toBeVisible();

  // The programs stand renamed in Winnt, where the wizard finds them; the article wants them in Exchsrvr\Bin.
  await page.getByRole('tab', { name: 'Disk and network' }).click();
  await openFolders(page, ['C:', 'WINNT']);
  await expect(page.getByText('C:\\WINNT', { exact: true })).toBeVisible();
  const list = page.getByRole('grid', { name: 'Files and folders' });
  for (const name of FILES) {
    await list.getByRole('row', { name: new RegExp(`^${name}`, 'i') }).click();
    await button(page, 'Copy...').click();
    const dialog = page.getByRole('dialog', { name: 'Copy a File' });
    await expect(dialog).toContainText(`C:\\WINNT\\${name}`);
    await page.keyboard.insertText('C:\\exchsrvr\\bin');
    if (name === 'IMPORT.EXE') {
      await picture(page, 'ccmail-copy-dialog');
      await expectAccessible(page);
    }
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  }
  await picture(page, 'ccmail-disk');
  await expectAccessible(page);
  await button(page, 'One level up').click();
  await openFolders(page, ['exchsrvr', 'bin']);
  await expect(list.getByRole('row', { name: /^IMPORT\.EXE/i })).toContainText('IMPORT32.EXE');

  // A refusal says why, in the dialog, and changes nothing.
  await list.getByRole('row', { name: /^IMPORT\.EXE/i }).click();
  await button(page, 'Rename...').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('a*b.exe');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('it has characters that no file name can have');
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: 'Services and drives' }).click();
  await page.getByLabel('Drive:').fill('M:');
  await page.getByLabel('Directory:').fill('\\\\HARBOR\\CCDATA');
  await button(page, 'Map').click();
  await expect(
    page.getByRole('grid', { name: 'Mapped drives' }).getByRole('row', { name: /^M:/ }),
  ).toBeVisible();
  await picture(page, 'ccmail-drives');
  await expectAccessible(page);

  await tree.getByRole('row', { name: 'q251018', exact: true }).click();
  await button(page, 'Start the wizard').click();
  const wizard = wizardScreen(await host.wizard());
  await expect(wizard.page.getByText('The migration server has what this mode needs.')).toBeVisible();
  await walkCcMail(wizard, { ...HARBOR, boardsOwner: null });
  await wizard.page.keyboard.press('Alt+n');
  await expect(wizard.page.getByText('The migration has ended. To continue, click Next.')).toBeVisible({
    timeout: 60_000,
  });
  await wizard.next();
  await expect(wizard.page.getByText('The migration completed successfully.')).toBeVisible();
  await wizard.closeWith('Finish');
  expect(lab('check', file)).toMatchObject({ ok: true });
});
