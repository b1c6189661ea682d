import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { lab, makeLab } from './make-lab.ts';
import { HARBOR, walkCcMail } from './screens/ccmail-walk.ts';
import { type WizardScreen, wizardScreen } from './screens/wizard-screen.ts';

interface Case {
  readonly article: string;
  /** Where the lab refuses: behind the choice of the type, or once the plan is known. */
  readonly refusedAt: 'Migration' | 'Prerequisites';
  /** Caption and text of the box that the article prints; null: it prints none. */
  readonly box: readonly [caption: string, text: string] | null;
  readonly events: readonly number[];
  readonly withoutMail?: boolean;
}

const CASES: readonly Case[] = [
  { article: 'Q251018', refusedAt: 'Migration', box: ['Migration Wizard', 'Memory Error'], events: [] },
  {
    article: 'Q197114',
    refusedAt: 'Prerequisites',
    box: ['Mailmig.exe - Application Error', 'Access Violation in Mailmig.exe.'],
    events: [],
  },
  { article: 'Q194218', refusedAt: 'Prerequisites', box: null, events: [238, 8149, 8002] },
];

/** Reads the refusal, takes its picture, and starts as the original would have. */
async function startAnyway({ page, look }: WizardScreen, article: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Why the lab refuses' });
  await expect(dialog).toContainText(article);
  await look(`refused-${article.toLowerCase()}`);
  await page.keyboard.press('Alt+s');
  await expect(dialog).toBeHidden();
}

for (const { article, refusedAt, box, events, withoutMail = false } of CASES) {
  test(`${article} is refused, and started anyway it fails as the article says`, async ({
    start,
    folder,
  }) => {
    const scenario = article.toLowerCase();
    const file = makeLab(path.join(folder, `${scenario}.mwlab`), '--scenario', scenario);
    const host = await start({ args: [file] });
    const main = await host.console();
    await main.getByRole('button', { name: 'Start the wizard', exact: true }).click();
    const wizard = wizardScreen(await host.wizard());
    const { page } = wizard;
    const office = article === 'Q251018' ? '\\\\HARBOR\\CCDATA' : HARBOR.path;
    await walkCcMail(wizard, { ...HARBOR, path: office, boardsOwner: null, withoutMail }, async (title) => {
      if (title !== 'Migration' || refusedAt !== 'Migration') return;
      await wizard.next();
      await startAnyway(wizard, article);
    });
    if (refusedAt === 'Prerequisites') {
      await expect(page.getByText('The lab will refuse this migration.')).toBeVisible();
      await wizard.next();
      await startAnyway(wizard, article);
    }
    await expect(page.getByText('the run will fail as the article describes')).toBeVisible();
    await wizard.look(`anyway-${scenario}`);
    await wizard.next();
    if (box !== null) {
      const message = page.getByRole('alertdialog', { name: box[0] });
      await expect(message).toContainText(box[1], { timeout: 60_000 });
      await wizard.look(`box-${scenario}`);
      await page.keyboard.press('Enter');
      await expect(message).toBeHidden();
    }
    await expect(page.getByText('The migration has ended. To continue, click Next.')).toBeVisible({
      timeout: 60_000,
    });
    await page.getByRole('grid').getByRole('row').nth(1).click();
    await wizard.look(`failed-progress-${scenario}`);
    await wizard.next();
    await wizard.look(`failed-completing-${scenario}`);
    await wizard.closeWith('Finish');
    const logged = (lab('events', file) as { events: { id: number | null }[] }).events.map(({ id }) => id);
    for (const id of events) expect(logged).toContain(id);
  });
}
