import type { ReactNode } from 'react';
import './scroll-text.css';

interface ScrollTextProps {
  readonly label: string;
  readonly children: ReactNode;
  /** Height in rows of text; without it, what the surroundings leave. */
  readonly rows?: 4 | 5 | 6;
}

/** A sunken field of text that scrolls, by keyboard too. */
export function ScrollText({ label, children, rows }: ScrollTextProps) {
  return (
    <section
      className="scroll-text selectable"
      data-rows={rows}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
    >
      {children}
    </section>
  );
}
