import type { Hex } from './model-types.ts';

const MOVE = 1;
const COPY = 2;
const REPLY = 3;
const OOF_REPLY = 4;

function littleEndian(hex: string): number {
  return Number.parseInt((hex.match(/../g) ?? []).reverse().join(''), 16);
}

/**
 * The short ids in the bytes of a standard rule's actions (MS-OXORULE 2.2.5), 16 hex digits each, and the bytes with
 * those digits blanked, so that two rules can be compared apart from their REPLIDs.
 */
export function shortIdsOf(actions: Hex): { readonly shortIds: readonly string[]; readonly rest: string } {
  const shortIds: string[] = [];
  let rest = actions;
  const found = (at: number): void => {
    shortIds.push(actions.slice(at, at + 16));
    rest = `${rest.slice(0, at)}${'-'.repeat(16)}${rest.slice(at + 16)}`;
  };
  let at = 4;
  for (let action = littleEndian(actions.slice(0, 4)); action > 0; action -= 1) {
    const length = littleEndian(actions.slice(at, at + 4)) * 2;
    const type = Number.parseInt(actions.slice(at + 4, at + 6), 16);
    const data = at + 4 + 18;
    if (type === MOVE || type === COPY) {
      const storeEid = littleEndian(actions.slice(data + 2, data + 6)) * 2;
      if (actions.slice(data, data + 2) === '01') found(data + 6 + storeEid + 4 + 2);
    } else if (type === REPLY || type === OOF_REPLY) {
      found(data);
      found(data + 16);
    }
    at += 4 + length;
  }
  return { shortIds, rest };
}

/** What a short id names through a REPLID map: a GID, or null where the REPLID is unknown (ecNotFound). */
export function shortIdMeans(shortId: string, replids: ReadonlyMap<number, Hex>): Hex | null {
  const guid = replids.get(littleEndian(shortId.slice(0, 4)));
  return guid === undefined ? null : guid + shortId.slice(4);
}
