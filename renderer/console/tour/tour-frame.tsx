import { type ReactNode, useEffect, useRef } from 'react';
import { text } from '../../../shared/text/text.ts';
import { TOUR_STEPS, tourStepAt } from '../../../shared/tour/steps.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { handleDialogKeys } from '../../kit/keyboard.ts';
import { setPreferences } from '../../stores/preferences-store.ts';
import { type TourMark, useTour, wantTourFocus } from '../../stores/tour-store.ts';
import { leaveTour, TOUR_NEXT_ID, TOUR_PANEL_ID } from './tour-moves.ts';

interface TourFrameProps {
  readonly index: number;
  readonly dock: 'bottom' | 'right';
  /** What stands in place of the step. */
  readonly note?: string;
  /** The step is on its way. */
  readonly isWaiting?: boolean;
  /** How the step at hand stands. */
  readonly mark?: TourMark | undefined;
  readonly children?: ReactNode;
  /** What leads through the tour. */
  readonly buttons?: ReactNode;
  /** Enter, where the focused control does not use it. */
  readonly onEnter?: (() => void) | undefined;
}

/** The panel: title, how far one is, the step, and the buttons. */
export function TourFrame(props: TourFrameProps) {
  const { index, dock, note, isWaiting = false, mark, children, buttons, onEnter } = props;
  const { step } = tourStepAt(index);
  const box = useTourFocus(isWaiting);
  const other = dock === 'bottom' ? 'right' : 'bottom';
  const progress = text('tour.progress', { number: index + 1, count: TOUR_STEPS.length });
  return (
    <aside
      id={TOUR_PANEL_ID}
      ref={box}
      className="tour keyboard-scope"
      data-dock={dock}
      aria-label={text('tour.name')}
      onKeyDown={(event) => handleDialogKeys(event, onEnter === undefined ? {} : { onEnter })}
    >
      <div className="tour-head">
        <h2>{text(step.title)}</h2>
        <TourTrack index={index} />
        <span role="status" className="tour-progress">
          {progress}
          {mark !== undefined && (
            <span className="tour-mark" data-mark={mark}>
              {text(`tour.${mark}`)}
            </span>
          )}
        </span>
        <span className="tour-head-buttons">
          <span className="tour-dock">
            <CommandButton
              wide
              label={text(`tour.dock.${other}`)}
              onPress={() => void setPreferences({ tourDock: other })}
            />
          </span>
          <CommandButton label={text('tour.leave')} onPress={() => leaveTour(index)} />
        </span>
      </div>
      <section
        className="tour-text selectable"
        aria-label={text('tour.what')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
      >
        {note === undefined ? children : <p>{note}</p>}
      </section>
      {buttons !== undefined && <div className="tour-buttons">{buttons}</div>}
    </aside>
  );
}

/** The steps as a row of small marks: taken, skipped, passed in another session, at hand, to come. The words beside it say where one is. */
function TourTrack({ index }: { readonly index: number }) {
  const marks = useTour((state) => state.marks);
  return (
    <span className="tour-track" aria-hidden="true">
      {TOUR_STEPS.map(({ id }, at) => (
        <span
          key={id}
          data-mark={marks[id] ?? (at < index ? 'passed' : undefined)}
          data-here={at === index ? '' : undefined}
        />
      ))}
    </span>
  );
}

/** Takes the focus to what leads on, once somebody asked for it and it is there. */
function useTourFocus(isWaiting: boolean) {
  const box = useRef<HTMLElement>(null);
  const wantsFocus = useTour((state) => state.wantsFocus);
  useEffect(() => {
    if (!wantsFocus || isWaiting) return;
    wantTourFocus(false);
    const next = box.current?.querySelector<HTMLElement>(`#${TOUR_NEXT_ID}`);
    (next ?? box.current?.querySelector<HTMLElement>('.tour-text'))?.focus();
  }, [wantsFocus, isWaiting]);
  return box;
}
