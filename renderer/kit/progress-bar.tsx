import { useState } from 'react';
import './progress-bar.css';

interface ProgressBarProps {
  readonly label: string;
  /** Done and to do, in any one unit. */
  readonly done: number;
  readonly total: number;
  /** Only when everything is over may the bar be full. */
  readonly ended: boolean;
}

/** One determinate bar in blocks. It never goes back, and is full only at the end. */
export function ProgressBar({ label, done, total, ended }: ProgressBarProps) {
  const [highest, setHighest] = useState(0);
  const share = ended ? 1000 : permille(done, total);
  const shown = Math.max(highest, share);
  if (shown > highest) setHighest(shown);
  return <progress className="progress-bar" aria-label={label} max={1000} value={shown} />;
}

/** Thousandths, at most 990: the last block is for the end. */
export function permille(done: number, total: number): number {
  if (total <= 0) return 0;
  return Math.min(990, Math.max(0, Math.floor((done / total) * 1000)));
}
