import type { Complaint } from './check-merge.ts';
import { places } from './model-places.ts';
import type { ModelMailbox } from './model-types.ts';
import { shortIdMeans, shortIdsOf } from './naive-rule.ts';

/**
 * The what-if of a naive tool: rules and references of the source, copied byte by byte into a merged mailbox. A rule must
 * not come to work by construction (D5), and no entry ID may resolve (D6).
 */
export function checkVerbatim(source: ModelMailbox, merged: ModelMailbox): Complaint[] {
  const complaints: Complaint[] = [];
  const here = places(source);
  const there = places(merged);
  for (const rule of source.rules) {
    shortIdsOf(rule.actions).shortIds.forEach((shortId, at) => {
      const meant = rule.means[at] ?? null;
      const found = shortIdMeans(shortId, merged.replids);
      const place = found === null ? undefined : there.get(found);
      if (place !== undefined && meant !== null && place === here.get(meant)) {
        complaints.push({
          invariant: 'D5',
          text: `the short id ${shortId} of a rule means ${place} in both mailboxes`,
        });
      }
    });
  }
  for (const { where, eid } of source.refs) {
    if (eid !== '' && eid.slice(8, 40) === merged.storeGuid) {
      complaints.push({ invariant: 'D6', text: `reference ${where} of the source names the target's store` });
    }
  }
  return complaints;
}
