import type { ReactNode } from 'react';
import type { CellTone } from './cell-columns.ts';

const SHAPES: Readonly<Partial<Record<CellTone, ReactNode>>> = {
  same: <path d="M1 4.6 3.6 7.2 8.2 1.8" fill="none" strokeWidth="1.8" />,
  different: <path d="M1.2 3.2h6.6M1.2 6h6.6M6.8.6 2.2 8.6" fill="none" strokeWidth="1.3" />,
  bad: <path d="M1.4 1.4l6.2 6.2M7.6 1.4 1.4 7.6" fill="none" strokeWidth="1.7" />,
  changed: <path d="M4.5.9 8.4 8.1H.6zM4.5 3.4v2.2M4.5 6.4v.9" fill="none" strokeWidth="1.1" />,
};

/** The picture of a tone, so that it is told by its shape too. Decoration: the words beside it say the same. */
export function CellMark({ tone }: { readonly tone: CellTone }) {
  const shape = SHAPES[tone];
  if (shape === undefined) return null;
  return (
    <svg
      className="cell-mark"
      viewBox="0 0 9 9"
      width="9"
      height="9"
      aria-hidden="true"
      stroke="currentColor"
    >
      {shape}
    </svg>
  );
}
