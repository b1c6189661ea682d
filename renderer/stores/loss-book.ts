import type { Loss } from '../../shared/outcome/comparison-row.ts';

/** Losses that are held at once; of the others it is known where they are found. */
export const LOSSES_HELD = 20_000;

/**
 * Every loss of a comparison by its number, in the order of the mailboxes. How many each mailbox has is kept for all of
 * them, the losses themselves for those looked at last: there may be millions.
 */
export class LossBook {
  /** Sums over ranges of mailboxes (a Fenwick tree), so that a number finds its mailbox in a few steps. */
  readonly #sums: Float64Array;
  readonly #counts: Int32Array;
  readonly #held = new Map<number, readonly Loss[]>();
  #heldCount = 0;
  #total = 0;

  constructor(mailboxes: number) {
    this.#sums = new Float64Array(mailboxes + 1);
    this.#counts = new Int32Array(mailboxes).fill(-1);
  }

  get total(): number {
    return this.#total;
  }

  /** Notes what a mailbox lost; what was looked at longest ago is let go. */
  take(mailbox: number, losses: readonly Loss[]): void {
    if (this.#counts[mailbox] === -1) {
      this.#counts[mailbox] = losses.length;
      this.#total += losses.length;
      for (let at = mailbox + 1; at < this.#sums.length; at += at & -at)
        this.#sums[at] = (this.#sums[at] ?? 0) + losses.length;
    }
    this.#drop(mailbox);
    this.#held.set(mailbox, losses);
    this.#heldCount += losses.length;
    for (const oldest of this.#held.keys()) {
      if (this.#heldCount <= LOSSES_HELD || oldest === mailbox) break;
      this.#drop(oldest);
    }
  }

  /** A loss by its number; undefined while it is not held. */
  at(number: number): Loss | undefined {
    const place = this.#placeOf(number);
    if (place === null) return undefined;
    const losses = this.#held.get(place.mailbox);
    if (losses === undefined) return undefined;
    // Looked at last, so that it is the last to be let go.
    this.#held.delete(place.mailbox);
    this.#held.set(place.mailbox, losses);
    return losses[place.offset];
  }

  /** The first mailbox whose losses among these numbers are not held; null when all are. */
  missing(first: number, end: number): number | null {
    for (let number = Math.max(0, first); number < Math.min(end, this.#total); ) {
      const place = this.#placeOf(number);
      if (place === null) return null;
      if (!this.#held.has(place.mailbox)) return place.mailbox;
      number += (this.#counts[place.mailbox] ?? 0) - place.offset;
    }
    return null;
  }

  #drop(mailbox: number): void {
    this.#heldCount -= this.#held.get(mailbox)?.length ?? 0;
    this.#held.delete(mailbox);
  }

  #placeOf(number: number): { readonly mailbox: number; readonly offset: number } | null {
    if (number < 0 || number >= this.#total) return null;
    let mailbox = 0;
    let left = number;
    for (let step = 2 ** Math.floor(Math.log2(this.#sums.length)); step >= 1; step /= 2) {
      const sum = this.#sums[mailbox + step];
      if (sum === undefined || sum > left) continue;
      mailbox += step;
      left -= sum;
    }
    return { mailbox, offset: left };
  }
}
