import { text } from '../../../shared/text/text.ts';
import { TabPages } from '../../kit/dialog/tab-pages.tsx';
import { AskedView } from '../parts/asked-view.tsx';
import { Pane } from '../parts/pane.tsx';
import { DiskTab } from '../server/disk-tab.tsx';
import { ServicesTab } from '../server/services-tab.tsx';
import { ServerFiles } from './server-files.tsx';
import { ServerFixes } from './server-fixes.tsx';
import { ServerSettings } from './server-settings.tsx';
import { offsetOf, useShown } from './use-lab.ts';

/** The migration server: what is installed, its files, and the settings of the lab. */
export function ServerPane({ lab }: { readonly lab: string }) {
  const asking = useShown(lab);
  const product = asking.asked.status === 'ready' ? asking.asked.value.server.products[0] : undefined;
  return (
    <Pane
      title={text('console.server.title')}
      {...(product === undefined
        ? {}
        : {
            subtitle: text('console.server.subtitle', {
              product: product.name,
              level: product.level,
              build: product.build,
            }),
          })}
    >
      <AskedView asking={asking}>
        {(shown) => (
          <TabPages
            label={text('console.server.title')}
            tabs={[
              {
                id: 'fixes',
                title: text('console.server.tab.fixes'),
                content: <ServerFixes lab={lab} server={shown.server} />,
              },
              {
                id: 'files',
                title: text('console.server.tab.files'),
                content: <ServerFiles files={shown.server.files} offset={offsetOf(shown)} />,
              },
              { id: 'disk', title: text('disk.tab'), content: <DiskTab lab={lab} /> },
              {
                id: 'services',
                title: text('server.tab.services'),
                content: <ServicesTab lab={lab} />,
              },
              {
                id: 'settings',
                title: text('console.server.tab.settings'),
                content: <ServerSettings lab={lab} settings={shown.settings} />,
              },
            ]}
          />
        )}
      </AskedView>
    </Pane>
  );
}
