import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.ts';
import { titleKeyOf } from '../../../shared/wizard/pages.ts';
import type { PageId } from '../../../shared/wizard/model.ts';
import { useWizard } from '../../stores/wizard-hooks.ts';
import { InteriorPage } from '../../kit/sheet/interior-page.tsx';
import { HeaderArt } from '../art/header-art.tsx';

interface InteriorProps {
  readonly page: Exclude<PageId, 'welcome' | 'completing'>;
  /** In place of the page's own. */
  readonly subtitle?: string;
  readonly children: ReactNode;
}

/** An interior page with the wizard's own title, subtitle and art. */
export function Interior({ page, subtitle, children }: InteriorProps) {
  const title = useWizard((state) => titleKeyOf(page, state.answers));
  return (
    <InteriorPage
      title={text(title)}
      subtitle={subtitle ?? text(`wizard.${page}.subtitle`)}
      headerArt={<HeaderArt />}
    >
      {children}
    </InteriorPage>
  );
}
