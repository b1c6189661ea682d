import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { useLabs } from '../../stores/labs-store.ts';
import { type Asking, useAsk } from '../../stores/use-ask.ts';

export type Shown = CommandOutput<'lab:show'>;

export function useRevision(lab: string): number {
  return useLabs((state) => state.revisions[lab] ?? 0);
}

/** Everything about a lab at a glance but its digest, which reads every row; follows its changes. */
export function useShown(lab: string): Asking<Shown> {
  return useAsk('lab:show', { lab, digest: false }, useRevision(lab));
}

/** The lab's time zone, minutes east of UTC. */
export function offsetOf({ settings }: Shown): number {
  return Number(settings.utcOffsetMinutes ?? 0);
}
