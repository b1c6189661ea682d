import { text } from '../../../shared/text/text.ts';
import { useAsk } from '../../stores/use-ask.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { Pane } from '../parts/pane.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { FolderRows } from './folder-rows.tsx';

/** The bulletin boards of a post office. */
export function BoardsPane({ lab, office }: { readonly lab: string; readonly office: number }) {
  const asking = useAsk('lab:po-folders', { lab, postOffice: office }, useRevision(lab));
  return (
    <Pane title={text('po.boards')} subtitle={text('po.boards.about')}>
      <AskedView asking={asking}>
        {({ folders }) => (
          <FolderRows lab={lab} label={text('po.boards')} folders={folders} empty={text('po.boards.empty')} />
        )}
      </AskedView>
    </Pane>
  );
}
