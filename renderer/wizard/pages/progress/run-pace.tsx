import { useEffect, useState } from 'react';
import { paceStop, PACES } from '../../../../shared/lab/pace.ts';
import { text } from '../../../../shared/text/text.ts';
import { ask, on } from '../../../bridge.ts';
import { Slider } from '../../../kit/slider.tsx';
import { usePace } from '../../../stores/use-pace.ts';
import { useWindow } from '../../../stores/wizard-hooks.ts';

const STOPS = PACES.map((pace) => text(`demo.pace.${pace}`));

/** How fast the run goes: full speed, or with a rest after each batch. What it writes is the same. */
export function RunPace() {
  const lab = useWindow((state) => state.context.lab);
  const [told, setTold] = useState<number | undefined>(undefined);
  useEffect(
    () =>
      on('run', (news) => {
        if (news.lab === lab) setTold(news.restMs);
      }),
    [lab],
  );
  const [restMs, setRest] = usePace(lab, told);
  return (
    <Slider
      label={text('demo.pace')}
      stops={STOPS}
      value={paceStop(restMs)}
      onChange={(stop) => {
        void setRest(PACES[stop] ?? 0);
        void ask('wizard:moved', { page: 'progress', pressed: 'pace' });
      }}
    />
  );
}
