import { pseudo } from '../../shared/text/pseudo.ts';
import { mnemonic } from '../../shared/text/text.ts';
import { expect } from '../fixtures.ts';
import type { WizardScreen } from './wizard-screen.ts';

/** What is entered on the pages of cc:Mail; by keyboard alone. */
export interface CcMailEntries {
  readonly path: string;
  readonly name: string;
  readonly password: string;
  /** Directory for migration files; null: one step. */
  readonly extractTo: string | null;
  /** Alias of the owner of public folders; null: without bulletin boards. */
  readonly boardsOwner: string | null;
  /** Clears Personal E-mail Messages. */
  readonly withoutMail?: boolean;
}

export const HARBOR: CcMailEntries = {
  path: 'M:\\',
  name: 'HARBOR',
  password: 'lantern',
  extractTo: null,
  boardsOwner: 'Admin',
};

/** From Welcome to Prerequisites with all accounts; `seen` is called on each page before it is left. */
export async function walkCcMail(
  { page }: WizardScreen,
  entries: CcMailEntries,
  seen: (title: string) => Promise<void> = async () => undefined,
  locale: 'english' | 'pseudo' = 'english',
): Promise<void> {
  const at = async (title: string): Promise<void> => {
    const say = (words: string): string => (locale === 'pseudo' ? mnemonic(pseudo(words)).label : words);
    await expect(page.getByRole('heading', { level: 1, name: say(title), exact: true })).toBeVisible();
    await expect(
      page.getByRole('button', { name: locale === 'pseudo' ? say('&Next >') : 'Next >' }),
    ).toBeEnabled();
    await seen(title);
  };
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const type = async (key: string, typed: string): Promise<void> => {
    await press(key);
    await page.keyboard.insertText(typed);
  };
  await at('Welcome to the Migration Wizard');
  await press('Enter');
  await at('Migration');
  await press('Alt+n');
  await at('Lotus cc:Mail Migration');
  await press('Enter');
  await at('cc:Mail Post Office');
  await type('Alt+p', entries.path);
  await type('Alt+m', entries.name);
  await type('Alt+w', entries.password);
  await press('Enter');
  await at('Migration Method');
  if (entries.extractTo !== null) {
    await press('Alt+e');
    await type('Alt+p', entries.extractTo);
  }
  await press('Enter');
  if (entries.extractTo === null) {
    await at('Migration Destination');
    await press('Enter');
  }
  await at('Information to Migrate');
  if (entries.withoutMail === true) await press('Alt+m');
  if (entries.boardsOwner !== null) await press('Alt+o');
  await press('Enter');
  await at('Account Migration');
  await press('Alt+s', 'Alt+n');
  if (entries.extractTo === null) {
    await at('Destination Server');
    await press('Enter');
    await at('Container for New Mailboxes');
    await press('Enter');
    await at('Windows NT Accounts');
    await press('Enter');
    if (entries.boardsOwner !== null) {
      await at('Public Folder Owner and Access');
      await type('Alt+o', entries.boardsOwner);
      await press('Enter');
    }
  }
  await at('Prerequisites');
}
