import { useEffect } from 'react';
import { TOUR_PANEL_ID, openTour } from './tour-moves.ts';

/** F1 goes to the tour, and opens it where it is left; in the tour it goes back to where one was. Dialogs keep their own. */
export function useTourKey(): void {
  useEffect(() => {
    let before: Element | null = null;
    const onKeyDown = (event: KeyboardEvent): void => {
      const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (event.key !== 'F1' || !plain || event.defaultPrevented) return;
      if (document.querySelector('[role=dialog], [role=alertdialog]') !== null) return;
      event.preventDefault();
      const panel = document.getElementById(TOUR_PANEL_ID);
      if (panel?.contains(document.activeElement) === true) {
        if (before instanceof HTMLElement) before.focus();
        return;
      }
      before = document.activeElement;
      void openTour();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
