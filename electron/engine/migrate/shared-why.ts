import type { Why } from '../../../shared/evidence.ts';

/** More kinds of reasons than any run gives. */
const MOST = 300;
const known = new Map<string, readonly Why[]>();

/**
 * Reads a list of reasons, equal ones as one and the same list: the mailboxes of a run have few kinds of reasons, and
 * 50,000 of them would take a hundred megabytes otherwise.
 */
export function readWhy(json: string): readonly Why[] {
  const there = known.get(json);
  if (there !== undefined) return there;
  if (known.size >= MOST) known.clear();
  const read = JSON.parse(json) as Why[];
  known.set(json, read);
  return read;
}
