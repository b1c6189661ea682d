import { useAsk } from '../../stores/use-ask.ts';
import { useRevision } from '../panes/use-lab.ts';

/** The lab's time zone, minutes east of UTC; UTC until it is known. */
export function useOffset(lab: string): number {
  const { asked } = useAsk('lab:places', { lab }, useRevision(lab));
  return asked.status === 'ready' ? asked.value.utcOffsetMinutes : 0;
}
