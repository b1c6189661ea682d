import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { text } from '../../../shared/text/text.ts';
import { TabPages } from '../../kit/dialog/tab-pages.tsx';
import type { Asking } from '../../stores/use-ask.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { Identifiers } from './identifiers.tsx';
import './browse.css';

/** A folder's identifiers, for as long as no message is selected. */
export function FolderDetails({ asking }: { readonly asking: Asking<CommandOutput<'lab:folder'>> }) {
  return (
    <AskedView asking={asking}>
      {(folder) => (
        <TabPages
          label={folder.name}
          tabs={[
            {
              id: 'ids',
              title: text('browse.folder.ids'),
              content: <Identifiers label={text('browse.folder.ids')} items={folder.identifiers} />,
            },
          ]}
        />
      )}
    </AskedView>
  );
}
