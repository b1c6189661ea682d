import { decodeIdSet, encodeIdSet, IdSet } from '../identity/idset.ts';
import { ok, type Result } from '../result.ts';

/** What a client knows of one folder's contents: the four state properties of MS-OXCFXICS 2.2.1.1. */
export interface IcsState {
  /** MetaTagIdsetGiven: ids of the messages the client holds. */
  readonly given: IdSet;
  /** MetaTagCnsetSeen: change numbers of normal messages it has seen. */
  readonly seen: IdSet;
  /** MetaTagCnsetSeenFAI: the same for associated messages. */
  readonly seenFai: IdSet;
  /** MetaTagCnsetRead: change numbers of read states it has seen. */
  readonly read: IdSet;
}

/** What a client knows of the folder hierarchy: only two of them apply (MS-OXCFXICS R3543-R3559). */
export interface HierarchyState {
  readonly given: IdSet;
  readonly seen: IdSet;
}

/** The state in wire form, each an IDSET with REPLGUIDs; zero length is the empty set, as a first synchronization sends it (R3543). */
export interface EncodedIcsState {
  readonly given: Uint8Array;
  readonly seen: Uint8Array;
  readonly seenFai: Uint8Array;
  readonly read: Uint8Array;
}

export function emptyIcsState(): IcsState {
  return { given: new IdSet(), seen: new IdSet(), seenFai: new IdSet(), read: new IdSet() };
}

export function emptyHierarchyState(): HierarchyState {
  return { given: new IdSet(), seen: new IdSet() };
}

export function cloneIcsState(state: IcsState): IcsState {
  return {
    given: state.given.clone(),
    seen: state.seen.clone(),
    seenFai: state.seenFai.clone(),
    read: state.read.clone(),
  };
}

export function encodeIcsState(state: IcsState): EncodedIcsState {
  return {
    given: encodeIdSet(state.given),
    seen: encodeIdSet(state.seen),
    seenFai: encodeIdSet(state.seenFai),
    read: encodeIdSet(state.read),
  };
}

/** Fails with the IDSET codec's own failure on malformed bytes. */
export function decodeIcsState(encoded: EncodedIcsState): Result<IcsState> {
  const given = decodeIdSet(encoded.given);
  if (!given.ok) return given;
  const seen = decodeIdSet(encoded.seen);
  if (!seen.ok) return seen;
  const seenFai = decodeIdSet(encoded.seenFai);
  if (!seenFai.ok) return seenFai;
  const read = decodeIdSet(encoded.read);
  if (!read.ok) return read;
  return ok({ given: given.value, seen: seen.value, seenFai: seenFai.value, read: read.value });
}
