import { useState } from 'react';
import { formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { useAsk } from '../../stores/use-ask.ts';
import { usePages } from '../../stores/use-pages.ts';
import { PagedView } from '../browse/paged-view.tsx';
import { Pane } from '../parts/pane.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { poMessageColumns } from './message-rows.tsx';
import { PoMessageView } from './message-view.tsx';
import { useOffset } from './use-offset.ts';
import '../browse/browse.css';

interface PoFolderPaneProps {
  readonly lab: string;
  readonly id: number;
}

/** The messages of a folder or a bulletin board of a post office, and below them the one that is selected. */
export function PoFolderPane({ lab, id }: PoFolderPaneProps) {
  const revision = useRevision(lab);
  const { asked } = useAsk('lab:po-folder', { lab, folder: id }, revision);
  const pages = usePages('lab:po-messages', { lab, folder: id }, revision);
  const offset = useOffset(lab);
  const [index, setIndex] = useState<number | null>(null);
  const row = index === null ? undefined : pages.seen.rowAt(index);
  const folder = asked.status === 'ready' ? asked.value : null;
  const { total } = pages.seen;
  return (
    <Pane
      title={folder?.name ?? text('browse.folder.title')}
      {...(folder === null || total === null
        ? {}
        : {
            subtitle: text('po.folder.subtitle', {
              owner: folder.user ?? text('po.boards'),
              office: folder.postOffice,
              count: formatCount(total),
            }),
          })}
    >
      <div className="browse-split">
        <div>
          <PagedView
            label={text('browse.folder.messages')}
            pages={pages}
            columns={poMessageColumns(offset)}
            selectedIndex={index}
            onSelect={setIndex}
            empty={text('po.folder.empty')}
          />
        </div>
        <div>
          {row === undefined ? (
            <p className="pane-note">{text('po.folder.select')}</p>
          ) : (
            <PoMessageView key={row.id} lab={lab} message={row.id} offset={offset} />
          )}
        </div>
      </div>
    </Pane>
  );
}
