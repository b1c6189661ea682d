import { text } from '../../../shared/text/text.ts';
import { ViewState } from '../../kit/view-state.tsx';
import type { ForeignPlace } from '../../stores/foreign-place.ts';
import { PublicFolderPane } from '../public-folders/public-folder-pane.tsx';
import { PublicFoldersPane } from '../public-folders/public-folders-pane.tsx';
import { BoardsPane } from './boards-pane.tsx';
import { PoFolderPane } from './folder-pane.tsx';
import { PostOfficePane } from './post-office-pane.tsx';
import { PoUserPane } from './user-pane.tsx';

interface ForeignPaneProps {
  readonly lab: string;
  readonly place: ForeignPlace;
}

/** The result pane of a place inside a post office or among the public folders. */
export function ForeignPane({ lab, place }: ForeignPaneProps) {
  switch (place.kind) {
    case 'post-office':
      return <PostOfficePane lab={lab} id={place.id} />;
    case 'boards':
      return <BoardsPane lab={lab} office={place.id} />;
    case 'po-user':
      return <PoUserPane lab={lab} id={place.id} />;
    case 'po-folder':
      return <PoFolderPane lab={lab} id={place.id} />;
    case 'public-folders':
      return <PublicFoldersPane lab={lab} />;
    case 'public-folder':
      return <PublicFolderPane lab={lab} id={place.id} />;
    default:
      return <ViewState kind="empty" text={text('browse.nowhere')} />;
  }
}
