import { useEffect } from 'react';
import { text } from '../../../shared/text/text.ts';
import { TOUR_STEPS, tourStepAt } from '../../../shared/tour/steps.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { markStep, useTour } from '../../stores/tour-store.ts';
import type { Shown } from '../panes/use-lab.ts';
import { EvidenceBadge } from '../parts/evidence-badge.tsx';
import { goToPlace } from './go-to-place.ts';
import { TourFrame } from './tour-frame.tsx';
import { finishTour, goToStep, TOUR_NEXT_ID } from './tour-moves.ts';
import { useTourFacts } from './use-tour-facts.ts';

interface TourStepViewProps {
  readonly lab: string;
  readonly shown: Shown;
  readonly index: number;
  readonly dock: 'bottom' | 'right';
}

/** One step: what to do, what to look at, and the ways on. It notices by itself that the step was taken, and waits for nobody. */
export function TourStepView({ lab, shown, index, dock }: TourStepViewProps) {
  const { step } = tourStepAt(index);
  const facts = useTourFacts(lab, shown);
  const isDone = facts !== null && step.done(facts);
  useEffect(() => {
    if (isDone) markStep(step.id, 'done');
  }, [isDone, step]);
  const mark = useTour((state) => state.marks[step.id]);
  const isLast = index === TOUR_STEPS.length - 1;
  const goOn = (): void => (isLast ? finishTour() : goToStep(index + 1));
  return (
    <TourFrame
      index={index}
      dock={dock}
      mark={mark}
      onEnter={mark === 'done' ? goOn : undefined}
      buttons={
        <>
          <CommandButton
            wide
            label={text('tour.show')}
            isDisabled={facts === null}
            onPress={() => {
              if (facts !== null) goToPlace(step.where(facts), lab);
            }}
          />
          {mark !== 'done' && !isLast ? (
            <CommandButton
              wide
              label={text('tour.skip')}
              onPress={() => {
                markStep(step.id, 'skipped');
                goOn();
              }}
            />
          ) : (
            <span />
          )}
          <CommandButton
            wide
            label={text('tour.back')}
            isDisabled={index === 0}
            onPress={() => goToStep(index - 1)}
          />
          <CommandButton
            wide
            id={TOUR_NEXT_ID}
            label={text(isLast ? 'tour.finish' : 'tour.next')}
            isDefault={mark === 'done'}
            onPress={goOn}
          />
        </>
      }
    >
      <p className="tour-act">{text(step.act)}</p>
      {step.look.map(({ key, evidence }) => (
        <p key={key} className="tour-look">
          {text(key)} {evidence !== null && <EvidenceBadge evidence={evidence} />}
        </p>
      ))}
    </TourFrame>
  );
}
