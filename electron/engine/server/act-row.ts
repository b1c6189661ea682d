import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';

/** Writes into the lab's list of acts what somebody did; never with a password in it. */
export function writeAct(lab: Lab, verb: string, detail: Readonly<Record<string, unknown>>): void {
  lab.run('INSERT INTO act(at, verb, detail) VALUES(?, ?, ?)', labNow(lab), verb, JSON.stringify(detail));
}
