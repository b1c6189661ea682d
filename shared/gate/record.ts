import { fail, ok, type Result } from '../result.ts';

/** Facts about the chosen mailboxes that rules of the library test; each is a list of findings, empty when all is well. */
export const FINDINGS = [
  'filters-asked-for',
  'initialized-targets',
  'unreachable-accounts',
  'unsynchronized-items',
  'mail-before-stage-2',
  'missing-target',
  'same-organization',
  // Of cc:Mail post offices, their data and the programs that read them.
  'thirty-two-bit-executables',
  'thirty-two-bit-steps',
  'attmail-headers',
  'custom-recipients-without-mail',
  'wrong-executables',
  'old-export',
  'os2-executables',
  'pre-expired-passwords',
  'long-file-path',
  'unsupported-database',
  'post-office-name',
  'post-office-name-illegal',
  'invalid-dates',
  'zero-size',
  'connector-running',
  'post-office-in-use',
  'damaged-post-office',
  'connector-sixteen-bit',
] as const;
export type FindingName = (typeof FINDINGS)[number];

/** What has to be installed: the product level, and in `files` the version that each must at least have. */
export interface InstalledTest {
  readonly kind: 'installed';
  readonly product: string;
  readonly level: string;
  readonly files: readonly { readonly path: string; readonly version: string }[];
}

/** A finding that must not be there. `clear`: what is said when it is not. */
export interface FindingTest {
  readonly kind: 'finding';
  readonly finding: FindingName;
  readonly clear: string;
}

/**
 * A finding that does harm as long as the server has a defect, and steps that the article asks for besides its fix. Where
 * nothing is found, nothing of this lab meets the defect. `window`: the article's entry among the defect windows of
 * Mlmig32.dll. `steps`: findings that must be empty once the defect is gone. `clear`: what is said when nothing is found.
 */
export interface DefectTest {
  readonly kind: 'defect';
  readonly finding: FindingName;
  readonly window: string;
  readonly steps: readonly FindingName[];
  readonly clear: string;
}

/** One rule of the KB library, bound to one article. */
export interface KbRecord {
  readonly id: string;
  readonly kb: string;
  readonly title: string;
  readonly appliesTo: readonly string[];
  readonly modes: readonly ('default' | 'clone')[];
  readonly sources: readonly ('EXCHANGE' | 'CCMAIL' | 'FILE')[];
  readonly judged: 'opening' | 'prerequisites';
  readonly effect: 'note' | 'warn' | 'refuse';
  readonly test: InstalledTest | FindingTest | DefectTest;
  /** How sure the article is that it happens: its own word; null: it uses neither. */
  readonly certainty: 'may' | 'will' | null;
  readonly needs: string;
  /** Said instead of a finding in a mode that the rule does not concern. */
  readonly notConcerned: string;
  readonly advice: readonly string[];
  readonly evidence: 'documented' | 'modelled' | 'not documented';
  readonly source: string | null;
  readonly reason: string | null;
}

type Check = (value: unknown) => boolean;
const text: Check = (value) => typeof value === 'string' && value.trim() !== '';
const textOrNull: Check = (value) => value === null || text(value);
const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value);
const listOf =
  (check: Check, least: number): Check =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every(check);
const shape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every((key) => Object.hasOwn(fields, key)) &&
    Object.entries(fields).every(([key, check]) => check((value as Readonly<Record<string, unknown>>)[key]));

const VERSION = /^\d+(\.\d+){1,3}$/;
const installed = shape({
  kind: oneOf(['installed']),
  product: text,
  level: oneOf(['RTM', 'SP1', 'SP2', 'SP3', 'SP4']),
  files: listOf(
    shape({ path: text, version: (value) => typeof value === 'string' && VERSION.test(value) }),
    0,
  ),
});
const finding = shape({ kind: oneOf(['finding']), finding: oneOf(FINDINGS), clear: text });

const defect = shape({
  kind: oneOf(['defect']),
  finding: oneOf(FINDINGS),
  window: (value) => typeof value === 'string' && /^Q\d{6}$/.test(value),
  steps: listOf(oneOf(FINDINGS), 0),
  clear: text,
});

const FIELDS: Readonly<Record<keyof KbRecord, Check>> = {
  id: (value) => typeof value === 'string' && /^[a-z0-9-]+$/.test(value),
  kb: text,
  title: text,
  appliesTo: listOf(text, 1),
  modes: listOf(oneOf(['default', 'clone']), 1),
  sources: listOf(oneOf(['EXCHANGE', 'CCMAIL', 'FILE']), 1),
  judged: oneOf(['opening', 'prerequisites']),
  effect: oneOf(['note', 'warn', 'refuse']),
  test: (value) => installed(value) || finding(value) || defect(value),
  certainty: (value) => value === null || oneOf(['may', 'will'])(value),
  needs: text,
  notConcerned: text,
  advice: listOf(text, 0),
  evidence: oneOf(['documented', 'modelled', 'not documented']),
  source: textOrNull,
  reason: textOrNull,
};

/**
 * Checks one record of the library: every field there and of its kind, none unknown, and evidence as everywhere in the
 * lab (documented names its source, anything else its reason). Failure code: kb-record.
 */
export function parseKbRecord(value: unknown): Result<KbRecord> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail('kb-record', 'A record of the KB library is not an object: write one object per file.');
  const record = value as Readonly<Record<string, unknown>>;
  const name = typeof record.id === 'string' ? record.id : 'without id';
  const unknown = Object.keys(record).find((key) => !Object.hasOwn(FIELDS, key));
  if (unknown !== undefined)
    return fail('kb-record', `KB record ${name} has the unknown field "${unknown}": remove it.`);
  for (const [key, check] of Object.entries(FIELDS))
    if (!check(record[key]))
      return fail('kb-record', `KB record ${name} has a wrong or missing field "${key}": correct it.`);
  const needed = record.evidence === 'documented' ? 'source' : 'reason';
  if (record[needed] === null)
    return fail('kb-record', `KB record ${name} is ${String(record.evidence)} without a ${needed}: add it.`);
  return ok(value as KbRecord);
}
