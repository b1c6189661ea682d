import { expect, picture, test } from './fixtures.ts';
import { expectAccessible, expectUniqueAccessKeys } from './screens/accessible.ts';
import { consoleScreen } from './screens/console-screen.ts';

test('the library is searched and read, and says what an article means for this lab', async ({ host }) => {
  const main = await consoleScreen(await host.console());
  const { page } = main;
  const look = async (name: string): Promise<void> => {
    await picture(page, `library-${name}`);
    await expectAccessible(page);
    await expectUniqueAccessKeys(page);
  };
  await main.goTo('KB Library');
  await expect(page.getByText(/^(\d+) of \1 articles$/)).toBeVisible();
  await look('all');
  const search = page.getByRole('textbox', { name: 'Search:' });
  await search.fill('clone mode 919235');
  await expect(main.row('Articles', 'KB919235')).toContainText('refused by the gate');
  await main.row('Articles', 'KB919235').click();
  const article = page.getByRole('region', { name: 'The article' });
  await expect(article).toContainText('6.5.7651.29: 4,470,784 bytes, of 12-Jun-2006 22:21, x86');
  await look('kb919235');
  await search.fill('mlmig32.dll attmail');
  await main.row('Articles', 'Q197114').click();
  await expect(article).toContainText('Versions of Mlmig32.dll that have the defect');
  await article.getByRole('list').last().scrollIntoViewIfNeeded();
  await look('ladder');
  await search.fill('zebra');
  await expect(page.getByText('No article holds all of these words.')).toBeVisible();
  await look('none');
});
