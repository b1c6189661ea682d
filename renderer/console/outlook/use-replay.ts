import { useEffect, useState } from 'react';

/** Milliseconds between two steps that are played. */
const STEP_MS = 650;

export interface Replay {
  /** Steps shown so far. */
  readonly shown: number;
  readonly isPlaying: boolean;
  readonly again: () => void;
}

/** Shows steps one after the other; all at once for people who want no motion. Waits while `isHeld`. */
export function useReplay(count: number, isHeld: boolean): Replay {
  const [shown, setShown] = useState(0);
  const isPlaying = !isHeld && shown < count;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step that is shown starts the wait for the next
  useEffect(() => {
    if (!isPlaying) return;
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      setShown(count);
      return;
    }
    const timer = setTimeout(() => setShown((before) => before + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, count, shown]);
  return { shown, isPlaying, again: () => setShown(0) };
}
