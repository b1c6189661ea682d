import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Loss } from '../../shared/outcome/comparison-row.ts';
import { LOSSES_HELD, LossBook } from './loss-book.ts';

const lossesOf = (mailbox: number, count: number): Loss[] =>
  Array.from({ length: count }, (_, at) => ({
    alias: `m${mailbox}`,
    side: 'a',
    kind: 'item',
    name: `${mailbox}/${at}`,
    fate: 'LOST',
    rule: 'x',
    rescue: null,
    evidence: 'modelled',
    source: null,
    reason: 'a test',
  }));

describe('the losses of a comparison by number', () => {
  it('stand in the order of the mailboxes, in whatever order these are read', () => {
    const counts = fc.array(fc.nat(4), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(counts, fc.func(fc.nat(1000)), (lengths, order) => {
        const book = new LossBook(lengths.length);
        const mailboxes = lengths.map((_, mailbox) => mailbox);
        const taken: number[] = [];
        for (const mailbox of mailboxes.toSorted((a, b) => order(a) - order(b))) {
          book.take(mailbox, lossesOf(mailbox, lengths[mailbox] ?? 0));
          taken.push(mailbox);
          const expected = mailboxes
            .filter((each) => taken.includes(each))
            .flatMap((each) => lossesOf(each, lengths[each] ?? 0).map((loss) => loss.name));
          expect(book.total).toBe(expected.length);
          expect(expected.map((_, number) => book.at(number)?.name)).toEqual(expected);
          expect(book.at(expected.length)).toBeUndefined();
          expect(book.missing(0, expected.length)).toBeNull();
        }
      }),
      { numRuns: 100 },
    );
  });

  it('lets go of what was looked at longest ago, and knows which mailbox to read again', () => {
    const each = LOSSES_HELD / 4;
    const book = new LossBook(8);
    for (let mailbox = 0; mailbox < 8; mailbox += 1) book.take(mailbox, lossesOf(mailbox, each));
    const last = 8 * each - 1;
    expect(book.total).toBe(last + 1);
    expect(book.at(last)?.name).toBe(`7/${each - 1}`);
    expect(book.at(0)).toBeUndefined();
    expect(book.missing(0, 10)).toBe(0);
    expect(book.missing(last - 10, last + 1)).toBeNull();
    expect(book.at(4 * each)?.name).toBe('4/0');
    book.take(0, lossesOf(0, each));
    expect(book.total).toBe(last + 1);
    expect(book.at(5)?.name).toBe('0/5');
    // The fifth was looked at just now, so the sixth went.
    expect(book.missing(4 * each, 6 * each)).toBe(5);
  });

  it('holds a mailbox that alone has more than are held', () => {
    const book = new LossBook(2);
    book.take(0, lossesOf(0, 3));
    book.take(1, lossesOf(1, LOSSES_HELD + 1));
    expect(book.at(LOSSES_HELD + 3)?.name).toBe(`1/${LOSSES_HELD}`);
    expect(book.missing(0, 2)).toBe(0);
  });
});
