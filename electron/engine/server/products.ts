import { z } from 'zod';
import exchange2003 from '../../../resources/products/exchange-2003.json' with { type: 'json' };
import exchange55 from '../../../resources/products/exchange-55.json' with { type: 'json' };
import { levelAtLeast } from '../../../shared/gate/version.ts';

/*
 * The products of a migration server, with their ladders of service packs and their hotfixes, as data under
 * resources/products: a new product or fix is a new entry there, and nothing here.
 */

export const EXCHANGE_55 = 'Exchange Server 5.5';
export const EXCHANGE_2003 = 'Exchange Server 2003';

const evidence = z.object({
  evidence: z.enum(['documented', 'modelled', 'not documented']),
  source: z.string().nullable(),
  reason: z.string().nullable(),
});

const shippedFile = evidence.extend({
  path: z.string(),
  version: z.string().nullable(),
  /** Bytes. */
  size: z.number().int().nullable(),
  /** When the file was last modified, UTC. */
  modified: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : Date.parse(text))),
  platform: z.string().nullable(),
});

/** One rung of a ladder; `id` is what one installs, null: the product as it first came. `evidence` is that of the date. */
const rung = evidence.extend({
  level: z.enum(['RTM', 'SP1', 'SP2', 'SP3', 'SP4']),
  id: z.string().nullable(),
  title: z.string(),
  build: z.string(),
  date: z.string(),
  files: z.array(shippedFile),
});

/** What an article says about getting and using its fix. `replaces`: 'none' where it says so, null where it says nothing. */
const article = z.object({
  component: z.string(),
  language: z.string(),
  obtained: z.string(),
  caveats: z.array(z.string()),
  replaces: z.literal('none').nullable(),
});

/**
 * One hotfix. `fixes`: the articles whose defect it takes away. `cumulative`: a higher version of its files contains it
 * (Q244702). `restart`: whether the computer has to be restarted, null where no source says. `evidence` is that of the prerequisite.
 */
const hotfix = evidence.extend({
  id: z.string(),
  kb: z.string(),
  title: z.string(),
  fixes: z.array(z.string()),
  prerequisite: rung.shape.level.nullable(),
  cumulative: z.boolean(),
  restart: z.boolean().nullable(),
  files: z.array(shippedFile).min(1),
  article: article.optional(),
});

/** A service, and those that have to run for it (modelled). */
const service = z.object({ name: z.string(), needs: z.array(z.string()) });

const product = z.object({
  product: z.string(),
  bin: z.string(),
  about: z.string(),
  directories: z.array(z.string()),
  services: z.array(service),
  /** The Connector for cc:Mail, which is there only where it was set up. */
  connector: service.optional(),
  levels: z.array(rung).min(1),
  hotfixes: z.array(hotfix),
});

export type ShippedFile = z.infer<typeof shippedFile>;
export type Product = z.infer<typeof product>;
export type Rung = Product['levels'][number];
export type Level = Rung['level'];
export type ServiceData = z.infer<typeof service>;
export type Hotfix = Product['hotfixes'][number];

/** Every product that the lab knows. */
export const PRODUCTS: readonly Product[] = [product.parse(exchange2003), product.parse(exchange55)];

/** A product by its name; one that is not among the data is a bug. */
export function productNamed(name: string): Product {
  const found = PRODUCTS.find((candidate) => candidate.product === name);
  if (found === undefined) throw new Error(`no data of the product ${name}`);
  return found;
}

/** The rung of a level; one that the product never had is a bug. */
export function rungOf(of: Product, level: string): Rung {
  const found = of.levels.find((candidate) => candidate.level === level);
  if (found === undefined) throw new Error(`${of.product} has no level ${level}`);
  return found;
}

/** What a server has on it that stands at a level: each file as the latest rung up to there brought it. */
export function filesAt(of: Product, level: Level): readonly ShippedFile[] {
  const files = new Map<string, ShippedFile>();
  for (const step of of.levels)
    if (levelAtLeast(level, step.level))
      for (const file of step.files) files.set(file.path.toLowerCase(), file);
  return [...files.values()];
}
