import type { Evidence } from '../evidence.ts';
import { sourceLabel } from '../text/source-label.ts';
import { text } from '../text/text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML that shows exactly it, also inside attribute values in quotation marks. Control characters are shown as U+FFFD. */
export function escapeHtml(value: string): string {
  return (
    value
      // biome-ignore lint/suspicious/noControlCharactersInRegex: HTML forbids these characters, and names of mail may hold them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd')
      .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
  );
}

/** A row of cells, each escaped here; the first one heads the row. */
export function tableRow(cells: readonly string[], numbers: ReadonlySet<number> = new Set()): string {
  const shown = cells.map((cell, at) => {
    if (at === 0) return `<th scope="row">${escapeHtml(cell)}</th>`;
    return `<td${numbers.has(at) ? ' class="n"' : ''}>${escapeHtml(cell)}</td>`;
  });
  return `<tr>${shown.join('')}</tr>\n`;
}

export function tableHead(cells: readonly string[]): string {
  return `<thead><tr>${cells.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr></thead>\n`;
}

/** A claim's evidence in one line, escaped: the kind, the reason, the source. */
export function groundsHtml({ evidence, source, reason }: Evidence): string {
  const parts = [
    text(`evidence.${evidence}`),
    ...(reason === null ? [] : [reason]),
    ...(source === null ? [] : [sourceLabel(source)]),
  ];
  const mark = evidence === 'documented' ? 'd' : evidence === 'modelled' ? 'm' : 'u';
  const [kind = '', ...rest] = parts.map(escapeHtml);
  return `<small><b class="${mark}">${kind}</b>${rest.map((part) => ` ${part}`).join('.')}</small>`;
}

/** Looks of the report: no font or picture from elsewhere, readable on paper too. */
export const STYLE = `
body{font:14px/1.45 Tahoma,"Segoe UI","DejaVu Sans",sans-serif;color:#111;background:#fff;margin:24px auto;max-width:1200px;padding:0 16px}
h1{font-size:22px}h2{font-size:17px;margin-top:28px;border-bottom:1px solid #999}
table{border-collapse:collapse;width:100%;margin:8px 0}th,td{border:1px solid #bbb;padding:4px 7px;text-align:left;vertical-align:top}
thead th{background:#ece9d8;position:sticky;top:0}th[scope=row]{font-weight:600}td.n{text-align:right;white-space:nowrap}
small{color:#444}b.d{color:#0b5c0b}b.m{color:#6b4200}b.u{color:#444}.bad{color:#8f0000}p.note{color:#444}
svg{width:100%;max-width:900px;height:auto}svg text{font:12px Tahoma,"DejaVu Sans",sans-serif}
@media print{thead th{position:static}}
`;
