const PAUSE_MS = 1000;

/** What has been typed into a list so far. */
export interface Typed {
  readonly text: string;
  /** Milliseconds of the last key, from the event. */
  readonly at: number;
}

export const NOTHING_TYPED: Typed = { text: '', at: 0 };

/** Adds a key; after a second of silence a new search begins. */
export function typeKey(typed: Typed, key: string, at: number): Typed {
  const goesOn = typed.text !== '' && at - typed.at <= PAUSE_MS;
  return { text: (goesOn ? typed.text : '') + key.toLowerCase(), at };
}

/**
 * The row that begins with what was typed, searched from the current one on and round the end; one letter typed again
 * goes to the next row with it. -1 when there is none.
 */
export function findTyped(
  count: number,
  textAt: (index: number) => string,
  typed: string,
  current: number,
): number {
  const same = typed.length > 1 && [...typed].every((letter) => letter === typed[0]);
  const sought = same ? (typed[0] ?? '') : typed;
  const start = sought.length === 1 ? current + 1 : Math.max(0, current);
  for (let step = 0; step < count; step += 1) {
    const index = (start + step) % count;
    if (textAt(index).toLowerCase().startsWith(sought)) return index;
  }
  return -1;
}
