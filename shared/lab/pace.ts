/** The stops of the pace slider: rest after each batch of a run in milliseconds, full speed first. */
export const PACES = [0, 120, 500, 1500, 4000] as const;

/** The stop that is nearest to a rest. */
export function paceStop(restMs: number): number {
  const distances = PACES.map((pace) => Math.abs(pace - restMs));
  return distances.indexOf(Math.min(...distances));
}
