import { paceStop, PACES } from '../../../shared/lab/pace.ts';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { Slider } from '../../kit/slider.tsx';
import { showFailure } from '../../stores/console-store.ts';
import { useLabs } from '../../stores/labs-store.ts';
import { usePace } from '../../stores/use-pace.ts';

const STOPS = PACES.map((pace) => text(`demo.pace.${pace}`));

/** How fast the lab's runs go, whether they stand still, and one batch at a time. */
export function PaceControl({ lab }: { readonly lab: string }) {
  const live = useLabs((state) => state.runs[lab]);
  const [restMs, setRest] = usePace(lab, live?.restMs);
  const control = async (action: 'pause' | 'continue' | 'step'): Promise<void> => {
    const answer = await ask('run:control', { lab, action });
    if (!answer.ok) showFailure(answer.failure);
  };
  const paused = live?.paused === true;
  return (
    <div className="presenter-group">
      <Slider
        label={text('demo.pace')}
        stops={STOPS}
        value={paceStop(restMs)}
        onChange={(stop) => void setRest(PACES[stop] ?? 0)}
      />
      <CommandButton
        wide
        label={text(paused ? 'demo.continue' : 'demo.pause')}
        isDisabled={live === undefined}
        onPress={() => void control(paused ? 'continue' : 'pause')}
      />
      <CommandButton
        wide
        label={text('demo.step')}
        isDisabled={live === undefined}
        onPress={() => void control('step')}
      />
    </div>
  );
}
