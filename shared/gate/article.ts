import { fail, ok, type Result } from '../result.ts';

/**
 * What carries a statement of an article in this product: a field of the gate's rule, a field of a fix, a setting, or a
 * test that lives through it. `holds`: words that stand there.
 */
export type Carrier =
  | { readonly kind: 'record'; readonly record: string; readonly field: string; readonly holds: string }
  | { readonly kind: 'fix'; readonly fix: string; readonly field: string; readonly holds: string }
  | { readonly kind: 'setting'; readonly setting: string }
  | { readonly kind: 'test'; readonly file: string; readonly name: string };

/** One statement of an article, in our own words; `id` counts within its section, e.g. 'symptoms-2'. */
export interface Statement {
  readonly id: string;
  readonly says: string;
  readonly carriedBy: readonly Carrier[];
}

/** The sections of Knowledge Base articles, in the order in which they are shown. */
export const ARTICLE_SECTIONS = [
  'applies-to',
  'symptoms',
  'cause',
  'resolution',
  'prerequisites',
  'restart',
  'replacement',
  'files',
  'status',
  'steps',
  'more-information',
  'events',
  'references',
] as const;
export type ArticleSection = (typeof ARTICLE_SECTIONS)[number];

/** How an article's trouble is ended. `information`: there is none; `none`: nothing ends it. */
export const RESOLUTIONS = [
  'service-pack',
  'hotfix',
  'procedure',
  'configuration',
  'by-design',
  'none',
  'information',
] as const;
export type ResolutionKind = (typeof RESOLUTIONS)[number];

export const SEVERITIES = ['crash', 'corruption', 'hang', 'error', 'warn', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** An article of the Knowledge Base, told in our own words with its number, figures and message texts. */
export interface Article {
  readonly id: string;
  readonly kb: string;
  readonly title: string;
  /** `whole`: every statement stands here, and something of this product carries it; `summary`: symptom, cause and resolution. */
  readonly told: 'whole' | 'summary';
  readonly appliesTo: readonly string[];
  /** Day of its last revision (ISO 8601), null where the article names none. */
  readonly revised: string | null;
  readonly keywords: readonly string[];
  readonly summary: string;
  /** What it is about: ccmail, ccmail-connector, exchange, exchange-clone, msmail, notes, groupwise ... */
  readonly category: string;
  readonly severity: Severity;
  /** `fixedIn`: the release or fix as the article names it, null where it names none. */
  readonly resolution: { readonly kind: ResolutionKind; readonly fixedIn: string | null };
  /** Events of the application log that go with it; `source` null where it names none. */
  readonly events: readonly { readonly id: number; readonly source: string | null }[];
  /** Files of the fix, or that the article compares. */
  readonly files: readonly { readonly name: string; readonly version: string }[];
  readonly sections: readonly {
    readonly section: ArticleSection;
    readonly statements: readonly Statement[];
  }[];
  readonly source: string;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const CARRIER_FIELDS: Readonly<Record<string, readonly string[]>> = {
  record: ['record', 'field', 'holds'],
  fix: ['fix', 'field', 'holds'],
  setting: ['setting'],
  test: ['file', 'name'],
};

function carrierFault(value: unknown): string | null {
  if (!isObject(value)) return 'a carrier that is no object';
  const fields = CARRIER_FIELDS[String(value.kind)];
  if (fields === undefined) return `a carrier of the unknown kind "${String(value.kind)}"`;
  const bad = fields.find((field) => !isText(value[field]));
  return bad === undefined ? null : `a carrier of kind ${String(value.kind)} without "${bad}"`;
}

function statementFault(value: unknown, id: string, isWhole: boolean): string | null {
  if (!isObject(value) || value.id !== id || !isText(value.says))
    return `no statement "${id}" where it belongs`;
  if (!Array.isArray(value.carriedBy) || (isWhole && value.carriedBy.length === 0))
    return `statement ${id}, which nothing carries`;
  return value.carriedBy.map(carrierFault).find((fault) => fault !== null) ?? null;
}

function sectionFault(value: unknown, isWhole: boolean): string | null {
  if (!isObject(value) || !ARTICLE_SECTIONS.includes(value.section as ArticleSection))
    return 'a section that no article has';
  const name = String(value.section);
  if (!Array.isArray(value.statements) || value.statements.length === 0)
    return `section ${name} without statements`;
  return (
    value.statements
      .map((statement, index) => statementFault(statement, `${name}-${index + 1}`, isWhole))
      .find((fault) => fault !== null) ?? null
  );
}

const isEvent = (value: unknown): boolean =>
  isObject(value) && Number.isInteger(value.id) && (value.source === null || isText(value.source));
const isFile = (value: unknown): boolean => isObject(value) && isText(value.name) && isText(value.version);
const isResolution = (value: unknown): boolean =>
  isObject(value) &&
  RESOLUTIONS.includes(value.kind as ResolutionKind) &&
  (value.fixedIn === null || isText(value.fixedIn));
const areAll = (value: unknown, check: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(check);

function figureFault(value: Fields): string | null {
  if (value.told !== 'whole' && value.told !== 'summary') return 'a wrong "told"';
  if (!SEVERITIES.includes(value.severity as Severity)) return 'an unknown "severity"';
  if (!isResolution(value.resolution)) return 'a wrong "resolution"';
  if (!areAll(value.events, isEvent)) return 'a wrong event';
  return areAll(value.files, isFile) ? null : 'a wrong file';
}

function articleFault(value: Fields): string | null {
  const unnamed = ['id', 'kb', 'title', 'summary', 'category', 'source'].find(
    (field) => !isText(value[field]),
  );
  if (unnamed !== undefined) return `no "${unnamed}"`;
  if (!areTexts(value.appliesTo) || !areTexts(value.keywords)) return 'wrong "appliesTo" or "keywords"';
  if (value.revised !== null && !/^\d{4}-\d{2}-\d{2}$/.test(String(value.revised)))
    return 'a day of revision that is none';
  if (!Array.isArray(value.sections) || value.sections.length === 0) return 'no sections';
  const isWhole = value.told === 'whole';
  return (
    figureFault(value) ??
    value.sections.map((section) => sectionFault(section, isWhole)).find((fault) => fault !== null) ??
    null
  );
}

/** Checks one article of the library. Failure code: kb-article. */
export function parseArticle(value: unknown): Result<Article> {
  if (!isObject(value)) return fail('kb-article', 'An article of the KB library is not an object.');
  const fault = articleFault(value);
  if (fault !== null)
    return fail('kb-article', `The article ${String(value.id)} of the KB library has ${fault}: correct it.`);
  return ok(value as unknown as Article);
}
