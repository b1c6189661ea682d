import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.ts';
import type { PageId } from '../../../shared/wizard/model.ts';
import { InteriorPage } from '../../kit/sheet/interior-page.tsx';
import { HeaderArt } from '../art/header-art.tsx';

interface InteriorProps {
  readonly page: Exclude<PageId, 'welcome' | 'completing'>;
  readonly children: ReactNode;
}

/** An interior page with the wizard's own title, subtitle and art. */
export function Interior({ page, children }: InteriorProps) {
  return (
    <InteriorPage
      title={text(`wizard.${page}.title`)}
      subtitle={text(`wizard.${page}.subtitle`)}
      headerArt={<HeaderArt />}
    >
      {children}
    </InteriorPage>
  );
}
