import { useConsole } from '../../stores/console-store.ts';
import { useLabs } from '../../stores/labs-store.ts';
import { BrowsePane } from '../browse/browse-pane.tsx';
import { ComparisonPane } from '../comparison/comparison-pane.tsx';
import { ConnectorPane } from '../connector/connector-pane.tsx';
import { LibraryPane } from '../library/library-pane.tsx';
import { FilesPane } from '../migration-files/files-pane.tsx';
import { EventsPane } from './events-pane.tsx';
import { OrganizationPane } from './organization-pane.tsx';
import { OverviewPane } from './overview-pane.tsx';
import { RunsPane } from './runs-pane.tsx';
import { ServerPane } from './server-pane.tsx';
import { StartPane } from './start-pane.tsx';
import { WorkstationsPane } from './workstations-pane.tsx';

/** The result pane of what is selected in the tree. */
export function PaneAt() {
  const { view, lab, at } = useConsole((state) => state.place);
  const open = useLabs((state) => state.labs?.open.find((each) => each.lab === lab));
  if (view === 'compare') return <ComparisonPane />;
  if (view === 'start' || open === undefined) return <StartPane />;
  switch (view) {
    case 'browse':
      return <BrowsePane lab={open.lab} at={at ?? ''} />;
    case 'overview':
      return <OverviewPane key={open.lab} lab={open} />;
    case 'source':
    case 'target':
      return <OrganizationPane key={`${open.lab} ${view}`} lab={open.lab} role={view} />;
    case 'server':
      return <ServerPane key={open.lab} lab={open.lab} />;
    case 'connector':
      return <ConnectorPane key={open.lab} lab={open.lab} />;
    case 'migration-files':
      return <FilesPane key={open.lab} lab={open.lab} />;
    case 'workstations':
      return <WorkstationsPane key={`${open.lab} ${at}`} lab={open.lab} user={at} />;
    case 'runs':
      return <RunsPane key={`${open.lab} ${at}`} lab={open.lab} tab={at} />;
    case 'events':
      return <EventsPane key={open.lab} lab={open.lab} />;
    case 'library':
      return <LibraryPane key={open.lab} lab={open.lab} article={at} />;
  }
}
