import { recordAct } from '../outlook/act.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';

type Mode = 'default' | 'clone';

/** What a fork of a twin run notes about itself, as an act of the lab. */
export interface TwinMark {
  /** Key of the act; everything that the twin run did comes after it. */
  readonly id: number;
  readonly side: Mode;
  /** Digest of the lab it was forked from, at that moment. */
  readonly of: string;
  readonly ended: boolean;
}

export function putMark(lab: Lab, side: Mode, of: string): void {
  lab.transact(() => recordAct(lab, labNow(lab), 'twin', { side, of }));
}

export function endMark(lab: Lab): void {
  lab.transact(() => recordAct(lab, labNow(lab), 'twin-ended', {}));
}

/** The latest mark; null: this is no fork of a twin run. A fork of a fork bears several. */
export function markOf(lab: Lab): TwinMark | null {
  const row = lab.get<{ id: number; side: Mode; of: string; ended: number }>(
    `SELECT id, json_extract(detail, '$.side') AS side, json_extract(detail, '$.of') AS "of",
       EXISTS(SELECT 1 FROM act later WHERE later.verb = 'twin-ended' AND later.id > act.id) AS ended
     FROM act WHERE verb = 'twin' ORDER BY id DESC LIMIT 1`,
  );
  return row === undefined ? null : { id: row.id, side: row.side, of: row.of, ended: row.ended === 1 };
}

/** Whether the lab did something since its mark. */
export function didSince(lab: Lab, mark: TwinMark, verb: string): boolean {
  return lab.get('SELECT 1 FROM act WHERE verb = ? AND id > ? LIMIT 1', verb, mark.id) !== undefined;
}
