import { draw } from '../../../shared/lab/draw.ts';
import { storeContent } from '../mailbox/content.ts';
import type { Lab } from '../store/lab.ts';

/** One body of the pool, and how much it weighs. */
export interface PooledContent {
  readonly contentId: number;
  readonly bytes: number;
}

/** Bodies that generated messages share: a lab of a million items still holds each of them once. */
export interface ContentPool {
  readonly plain: readonly PooledContent[];
  /** With attachments of a few kilobytes. */
  readonly attached: readonly PooledContent[];
  /** With attachments of a quarter of a megabyte, for large mailboxes. */
  readonly heavy: readonly PooledContent[];
}

const SENTENCES = [
  'The looms in hall two run again since Tuesday.',
  'Please look through the figures before our meeting.',
  'The delivery for the harbour warehouse is two pallets short.',
  'I have moved the review to the small room on the first floor.',
  'Their offer is below ours, but without carriage.',
  'The kiln has to cool for three days before anybody goes in.',
  'Could you tell me by noon whether the samples have arrived?',
  'The new price list holds from the first of next month.',
  'Nobody has claimed the umbrella from reception yet.',
  'We need two more people for the night shift in the orchard.',
  'The works council has agreed to the new shift plan.',
  'I enclose what we have so far; the last page is still missing.',
  'The auditors want to see the delivery notes of the second quarter.',
  'Travel costs are refunded after the tenth of the month.',
  'The turbine is being serviced, so expect a short cut in power.',
] as const;

const PLAIN = 48;
const ATTACHED = 12;
const HEAVY = 4;

function bodyAt(seed: number, ordinal: number): string {
  const draws = draw(seed, 'body', '', ordinal);
  const paragraphs = Array.from({ length: draws.between(1, 6) }, () =>
    Array.from({ length: draws.between(1, 4) }, () => draws.pick(SENTENCES)).join(' '),
  );
  return `${paragraphs.join('\r\n\r\n')}\r\n`;
}

/** Stores the pool's bodies; every draw keyed by the body's own number. */
export function layContentPool(lab: Lab, seed: number): ContentPool {
  const make = (from: number, count: number, low: number, high: number): PooledContent[] =>
    Array.from({ length: count }, (_, index) => {
      const ordinal = from + index;
      const body = bodyAt(seed, ordinal);
      const draws = draw(seed, 'attachment', '', ordinal);
      const attachments =
        high === 0
          ? []
          : [
              {
                name: `${draws.pick(['figures', 'plan', 'list', 'minutes'])}-${ordinal}.xls`,
                mime: 'application/vnd.ms-excel',
                data: draws.bytes(draws.between(low, high)),
              },
            ];
      const html = draws.chance(0.3) ? `<html><body><p>${body.trim()}</p></body></html>` : null;
      return storeContent(lab, { headers: 'MIME-Version: 1.0\r\n', body, html, attachments });
    });
  return {
    plain: make(0, PLAIN, 0, 0),
    attached: make(PLAIN, ATTACHED, 900, 6_000),
    heavy: make(PLAIN + ATTACHED, HEAVY, 200_000, 300_000),
  };
}
