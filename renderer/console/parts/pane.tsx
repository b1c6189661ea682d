import type { ReactNode } from 'react';
import './pane.css';

interface PaneProps {
  readonly title: string;
  readonly subtitle?: string;
  readonly children: ReactNode;
}

/** A result pane: its title, and what it shows. */
export function Pane({ title, subtitle, children }: PaneProps) {
  return (
    <section className="pane" aria-label={title}>
      <header className="pane-header">
        <h1>{title}</h1>
        {subtitle !== undefined && <p>{subtitle}</p>}
      </header>
      <div className="pane-body">{children}</div>
    </section>
  );
}
