/** How many letters have to be changed, put in or left out to come from one word to the other, in any case. */
export function distance(a: string, b: string): number {
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const kept = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

/** The known word that was probably meant: at most a third of its letters off; null: none is near. */
export function nearest(written: string, known: readonly string[]): string | null {
  let best: { word: string; off: number } | null = null;
  for (const word of known) {
    const off = distance(written, word);
    if (off <= Math.max(1, Math.floor(word.length / 3)) && (best === null || off < best.off))
      best = { word, off };
  }
  return best?.word ?? null;
}
