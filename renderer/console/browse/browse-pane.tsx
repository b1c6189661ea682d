import { text } from '../../../shared/text/text.ts';
import { ViewState } from '../../kit/view-state.tsx';
import { parsePlace } from '../../stores/browse-place.ts';
import { parseForeign } from '../../stores/foreign-place.ts';
import { ForeignPane } from '../post-office/foreign-pane.tsx';
import { DirectoryPane } from './directory-pane.tsx';
import { FolderPane } from './folder-pane.tsx';
import { MailboxPane } from './mailbox-pane.tsx';
import { BrowsedServerPane } from './server-pane.tsx';
import { StorePane } from './store-pane.tsx';

interface BrowsePaneProps {
  readonly lab: string;
  readonly at: string;
}

/** The result pane of a place inside an organization. */
export function BrowsePane({ lab, at }: BrowsePaneProps) {
  const foreign = parseForeign(at);
  const place = parsePlace(at);
  const key = `${lab} ${at}`;
  if (foreign !== null) return <ForeignPane key={key} lab={lab} place={foreign} />;
  switch (place?.kind) {
    case 'directory':
      return <DirectoryPane key={key} lab={lab} org={place.org} />;
    case 'server':
      return <BrowsedServerPane key={key} lab={lab} id={place.id} />;
    case 'store':
      return <StorePane key={key} lab={lab} id={place.id} />;
    case 'mailbox':
      return <MailboxPane key={key} lab={lab} id={place.id} />;
    case 'folder':
      return <FolderPane key={key} lab={lab} mailbox={place.id} folder={place.folder} />;
    default:
      return <ViewState kind="empty" text={text('browse.nowhere')} />;
  }
}
