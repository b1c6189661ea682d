import type { Lab } from './lab.ts';

/** The lab's own time, milliseconds since 1970. It stands still between acts; nothing reads the machine's clock. */
export function labNow(lab: Lab): number {
  const row = lab.get<{ clock: number }>('SELECT clock FROM lab WHERE id = 1');
  if (row === undefined) throw new Error('a lab without its row');
  return row.clock;
}

/** Lets lab time pass and returns the new time. */
export function passTime(lab: Lab, milliseconds: number): number {
  lab.run('UPDATE lab SET clock = clock + ? WHERE id = 1', Math.round(milliseconds));
  return labNow(lab);
}
