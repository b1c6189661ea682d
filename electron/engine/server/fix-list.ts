import { levelAtLeast } from '../../../shared/gate/version.ts';
import { type Level, PRODUCTS, type Product, type Rung, type ShippedFile } from './products.ts';

/** A service pack or hotfix, whichever: what one can install on a product. */
export interface Fix {
  readonly product: Product;
  readonly id: string;
  readonly title: string;
  /** What it needs, for people: the product, or the service pack before it. */
  readonly needs: string;
  /** Product level that must be there before; service packs are cumulative and need none (Q191014). */
  readonly prerequisite: Level | null;
  /** Rung that a service pack leads to; null for a hotfix, which changes files alone. */
  readonly brings: Rung | null;
  /** Whether a higher version of its files contains it. */
  readonly cumulative: boolean;
  /** Articles whose defect it takes away. */
  readonly fixes: readonly string[];
  readonly files: readonly ShippedFile[];
}

/** A service pack brings the files of all before it, too: its own are what changed last. */
function filesOf(product: Product, rung: Rung): readonly ShippedFile[] {
  const files = new Map<string, ShippedFile>();
  for (const step of product.levels)
    if (step.level !== 'RTM' && levelAtLeast(rung.level, step.level))
      for (const file of step.files) files.set(file.path, file);
  return [...files.values()];
}

function fixesOf(product: Product): readonly Fix[] {
  const titles = new Map(product.levels.map((rung) => [rung.level, rung.title]));
  const packs = product.levels.flatMap((rung): Fix[] =>
    rung.id === null
      ? []
      : [
          {
            product,
            id: rung.id,
            title: rung.title,
            needs: product.product,
            prerequisite: null,
            brings: rung,
            cumulative: true,
            fixes: [],
            files: filesOf(product, rung),
          },
        ],
  );
  const hotfixes = product.hotfixes.map(
    (hotfix): Fix => ({
      ...hotfix,
      product,
      needs:
        hotfix.prerequisite === null ? product.product : (titles.get(hotfix.prerequisite) ?? product.product),
      brings: null,
    }),
  );
  return [...packs, ...hotfixes];
}

/** Everything that can be installed on any product, in the order of the data. */
export const FIXES: readonly Fix[] = PRODUCTS.flatMap(fixesOf);
