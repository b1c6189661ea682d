import { ruleText } from '../text/evidence-text.ts';
import type { FateCounts } from './compare.ts';
import type { FateCode } from './fate.ts';
import type { ComparisonRow, ComparisonSide } from './comparison-row.ts';
import { allBytes } from './comparison-totals.ts';
import { transferMs } from './comparison-transfer.ts';

/** What a spreadsheet would run as a formula, or take for the end of a cell, at the beginning of one. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * One cell as RFC 4180 has it: in quotation marks where it holds one, a comma or a line break. Text that a spreadsheet
 * would take for a formula gets an apostrophe before it; numbers stay numbers.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record with its line end (RFC 4180 has CR LF). */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

const CODES: readonly FateCode[] = ['KEEP', 'XLATE', 'REBUILD', 'LOST', 'DANGLE', 'MISPOINT', 'SAFE'];
const THINGS = ['rules', 'references', 'permissions'] as const;

const HEAD = [
  'mailbox',
  'name',
  'lab',
  'requested mode',
  'effective mode',
  'state',
  'deciding rule',
  'evidence',
  'source',
  'reason',
  'ost',
  'ost rule',
  'ost evidence',
  'ost source',
  'ost reason',
  'stranded items',
  ...THINGS.flatMap((thing) => CODES.map((code) => `${thing} ${code}`)),
  'ost refill bytes',
  'delta down bytes',
  'delta up bytes',
  'address book bytes (modelled)',
  'total bytes',
  'seconds at link (modelled)',
  'link kbit/s',
  'traffic problem',
];

function counts(fates: FateCounts): number[] {
  return CODES.map((code) => fates[code] ?? 0);
}

function sideLine(row: ComparisonRow, lab: string, side: ComparisonSide, linkKbit: number): string {
  const [decided] = side.why;
  const { traffic, ost } = side;
  const total = traffic === null ? null : allBytes(traffic);
  return csvLine([
    row.alias,
    row.name,
    lab,
    side.requestedMode,
    side.effectiveMode,
    side.state,
    decided === undefined ? null : ruleText(decided.rule),
    decided?.evidence ?? null,
    decided?.source ?? null,
    decided?.reason ?? null,
    ost?.fate ?? null,
    ost === null ? null : ruleText(ost.rule),
    ost?.evidence ?? null,
    ost?.source ?? null,
    ost?.reason ?? null,
    side.lostItems,
    ...THINGS.flatMap((thing) => counts(side[thing])),
    traffic?.refill ?? null,
    traffic?.down ?? null,
    traffic?.up ?? null,
    traffic?.addressBook ?? null,
    total,
    total === null ? null : Math.ceil(transferMs(total, linkKbit) / 1000),
    linkKbit,
    side.trafficProblem,
  ]);
}

/** The line above all others. */
export function csvHead(): string {
  return csvLine(HEAD);
}

/** The lines of one mailbox: one for each lab whose run concerned it. Codes stay codes, so that one can filter by them. */
export function csvRow(
  row: ComparisonRow,
  labs: { readonly a: string; readonly b: string },
  linkKbit: number,
): string {
  return (['a', 'b'] as const)
    .map((name) => {
      const side = row[name];
      return side === null ? '' : sideLine(row, labs[name], side, linkKbit);
    })
    .join('');
}
