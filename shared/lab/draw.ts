/**
 * Deterministic draws. Every draw is keyed by (seed, purpose, mailbox, ordinal) and never taken from a running
 * stream, so that resuming or reordering work changes nothing.
 */
export interface Draw {
  /** An unsigned 32-bit integer. */
  u32(): number;
  /** An integer in [0, bound). */
  below(bound: number): number;
  /** An integer in [low, high]. */
  between(low: number, high: number): number;
  /** True with the given probability (0..1). */
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  bytes(count: number): Uint8Array;
}

function hashText(text: string, start: number): number {
  let hash = start ^ 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * A second hash of a text that shares no structure with the first. A lab has up to 50,000 mailboxes and each draws
 * identifiers: with 32 bits of a name in the key, two of them would draw the same ones in every fourth such lab.
 */
function hashAgain(text: string, start: number): number {
  let hash = start >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0xcc9e2d51);
    hash = Math.imul((hash << 15) | (hash >>> 17), 0x1b873593);
    hash ^= hash >>> 13;
  }
  return hash >>> 0;
}

function mix(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/**
 * @param seed the lab's seed (an integer below 2^53)
 * @param purpose what is drawn, e.g. 'store-guid'
 * @param mailbox a stable name of the mailbox or other owner; '' for the lab itself
 * @param ordinal which one of several draws of the same purpose
 */
export function draw(seed: number, purpose: string, mailbox = '', ordinal = 0): Draw {
  const low = seed >>> 0;
  const high = Math.floor(seed / 0x1_0000_0000) >>> 0;
  // sfc32 seeded from four differently mixed words of the key.
  let a = mix(hashText(purpose, low));
  let b = mix(hashText(mailbox, mix(high ^ 0x9e3779b9)));
  let c = mix((ordinal >>> 0) ^ a);
  let d = mix(Math.floor(ordinal / 0x1_0000_0000) ^ hashAgain(mailbox, mix(low ^ 0x5bd1e995)));
  const u32 = (): number => {
    const sum = (a + b + d) >>> 0;
    d = (d + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = ((c << 21) | (c >>> 11)) >>> 0;
    c = (c + sum) >>> 0;
    return sum;
  };
  for (let warm = 0; warm < 12; warm += 1) u32();
  const below = (bound: number): number => Math.floor((u32() / 0x1_0000_0000) * bound);
  return {
    u32,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (probability) => u32() / 0x1_0000_0000 < probability,
    pick: (choices) => {
      const choice = choices[below(choices.length)];
      if (choice === undefined && choices.length === 0) throw new Error('nothing to pick from');
      return choice as (typeof choices)[number];
    },
    bytes: (count) => {
      const bytes = new Uint8Array(count);
      for (let at = 0; at < count; at += 4) {
        const word = u32();
        for (let part = 0; part < 4 && at + part < count; part += 1)
          bytes[at + part] = (word >>> (8 * part)) & 0xff;
      }
      return bytes;
    },
  };
}
