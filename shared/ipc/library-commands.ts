import { z } from 'zod';
import { ARTICLE_SECTIONS, RESOLUTIONS, SEVERITIES } from '../gate/article.ts';
import { file, gateRule } from './shapes.ts';

const articleLine = z.object({
  id: z.string(),
  kb: z.string(),
  title: z.string(),
  category: z.string(),
  severity: z.enum(SEVERITIES),
  resolution: z.enum(RESOLUTIONS),
  /** Whether every statement stands in the library, or symptom, cause and resolution. */
  told: z.enum(['whole', 'summary']),
  /** Whether the gate has a rule for it, in this lab or in others. */
  playable: z.boolean(),
  /** What the gate says of this lab: the gravest verdict of the article's rules; null: none of its rules concerns this lab. */
  standing: z.enum(['refuse', 'warn', 'note', 'pass']).nullable(),
});

/** The library of articles: searched, and each of them read, over a lab. */
export const LIBRARY_COMMANDS = {
  /** Articles that hold every word of the search, in the order of their numbers; a number, an event, a product, a file or a version is a word. */
  articles: {
    input: z.object({ file, search: z.string().max(200).optional() }),
    output: z.object({ articles: z.array(articleLine), all: z.number() }),
  },
  /** One article, what the gate says of it here, and where the defect stands on the ladder of versions. */
  article: {
    input: z.object({ file, id: z.string().max(60) }),
    output: articleLine.extend({
      appliesTo: z.array(z.string()),
      revised: z.string().nullable(),
      summary: z.string(),
      fixedIn: z.string().nullable(),
      events: z.array(z.object({ id: z.number(), source: z.string().nullable() })),
      files: z.array(z.object({ name: z.string(), version: z.string() })),
      sections: z.array(z.object({ section: z.enum(ARTICLE_SECTIONS), statements: z.array(z.string()) })),
      source: z.string(),
      rules: z.array(gateRule),
      ladder: z
        .object({
          file: z.string(),
          /** The version on this migration server; null: no such file, or of unknown version. */
          installed: z.string().nullable(),
          introduced: z.string().nullable(),
          fixed: z.string(),
          /** Whether the installed version has the defect. */
          open: z.boolean(),
          rungs: z.array(z.object({ label: z.string(), version: z.string(), open: z.boolean() })),
        })
        .nullable(),
    }),
  },
} as const;
