import { actFromRow, actKey } from '../../shared/underneath/act-row.ts';
import type { Act } from '../../shared/underneath/from-act.ts';
import { ask, on } from '../bridge.ts';

/** How far the list of a lab's acts has been read. */
interface Seen {
  /** Null: nothing is known yet, and what was done before is not told. */
  last: number | null;
  busy: boolean;
  /** It changed while it was being read. */
  again: boolean;
  /** Acts of this window, which told of them itself already. */
  own: string[];
}

/** Follows what other programs do to open labs: the command line, another window. */
export interface FollowedActs {
  /** This window did something and has told of it. */
  own(lab: string, act: Act): void;
  /** Ends the following. */
  end(): void;
}

/** Tells each act that another program did to an open lab, once. */
export function followActs(tell: (lab: string, act: Act) => void): FollowedActs {
  const labs = new Map<string, Seen>();
  const seenOf = (lab: string): Seen => {
    const seen = labs.get(lab) ?? { last: null, busy: false, again: false, own: [] };
    labs.set(lab, seen);
    return seen;
  };
  /** Whether the act is one of this window's, which is then struck out. */
  const isOwn = (seen: Seen, act: Act): boolean => {
    const at = seen.own.indexOf(actKey(act) ?? '');
    if (at >= 0) seen.own.splice(at, 1);
    return at >= 0;
  };
  const read = async (lab: string): Promise<void> => {
    const seen = seenOf(lab);
    if (seen.busy) {
      seen.again = true;
      return;
    }
    seen.busy = true;
    const after = seen.last;
    const answer = await ask('lab:acts', after === null ? { lab } : { lab, after });
    seen.busy = false;
    if (answer.ok) {
      for (const row of after === null ? [] : answer.value.acts) {
        const act = actFromRow(row);
        if (act !== null && !isOwn(seen, act)) tell(lab, act);
      }
      // After going back the list is shorter, and what it holds was told before.
      if (after === null || answer.value.last < after) seen.own = [];
      seen.last = answer.value.last;
    }
    if (!seen.again) return;
    seen.again = false;
    await read(lab);
  };
  const begin = (open: readonly { readonly lab: string }[]): void => {
    for (const { lab } of open) if (!labs.has(lab)) void read(lab);
  };
  const ends = [on('labs', ({ open }) => begin(open)), on('lab-changed', ({ lab }) => void read(lab))];
  void ask('labs:list', {}).then((answer) => {
    if (answer.ok) begin(answer.value.open);
  });
  return {
    own: (lab, act) => {
      const key = actKey(act);
      if (key !== null) seenOf(lab).own.push(key);
    },
    end: () => {
      for (const end of ends) end();
    },
  };
}
