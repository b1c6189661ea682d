import type { ReactNode } from 'react';

interface ExteriorPageProps {
  readonly title: string;
  /** 164 x 314 pixels at 100 %, never stretched. */
  readonly watermark: ReactNode;
  readonly children: ReactNode;
}

/** Welcome and completion: 317 x 193 dialog units, the watermark on the left, the title in 12 point Verdana Bold. */
export function ExteriorPage({ title, watermark, children }: ExteriorPageProps) {
  return (
    <div className="exterior-page">
      <div className="exterior-watermark" aria-hidden="true">
        {watermark}
      </div>
      <main className="exterior-body">
        <h1 className="exterior-title" id="page-title">
          {title}
        </h1>
        {children}
      </main>
    </div>
  );
}
