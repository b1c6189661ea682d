import type { TourPlace } from '../../../shared/tour/steps.ts';
import { goTo, showDialog } from '../../stores/console-store.ts';
import { startWizard } from '../actions.ts';

/** Opens the view, window or dialog that a step talks about. */
export function goToPlace(place: TourPlace, lab: string): void {
  switch (place.kind) {
    case 'view':
      goTo({ view: place.view, lab, ...(place.at === undefined ? {} : { at: place.at }) });
      break;
    case 'wizard':
      void startWizard(lab, place.mode);
      break;
    case 'dialog':
      showDialog(place.dialog === 'new-lab' ? { kind: 'new-lab' } : { kind: place.dialog, lab });
  }
}
