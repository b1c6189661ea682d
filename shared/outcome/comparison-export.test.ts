import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documented, modelled } from '../evidence.ts';
import { csvCell, csvHead, csvLine, csvRow } from './comparison-csv.ts';
import { htmlEnd, htmlHead, htmlLoss, htmlLossesHead, htmlRow } from './comparison-html.ts';
import { escapeHtml } from './comparison-html-parts.ts';
import type { ComparisonRow, ComparisonSide, Loss } from './comparison-row.ts';
import { addRows, NO_TOTALS } from './comparison-totals.ts';

/** A reader of RFC 4180 that shares nothing with the writer. */
function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      record.push(cell);
      cell = '';
    } else if (character === '\r' && text.charAt(at + 1) === '\n') {
      records.push([...record, cell]);
      record = [];
      cell = '';
      at += 1;
    } else cell += character;
  }
  return records;
}

const NASTY = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='x",
  '&amp;',
  '=1+1',
  '\u0000',
];

function side(change: Partial<ComparisonSide> = {}): ComparisonSide {
  return {
    requestedMode: 'clone',
    effectiveMode: 'clone',
    state: 'completed',
    why: [{ rule: 'clone-mode', ...documented('KB919235') }],
    ost: { fate: 'KEEP', rule: 'ost-kept', ...documented('KB919235') },
    lostItems: 0,
    rules: { XLATE: 2 },
    references: { KEEP: 3, DANGLE: 1 },
    permissions: {},
    traffic: { refill: 0, down: 10, up: 20, addressBook: 30, how: 'recorded' },
    trafficProblem: null,
    ...change,
  };
}

function row(text: string): ComparisonRow {
  const why = [{ rule: text, ...modelled(text, text) }];
  return {
    alias: text,
    name: text,
    a: side({ why, state: text, trafficProblem: text, traffic: null }),
    b: null,
  };
}

function loss(text: string): Loss {
  const name = { alias: text, name: text, rule: text, rescue: text };
  return { side: 'a', kind: 'item', fate: 'LOST', ...name, ...modelled(text, text) };
}

function report(text: string): string {
  const lab = { title: text, seed: 1, run: 1, mode: 'clone' as const, state: text, fixes: [text] };
  const totals = addRows(NO_TOTALS, [row(text)]);
  const labs = { a: text, b: text };
  return [
    htmlHead({ a: lab, b: lab, totals, linkKbit: 2000 }),
    htmlRow(row(text), labs),
    htmlLossesHead(true),
    htmlLoss(loss(text), labs),
    htmlEnd(),
  ].join('');
}

/** The tags of a page with their attributes' names, in order. */
function skeleton(html: string): string[] {
  return [...html.matchAll(/<\/?([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
    (tag) => `${tag[1]} ${[...(tag[2] ?? '').matchAll(/([a-z-]+)=/gi)].map((name) => name[1]).join(' ')}`,
  );
}

describe('the HTML report', () => {
  it.each(NASTY)('shows %j as text and as nothing else', (text) => {
    expect(skeleton(report(text))).toEqual(skeleton(report('plain')));
    expect(report(text)).not.toMatch(/<script|<img/);
  });

  it('keeps its shape whatever anything is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const html = report(text);
        expect(skeleton(html)).toEqual(skeleton(report('plain')));
        // biome-ignore lint/suspicious/noControlCharactersInRegex: it is their absence that is tested
        expect(html).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
      }),
    );
  });

  it('needs nothing from elsewhere and runs nothing', () => {
    const html = report('plain');
    expect(html).not.toMatch(/<script|src=|href=|url\(|@import|https?:/i);
    expect(html).toContain("default-src 'none'");
  });

  it('escapes the five characters of markup', () => {
    expect(escapeHtml(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;');
  });
});

describe('the CSV table', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['=SUM(A1)', "'=SUM(A1)"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@cmd', "'@cmd"],
    ['\t=1', "'\t=1"],
    ['=1,"2"', `"'=1,""2"""`],
    [-5, '-5'],
    [null, ''],
  ])('writes %j as %j', (value, written) => {
    expect(csvCell(value)).toBe(written);
  });

  it('is read back as it was, but for the apostrophe before what would be a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
        const [read = []] = readCsv(csvLine(cells));
        expect(read.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual(
          cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')),
        );
        for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it.each(NASTY)('has as many cells in every line as in its head, with %j in them', (text) => {
    const records = readCsv(csvHead() + csvRow(row(text), { a: text, b: text }, 2000));
    expect(records).toHaveLength(2);
    expect(records[1]).toHaveLength(records[0]?.length ?? 0);
  });
});
