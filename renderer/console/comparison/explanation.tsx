import type { ReactNode, RefObject } from 'react';
import { text } from '../../../shared/text/text.ts';

interface ExplanationProps {
  readonly paneRef: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** The pane below a table that says why a cell is as it is, and what that rests on. */
export function Explanation({ paneRef, children }: ExplanationProps) {
  return (
    <section
      ref={paneRef}
      className="explanation selectable"
      aria-label={text('comparison.explain')}
      aria-live="polite"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: Enter on a cell leads here, and what scrolls must be reached by keyboard
      tabIndex={0}
    >
      {children}
    </section>
  );
}
