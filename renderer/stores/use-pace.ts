import { useEffect, useState } from 'react';
import { ask } from '../bridge.ts';

/**
 * The pace of a lab's runs and the way to set it: ms of rest after each batch.
 * @param told what the run's last news said of it; somebody else can have changed it
 */
export function usePace(
  lab: string,
  told: number | undefined,
): readonly [number, (restMs: number) => Promise<void>] {
  const [restMs, setRest] = useState(told ?? 0);
  useEffect(() => {
    if (told !== undefined) setRest(told);
  }, [told]);
  useEffect(() => {
    let gone = false;
    void ask('run:attach', { lab }).then((answer) => {
      if (answer.ok && !gone) setRest(answer.value.restMs);
    });
    return () => {
      gone = true;
    };
  }, [lab]);
  return [
    restMs,
    async (wanted) => {
      setRest(wanted);
      await ask('run:pace', { lab, restMs: wanted });
    },
  ];
}
