import { IdSet } from '../identity/idset.ts';
import type { ContentsEnd, ContentsRow, ContentsStep } from './contents-difference.ts';
import type { HierarchyDifference, HierarchyRow } from './hierarchy-difference.ts';
import type { HierarchyState, IcsState } from './ics-state.ts';

/** What a contents download brought, kept as id ranges: enough to prove its final state. */
export interface ContentsTranscript {
  readonly changedIds: IdSet;
  readonly normalCns: IdSet;
  readonly faiCns: IdSet;
  readonly readIds: IdSet;
  readonly readCns: IdSet;
}

export function newTranscript(): ContentsTranscript {
  return {
    changedIds: new IdSet(),
    normalCns: new IdSet(),
    faiCns: new IdSet(),
    readIds: new IdSet(),
    readCns: new IdSet(),
  };
}

/** Writes one element of the stream into the transcript. */
export function noteStep(transcript: ContentsTranscript, step: ContentsStep<ContentsRow>): void {
  const { row } = step;
  if (step.kind === 'change') {
    transcript.changedIds.add(row.ns, row.gc);
    (row.isFai ? transcript.faiCns : transcript.normalCns).add(row.cnNs, row.cnGc);
  } else {
    transcript.readIds.add(row.ns, row.gc);
  }
  if (row.readNs !== null && row.readGc !== null) transcript.readCns.add(row.readNs, row.readGc);
}

function broken(rules: readonly (readonly [string, boolean])[]): string[] {
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule);
}

/**
 * The invariants of a contents download (MS-OXCFXICS R2064-R2076): what the client's final state must be, given the
 * initial one and the stream.
 * @returns the rules that do not hold; empty: all do
 */
export function contentsViolations(
  initial: IcsState,
  transcript: ContentsTranscript,
  end: ContentsEnd,
): string[] {
  const allDeleted = end.deleted.union(end.outOfScope);
  const { final } = end;
  return broken([
    [
      'IdsetGiven = (initial + changed) - deleted',
      final.given.equals(initial.given.union(transcript.changedIds).difference(allDeleted)),
    ],
    [
      'CnsetSeen = initial + changes of normal messages',
      final.seen.equals(initial.seen.union(transcript.normalCns)),
    ],
    [
      'CnsetSeenFAI = initial + changes of associated messages',
      final.seenFai.equals(initial.seenFai.union(transcript.faiCns)),
    ],
    ['CnsetRead = initial + read-state changes', final.read.equals(initial.read.union(transcript.readCns))],
    ['no message is both changed and deleted', !transcript.changedIds.intersects(allDeleted)],
    [
      'no change was seen before',
      !transcript.normalCns.intersects(initial.seen) && !transcript.faiCns.intersects(initial.seenFai),
    ],
    ['no message is both read and deleted', !transcript.readIds.intersects(allDeleted)],
    ['no message is both changed and only read', !transcript.readIds.intersects(transcript.changedIds)],
    ['read states concern messages the client holds', initial.given.includes(transcript.readIds)],
    ['only messages the client holds are deleted', initial.given.includes(allDeleted)],
  ]);
}

/** The same for a hierarchy download, and parents before children. */
export function hierarchyViolations(
  initial: HierarchyState,
  difference: HierarchyDifference<HierarchyRow>,
): string[] {
  const ids = new IdSet();
  const cns = new IdSet();
  let ordered = true;
  const later = new Set(difference.changes.map((row) => `${row.ns}:${row.gc}`));
  for (const row of difference.changes) {
    ids.add(row.ns, row.gc);
    cns.add(row.cnNs, row.cnGc);
    later.delete(`${row.ns}:${row.gc}`);
    if (row.parent !== null && later.has(`${row.parent.ns}:${row.parent.gc}`)) ordered = false;
  }
  return broken([
    [
      'IdsetGiven = (initial + changed) - deleted',
      difference.final.given.equals(initial.given.union(ids).difference(difference.deleted)),
    ],
    ['CnsetSeen = initial + changes', difference.final.seen.equals(initial.seen.union(cns))],
    ['no folder is both changed and deleted', !ids.intersects(difference.deleted)],
    ['no change was seen before', !cns.intersects(initial.seen)],
    ['parents come before their children', ordered],
  ]);
}
