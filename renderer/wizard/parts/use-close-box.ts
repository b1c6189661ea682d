import { useEffect } from 'react';
import { useSend, useWizard } from '../../stores/wizard-hooks.ts';

/** The window's close box is Cancel: while a run lives it asks first. */
export function useCloseBox(): void {
  const send = useSend();
  const lives = useWizard(({ job }) => job.kind === 'starting' || job.kind === 'running');
  useEffect(() => {
    if (!lives) return;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
      send({ type: 'cancel' });
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [lives, send]);
}
