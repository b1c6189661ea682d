import type { Lab } from '../store/lab.ts';

/** Notes what a person did to the lab. `detail` holds no paths and no times of the machine. */
export function recordAct(
  lab: Lab,
  at: number,
  verb: string,
  detail: Readonly<Record<string, unknown>>,
): void {
  lab.run('INSERT INTO act(at, verb, detail) VALUES(?, ?, ?)', at, verb, JSON.stringify(detail));
}
