import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { newLab } from '../build/new-lab.ts';
import { installFix } from '../report/fix.ts';
import { setServer } from '../report/server.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { addBystander, type BystanderKind, BYSTANDERS } from './bystanders.ts';

/** A random lab before anything happens in it. Everything follows from these values. */
export interface LabRecipe {
  readonly seed: number;
  readonly mailboxes: number;
  readonly items: number;
  readonly settings: Readonly<Record<'halfClone' | 'fallback' | 'clearTargetAddress' | 'pageheap', string>>;
  /** The fixes of KB919235 are installed. */
  readonly fixed: boolean;
  /** What stands in the target for each mailbox. */
  readonly bystanders: readonly BystanderKind[];
  /** Outlook of each owner; those before 2003 have offline folders, 2003 is in cached mode. */
  readonly outlooks: readonly ('97' | '2000' | '2003')[];
}

export interface RandomLab {
  readonly lab: Lab;
  /** Aliases of the source, in the order of their mailboxes. */
  readonly aliases: readonly string[];
  discard(): void;
}

const PEOPLE = 6;

const SETTINGS = fc.record({
  halfClone: fc.constantFrom('merge', 'rollback'),
  // Most labs go on rather than fail, so that more happens in them.
  fallback: fc.constantFrom('merge', 'merge', 'merge', 'fail'),
  clearTargetAddress: fc.constantFrom('yes', 'no'),
  pageheap: fc.constantFrom('off', 'on'),
});

/** @param fixed whether clone mode works; absent: mostly */
export function labRecipes(fixed?: boolean): fc.Arbitrary<LabRecipe> {
  return fc.record({
    seed: fc.nat(1_000_000),
    mailboxes: fc.integer({ min: 2, max: PEOPLE }),
    items: fc.integer({ min: 20, max: 120 }),
    settings: SETTINGS,
    fixed: fixed === undefined ? fc.constantFrom(true, true, true, false) : fc.constant(fixed),
    outlooks: fc.array(fc.constantFrom('2003' as const, '2003' as const, '2000' as const, '97' as const), {
      minLength: PEOPLE,
      maxLength: PEOPLE,
    }),
    bystanders: fc.array(
      fc.oneof({ weight: 2, arbitrary: fc.constant<BystanderKind>('none') }, fc.constantFrom(...BYSTANDERS)),
      {
        minLength: PEOPLE,
        maxLength: PEOPLE,
      },
    ),
  });
}

function must<T>(result: { ok: true; value: T } | { ok: false; failure: { message: string } }): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** Builds the lab of a recipe as a file in a folder of its own. */
export function buildRandomLab(recipe: LabRecipe): RandomLab {
  const folder = mkdtempSync(join(tmpdir(), 'mwlab-random-'));
  const discardFolder = (): void => rmSync(folder, { recursive: true, force: true });
  const file = join(folder, 'random.mwlab');
  const { seed, mailboxes, items } = recipe;
  try {
    must(newLab({ file, seed, mailboxes, items }));
    const lab = must(openLab(file));
    // Made for the test and thrown away: a power failure may take it.
    lab.db.exec('PRAGMA synchronous = OFF');
    const people = lab.all<{ alias: string }>(
      `SELECT alias FROM mailbox JOIN directory_object o ON o.id = object_id JOIN org ON org.id = org_id
       WHERE role = 'source' ORDER BY mailbox.id`,
    );
    people.forEach(({ alias }, ordinal) => {
      addBystander(lab, alias, recipe.bystanders[ordinal] ?? 'none');
      const outlook = recipe.outlooks[ordinal] ?? '2003';
      lab.run(
        `UPDATE profile SET outlook = ?, mode = ? WHERE user_id = (SELECT o.id FROM directory_object o JOIN org ON org.id = org_id
           WHERE role = 'source' AND alias = ?)`,
        outlook,
        outlook === '2003' ? 'cached' : 'offlineFolders',
        alias,
      );
    });
    for (const [key, value] of Object.entries(recipe.settings)) {
      must(setServer(lab, { file, set: `${key}=${value}` }));
    }
    if (recipe.fixed) {
      must(installFix(lab, { file, install: 'E2003SP2' }));
      must(installFix(lab, { file, install: 'KB919235' }));
    }
    return {
      lab,
      aliases: people.map(({ alias }) => alias),
      discard: () => {
        lab.close();
        discardFolder();
      },
    };
  } catch (error) {
    discardFolder();
    throw error;
  }
}
