import { useEffect } from 'react';
import { TOUR_SCENARIO } from '../../../shared/tour/facts.ts';
import { text } from '../../../shared/text/text.ts';
import { tourStepAt } from '../../../shared/tour/steps.ts';
import { useConsole } from '../../stores/console-store.ts';
import { useLabs } from '../../stores/labs-store.ts';
import { usePreferences } from '../../stores/preferences-store.ts';
import { followTour } from '../../stores/tour-store.ts';
import { useShown } from '../panes/use-lab.ts';
import { TourFrame } from './tour-frame.tsx';
import { TourStepView } from './tour-step-view.tsx';
import './tour-panel.css';

/** The guided tour, docked beside or below the views, where it stands open. */
export function TourPanel() {
  const preferences = usePreferences();
  if (preferences === null || !preferences.tour) return null;
  return <OpenTour number={preferences.tourStep} dock={preferences.tourDock} />;
}

interface OpenTourProps {
  readonly number: number | null;
  readonly dock: 'bottom' | 'right';
}

function OpenTour({ number, dock }: OpenTourProps) {
  useEffect(() => followTour(), []);
  const { index } = tourStepAt(number);
  const wanted = useConsole((state) => state.place.lab);
  // Between two labs, and while one is being built, the next is on its way.
  const isNone = useLabs(({ labs }) => labs !== null && labs.preparing === null && labs.open.length === 0);
  const lab = useLabs((state) => state.labs?.open.find((open) => open.lab === wanted)?.lab ?? null);
  if (lab !== null) return <TourOf key={lab} lab={lab} index={index} dock={dock} />;
  if (isNone) return <TourFrame index={index} dock={dock} note={text('tour.no-lab')} />;
  return <TourFrame index={index} dock={dock} note={text('console.loading')} isWaiting />;
}

interface TourOfProps {
  readonly lab: string;
  readonly index: number;
  readonly dock: OpenTourProps['dock'];
}

/** The tour over the lab at hand, which may be another one than it is about. */
function TourOf({ lab, index, dock }: TourOfProps) {
  const { asked } = useShown(lab);
  if (asked.status === 'loading')
    return <TourFrame index={index} dock={dock} note={text('console.loading')} isWaiting />;
  if (asked.status === 'failed') return <TourFrame index={index} dock={dock} note={asked.failure.message} />;
  if (asked.value.scenario !== TOUR_SCENARIO)
    return <TourFrame index={index} dock={dock} note={text('tour.other-lab')} />;
  return <TourStepView lab={lab} shown={asked.value} index={index} dock={dock} />;
}
