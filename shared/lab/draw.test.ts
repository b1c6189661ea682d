import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw } from './draw.ts';

describe('draws', () => {
  it('are the same for the same key, in any order of asking', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.string(), fc.string(), fc.nat(), (seed, purpose, mailbox, ordinal) => {
        const first = draw(seed, purpose, mailbox, ordinal).bytes(16);
        draw(seed + 1, purpose, mailbox, ordinal).u32();
        expect(draw(seed, purpose, mailbox, ordinal).bytes(16)).toEqual(first);
      }),
    );
  });

  it('differ in every part of the key', () => {
    const seen = new Set<string>();
    for (const seed of [0, 1, 2 ** 32, 2 ** 40])
      for (const purpose of ['a', 'b'])
        for (const mailbox of ['', 'x'])
          for (const ordinal of [0, 1, 2 ** 33]) {
            seen.add(draw(seed, purpose, mailbox, ordinal).bytes(16).join());
          }
    expect(seen.size).toBe(4 * 2 * 2 * 3);
  });

  it('spread evenly enough that a hundred thousand 16-byte keys do not meet', () => {
    const seen = new Set<string>();
    for (let ordinal = 0; ordinal < 100_000; ordinal += 1)
      seen.add(Buffer.from(draw(7, 'search-key', 'box', ordinal).bytes(16)).toString('hex'));
    expect(seen.size).toBe(100_000);
  });

  it('stay inside their bounds', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 1000 }), (ordinal, bound) => {
        const value = draw(1, 'bound', '', ordinal).below(bound);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(bound);
      }),
    );
  });
});

it('no two of a great many mailboxes draw the same identifiers', () => {
  // With 32 bits of a mailbox's name in the key, 200,000 of them would share about five.
  const mailboxes = 200_000;
  for (const seed of [1, 2 ** 40 + 7]) {
    const guids = new Set<string>();
    for (let at = 0; at < mailboxes; at += 1) {
      const guid = draw(
        seed,
        'store-guid',
        `${(Math.imul(at, 0x9e3779b1) >>> 0).toString(36)}.${at % 97}`,
      ).bytes(16);
      guids.add(String.fromCharCode(...guid));
    }
    expect(guids.size).toBe(mailboxes);
  }
});
