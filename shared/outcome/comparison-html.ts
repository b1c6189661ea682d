import type { Evidence } from '../evidence.ts';
import { ruleText } from '../text/evidence-text.ts';
import { formatBytes, formatCount } from '../text/format.ts';
import { text } from '../text/text.ts';
import { barPieces, mostBytes } from './comparison-bars.ts';
import { escapeHtml, groundsHtml, STYLE, tableHead, tableRow } from './comparison-html-parts.ts';
import {
  type ComparisonRow,
  type ComparisonSide,
  type Loss,
  SIDES,
  type SideName,
} from './comparison-row.ts';
import { allBytes, BYTE_KINDS, type SideTotals, type Totals } from './comparison-totals.ts';
import { TRANSFER_GROUNDS } from './comparison-transfer.ts';
import {
  bytesInWords,
  fatesInWords,
  lossInWords,
  modeInWords,
  ostInWords,
  runInWords,
  timeInWords,
} from './comparison-words.ts';

/** What a report says about each lab. */
export interface ReportLab {
  readonly title: string;
  readonly seed: number;
  readonly run: number;
  readonly mode: 'default' | 'clone';
  readonly state: string;
  readonly fixes: readonly string[];
}

export interface ReportHead {
  readonly a: ReportLab;
  readonly b: ReportLab;
  readonly totals: Totals;
  readonly linkKbit: number;
}

const NUMBERS: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6]);

function labsTable({ a, b, totals }: ReportHead): string {
  const line = (key: 'seed' | 'run' | 'fixes', of: (lab: ReportLab) => string): string =>
    tableRow([text(`comparison.report.${key}`), of(a), of(b)]);
  const sum = (
    key: 'cloned' | 'merged' | 'kept' | 'rebuilt' | 'stranded' | 'broken',
    of: (side: SideTotals) => number,
  ): string =>
    tableRow([text(`comparison.report.${key}`), formatCount(of(totals.a)), formatCount(of(totals.b))]);
  const run = (lab: ReportLab): string => `${lab.run}: ${runInWords(lab)}`;
  return `<table>${tableHead([text('comparison.bytes.lab'), a.title, b.title])}<tbody>
${line('seed', (lab) => String(lab.seed))}${line('run', run)}${line('fixes', ({ fixes }) => (fixes.length === 0 ? text('comparison.report.no-fixes') : fixes.join(', ')))}${sum('cloned', (side) => side.cloned)}${sum('merged', (side) => side.merged)}${sum('kept', (side) => side.ostKept)}${sum('rebuilt', (side) => side.ostRebuilt)}${sum('stranded', (side) => side.lostItems)}${sum('broken', (side) => side.broken)}</tbody></table>
`;
}

const COLOURS = { refill: '#b3261e', down: '#2f62b0', up: '#0b6b0b', addressBook: '#b98a1e' } as const;
const WIDTH = 900;
const LABEL = 8;

/** Two bars as one picture; the table below it says the same in numbers. */
function chart({ a, b, totals, linkKbit }: ReportHead): string {
  const most = mostBytes([totals.a.bytes, totals.b.bytes]);
  const bar = (name: SideName, lab: ReportLab, at: number): string => {
    const total = allBytes(totals[name].bytes);
    const top = 10 + at * 56;
    const pieces = barPieces(totals[name].bytes, most).map(
      ({ kind, bytes, from, width }) =>
        `<rect x="${(LABEL + from * (WIDTH - 16)).toFixed(1)}" y="${top + 18}" width="${Math.max(1, width * (WIDTH - 16)).toFixed(1)}" height="22" fill="${COLOURS[kind]}" stroke="#222" stroke-width="0.6"><title>${escapeHtml(`${text(`comparison.bytes.${kind}`)}: ${formatBytes(bytes)}`)}</title></rect>`,
    );
    const value = text('comparison.bytes.value', {
      bytes: formatBytes(total),
      time: timeInWords(total, linkKbit),
    });
    return `<text x="${LABEL}" y="${top + 12}">${escapeHtml(`${lab.title}: ${value}`)}</text>${pieces.join('')}`;
  };
  const label = text('comparison.bytes.chart', { link: formatCount(linkKbit) });
  const legend = BYTE_KINDS.map(
    (kind, at) =>
      `<rect x="${LABEL + at * 150}" y="126" width="12" height="12" fill="${COLOURS[kind]}" stroke="#222" stroke-width="0.6"/><text x="${LABEL + at * 150 + 18}" y="136">${escapeHtml(text(`comparison.bytes.${kind}`))}</text>`,
  ).join('');
  return `<svg viewBox="0 0 ${WIDTH} 146" role="img" aria-label="${escapeHtml(label)}">${bar('a', a, 0)}${bar('b', b, 1)}${legend}</svg>
`;
}

function bytesTable({ a, b, totals, linkKbit }: ReportHead): string {
  const link = formatCount(linkKbit);
  const line = (title: string, name: SideName): string => {
    const { bytes } = totals[name];
    const total = allBytes(bytes);
    const cells = BYTE_KINDS.map((kind) => formatBytes(bytes[kind]));
    return tableRow([title, ...cells, formatBytes(total), timeInWords(total, linkKbit)], NUMBERS);
  };
  const head = [
    text('comparison.bytes.lab'),
    ...BYTE_KINDS.map((kind) => text(`comparison.bytes.${kind}`)),
    text('comparison.bytes.total'),
    text('comparison.bytes.time', { link }),
  ];
  const grounds = (['bytes', 'addressBook', 'duration'] as const).map(
    (kind) =>
      `<p class="note">${escapeHtml(text(`comparison.bytes.grounds.${kind}`))}: ${groundsHtml(TRANSFER_GROUNDS[kind])}</p>`,
  );
  return `<table>${tableHead(head)}<tbody>${line(a.title, 'a')}${line(b.title, 'b')}</tbody></table>
<p>${escapeHtml(text('comparison.bytes.book-reset'))}</p>${grounds.join('\n')}
`;
}

const FATE_COLUMNS = ['mailbox', 'mode', 'ost', 'rules', 'references', 'permissions', 'bytes'] as const;

/** All up to the rows of the fates. No script, nothing from elsewhere; every name is escaped. */
export function htmlHead(head: ReportHead): string {
  const title = text('comparison.report.title', { a: head.a.title, b: head.b.title });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>
<h1>${escapeHtml(title)}</h1>
<p class="note">${escapeHtml(text('comparison.report.made'))}</p>
<h2>${escapeHtml(text('comparison.report.labs'))}</h2>
${labsTable(head)}<h2>${escapeHtml(text('comparison.report.bytes'))}</h2>
${chart(head)}${bytesTable(head)}<h2>${escapeHtml(text('comparison.report.fates'))}</h2>
<table>${tableHead([
    text('comparison.column.mailbox'),
    text('comparison.bytes.lab'),
    ...FATE_COLUMNS.slice(1).map((column) => text(`comparison.column.${column}`)),
    text('comparison.report.rule'),
  ])}<tbody>
`;
}

function ruleCell(rule: string, evidence: Evidence): string {
  return `<div>${escapeHtml(ruleText(rule))} ${groundsHtml(evidence)}</div>`;
}

function sideRow(first: string, title: string, side: ComparisonSide | null): string {
  if (side === null) {
    return `<tr>${first}<td>${escapeHtml(title)}</td><td colspan="7">${escapeHtml(text('comparison.cell.absent'))}</td></tr>\n`;
  }
  const cells = [
    title,
    modeInWords(side),
    ostInWords(side),
    fatesInWords(side.rules),
    fatesInWords(side.references),
    fatesInWords(side.permissions),
    bytesInWords(side),
  ].map((cell) => `<td>${escapeHtml(cell)}</td>`);
  const rules = [
    ...side.why.map((why) => ruleCell(why.rule, why)),
    ...(side.ost === null ? [] : [ruleCell(side.ost.rule, side.ost)]),
    ...(side.trafficProblem === null ? [] : [`<div>${escapeHtml(side.trafficProblem)}</div>`]),
  ];
  return `<tr>${first}${cells.join('')}<td>${rules.join('')}</td></tr>\n`;
}

/** The two lines of one mailbox. */
export function htmlRow(row: ComparisonRow, labs: Readonly<Record<SideName, string>>): string {
  const first = `<th scope="rowgroup" rowspan="2">${escapeHtml(row.alias)}<br><small>${escapeHtml(row.name)}</small></th>`;
  return SIDES.map((name, at) => sideRow(at === 0 ? first : '', labs[name], row[name])).join('');
}

/** The end of the fates and the beginning of the losses. */
export function htmlLossesHead(some: boolean): string {
  const heading = `</tbody></table>\n<h2>${escapeHtml(text('comparison.report.losses'))}</h2>\n`;
  if (!some) return `${heading}<p>${escapeHtml(text('comparison.losses.empty'))}</p><table hidden><tbody>`;
  const head = [
    text('comparison.column.mailbox'),
    text('comparison.losses.column.lab'),
    text('comparison.losses.column.kind'),
    text('comparison.losses.column.name'),
    text('comparison.losses.column.fate'),
    text('comparison.losses.column.rescue'),
    text('comparison.report.rule'),
  ];
  return `${heading}<table>${tableHead(head)}<tbody>\n`;
}

export function htmlLoss(loss: Loss, labs: Readonly<Record<SideName, string>>): string {
  const cells = [
    labs[loss.side],
    text(`comparison.losses.kind.${loss.kind}`),
    loss.name,
    lossInWords(loss),
    loss.rescue ?? text('comparison.losses.no-rescue'),
  ].map((cell) => `<td>${escapeHtml(cell)}</td>`);
  return `<tr><th scope="row">${escapeHtml(loss.alias)}</th>${cells.join('')}<td>${ruleCell(loss.rule, loss)}</td></tr>\n`;
}

export function htmlEnd(): string {
  return '</tbody></table>\n</main></body></html>\n';
}
