import { useEffect, useRef } from 'react';
import { text } from '../../shared/text/text.ts';
import { on } from '../bridge.ts';
import { useAccessKeys } from '../kit/access-key/access-keys.ts';
import { Boundary } from '../kit/boundary.tsx';
import { ViewState } from '../kit/view-state.tsx';
import { listenToTwins } from '../stores/comparison-store.ts';
import { goTo, useConsole } from '../stores/console-store.ts';
import { listenToLabs, useLabs } from '../stores/labs-store.ts';
import { listenToPreferences } from '../stores/preferences-store.ts';
import { Dialogs } from './dialogs/dialogs.tsx';
import { LabTree } from './lab-tree.tsx';
import { PaneAt } from './panes/pane-at.tsx';
import { PresenterBar } from './presenter/presenter-bar.tsx';
import { StatusBar } from './status-bar.tsx';
import { Toolbar } from './toolbar.tsx';
import { TourPanel } from './tour/tour-panel.tsx';
import { useTourKey } from './tour/use-tour-key.ts';
import { UnderneathPane } from './underneath/underneath-pane.tsx';
import './console-app.css';

/** The main window: toolbar, tree, result pane, status bar. */
export function ConsoleApp() {
  useAccessKeys();
  useEffect(() => listenToLabs(), []);
  useEffect(() => listenToPreferences(), []);
  useEffect(() => listenToTwins(), []);
  useEffect(() => on('lab-handed-over', ({ lab }) => goTo({ view: 'overview', lab })), []);
  useFollowLabs();
  useTourKey();
  return (
    <Boundary failed={(message) => <ViewState kind="failed" text={text('window.bug', { message })} />}>
      <div className="console keyboard-scope">
        <Toolbar />
        <PresenterBar />
        <div className="console-panes">
          <nav className="console-tree" aria-label={text('console.tree')}>
            <LabTree />
          </nav>
          <main className="console-result">
            <PaneAt />
          </main>
          <TourPanel />
        </div>
        <UnderneathPane />
        <StatusBar />
      </div>
      <Dialogs />
    </Boundary>
  );
}

/** Goes to a lab that has just been opened, and away from one that was closed. */
function useFollowLabs(): void {
  const open = useLabs((state) => state.labs?.open);
  const place = useConsole((state) => state.place);
  const caption = open?.find((lab) => lab.lab === place.lab)?.name;
  useEffect(() => {
    document.title =
      caption === undefined ? text('console.caption') : text('console.caption-lab', { name: caption });
  }, [caption]);
  const before = useRef<readonly string[]>([]);
  useEffect(() => {
    if (open === undefined) return;
    const known = before.current;
    before.current = open.map((lab) => lab.lab);
    // A lab that is not in the list yet has just been opened, and the news of it is on its way.
    const isAwaited = place.lab !== null && !known.includes(place.lab);
    if (isAwaited || open.some((lab) => lab.lab === place.lab)) return;
    const newest = open.at(-1);
    if (newest !== undefined) goTo({ view: 'overview', lab: newest.lab });
    else if (place.lab !== null || place.view !== 'start') goTo({ view: 'start', lab: null });
  }, [open, place]);
}
