import { useEffect, useState } from 'react';
import { formatElapsed } from '../../../../shared/text/format.ts';
import { text } from '../../../../shared/text/text.ts';
import { useWindow } from '../../../stores/wizard-hooks.ts';

/** The running timer (Q196846); it stops when the run has ended. */
export function Elapsed() {
  const started = useWindow((state) => state.startedAt);
  const ended = useWindow((state) => state.endedAt);
  const [now, setNow] = useState(() => performance.now());
  const runs = started !== null && ended === null;
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, [runs]);
  const time = started === null ? 0 : (ended ?? now) - started;
  return (
    <span className="elapsed" role="timer">
      {text('wizard.progress.elapsed', { time: formatElapsed(time) })}
    </span>
  );
}
