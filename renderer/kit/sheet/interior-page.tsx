import type { ReactNode } from 'react';

interface InteriorPageProps {
  readonly title: string;
  readonly subtitle: string;
  /** 49 x 49 pixels at 100 %. */
  readonly headerArt: ReactNode;
  readonly children: ReactNode;
}

/** The pages between: a header band over the full width, 36 dialog units high, and a body of 317 x 143. */
export function InteriorPage({ title, subtitle, headerArt, children }: InteriorPageProps) {
  return (
    <div className="interior-page">
      <header className="interior-header">
        <h1 className="interior-title" id="page-title">
          {title}
        </h1>
        <p className="interior-subtitle">{subtitle}</p>
        <div className="interior-art" aria-hidden="true">
          {headerArt}
        </div>
      </header>
      <main className="interior-body" aria-labelledby="page-title">
        {children}
      </main>
    </div>
  );
}
