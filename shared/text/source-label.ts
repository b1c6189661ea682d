import { isTextKey, text } from './text.ts';

/*
 * Sources stand in data and in JSON as short tags ('KB919235', 'MS-OXCSTOR 3.2.5.9'); people read what those are called.
 * A source without a tag ('Exchange Server 2003 Deployment Guide') is its own name.
 */

type Labeller = readonly [pattern: RegExp, label: (...groups: readonly string[]) => string];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The first pattern that matches a whole tag names it. */
const LABELS: readonly Labeller[] = [
  // The field's own word for an article, and what one searches for.
  [/^(KB\d+)$/, (number = '') => number],
  [/^(Q\d+)$/, (number = '') => text('source.kb', { number })],
  [/^(?:TN )?((?:aa|bb)\d+)$/, technet],
  [/^EXADM$/, () => text('source.exadm')],
  [/^EXADM (\w+)$/, onlineHelp],
  [/^XMG (\w+(?:, \w+)*)$/, (page = '') => text('source.xmg', { page })],
  [/^Exchange Team Blog, (.+)$/i, (date = '') => text('source.team-blog', { date })],
  [/^EHLO (\d+)-(\d+)-(\d+)$/, blogOf],
  [/^Windows IT Pro (\d+)$/, (number = '') => text('source.windows-it-pro', { number })],
  [/^(MS-OX[A-Z]+)(?: (R\d+(?:-R\d+)?|[\d., ]+))?$/, openSpecification],
];

function technet(page = ''): string {
  const key = `source.technet.${page}`;
  return isTextKey(key) ? text(key) : text('source.technet', { page });
}

function onlineHelp(page = ''): string {
  const key = `source.exadm.${page}`;
  return isTextKey(key) ? text(key) : text('source.exadm.page', { page });
}

function blogOf(year = '', month = '', day = ''): string {
  return text('source.team-blog', { date: `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}` });
}

function openSpecification(id = '', places = ''): string {
  const key = `source.ms.${id}`;
  if (!isTextKey(key)) return places === '' ? id : `${id} ${places}`;
  const name = text(key);
  if (places === '') return text('source.open-specification', { id, name });
  const kind = places.startsWith('R') ? 'requirement' : 'section';
  return text(`source.open-specification.${kind}`, { id, name, places });
}

function labelOf(tag: string): string | null {
  for (const [pattern, label] of LABELS) {
    const match = pattern.exec(tag);
    if (match !== null) return label(...match.slice(1).map((group) => group ?? ''));
  }
  return null;
}

/** What a source is called; several tags in one ('KB842101, aa998096') are named one after the other. */
export function sourceLabel(source: string): string {
  const whole = labelOf(source);
  if (whole !== null) return whole;
  // Names can hold a comma themselves, so it parts tags only where all of the parts are tags.
  const byComma = source.split(/[,;] +/).map(labelOf);
  if (byComma.every((label) => label !== null)) return byComma.join('; ');
  return source
    .split(/; +/)
    .map((part) => labelOf(part) ?? part)
    .join('; ');
}

/** What an article is called where there is room for a word: 'KB919235', 'TechNet aa996178'. */
export function articleLabel(article: string): string {
  if (/^(EHLO|Exchange Team Blog)/i.test(article)) return text('source.team-blog.short');
  const guide = /^XMG (\w+)$/.exec(article)?.[1];
  if (guide !== undefined) return text('source.xmg.short', { page: guide });
  return article.replace(/^(?:TN )?((?:aa|bb)\d+)$/, (_, page: string) => text('source.technet', { page }));
}
