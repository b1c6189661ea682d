import { text } from '../../../shared/text/text.ts';
import { TOUR_STEPS } from '../../../shared/tour/steps.ts';
import { say } from '../../stores/console-store.ts';
import { preferencesStore, setPreferences } from '../../stores/preferences-store.ts';
import { forgetTour, wantTourFocus } from '../../stores/tour-store.ts';

/** The toolbar's button, which opens the tour and gets the focus when the tour is left. */
export const TOUR_TOOL_ID = 'tour-tool';
export const TOUR_PANEL_ID = 'tour-panel';
/** The button that leads on, where the tour has one. */
export const TOUR_NEXT_ID = 'tour-next';

/** Opens the tour where it was left, and takes the focus there. */
export async function openTour(): Promise<void> {
  wantTourFocus(true);
  if (preferencesStore.getState().preferences?.tour === false) await setPreferences({ tour: true });
}

export function goToStep(index: number): void {
  void setPreferences({ tourStep: index });
}

/** Leaves the tour; it goes on where it was. */
export function leaveTour(index: number): void {
  say(text('tour.left', { number: index + 1, count: TOUR_STEPS.length }));
  close({ tour: false, tourStep: index });
}

/** After the last step: the next time the tour begins at its beginning. */
export function finishTour(): void {
  say(text('tour.finished'));
  close({ tour: false, tourStep: null });
  forgetTour();
}

function close(left: { readonly tour: false; readonly tourStep: number | null }): void {
  void setPreferences(left).then(() => document.getElementById(TOUR_TOOL_ID)?.focus());
}
