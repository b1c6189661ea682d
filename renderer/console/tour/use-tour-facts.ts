import { LAPTOP_USER, type TourFacts } from '../../../shared/tour/facts.ts';
import { useTour } from '../../stores/tour-store.ts';
import { useAsk } from '../../stores/use-ask.ts';
import { type Shown, useRevision } from '../panes/use-lab.ts';
import { gatherFacts } from './gather-facts.ts';

/** What the tour knows of a lab, and follows; null until everything has been answered. */
export function useTourFacts(lab: string, shown: Shown): TourFacts | null {
  const revision = useRevision(lab);
  const runs = useAsk('lab:runs', { lab }, revision).asked;
  const undo = useAsk('lab:undo', { lab }, revision).asked;
  const laptop = useAsk('lab:workstation', { lab, user: LAPTOP_USER }, revision).asked;
  const seen = useTour((state) => state.seen);
  if (runs.status !== 'ready' || undo.status !== 'ready' || laptop.status === 'loading') return null;
  const files = laptop.status === 'ready' ? laptop.value.files : [];
  return gatherFacts({ shown, runs: runs.value.runs, copies: undo.value.copies, files }, seen);
}
