import type { OstFile } from '../../../shared/sync/ost-binding.ts';
import type { Lab } from '../store/lab.ts';

/** An .ost file of a profile. */
export interface OstRow extends OstFile {
  readonly id: number;
  readonly profileId: number;
  readonly status: 'current' | 'set-aside' | 'renamed';
  readonly xidNamespace: Uint8Array;
  readonly xidNext: number;
  readonly allocRepl: number | null;
  readonly allocGc: number | null;
  readonly allocLeft: number;
  readonly hGiven: Uint8Array;
  readonly hSeen: Uint8Array;
}

const OST = `SELECT id, profile_id AS profileId, path, status, store_guid AS storeGuid, ost_key AS ostKey, owner_dn AS ownerDn,
    xid_namespace AS xidNamespace, xid_next AS xidNext, alloc_repl AS allocRepl, alloc_gc AS allocGc, alloc_left AS allocLeft,
    h_given AS hGiven, h_seen AS hSeen FROM ost`;

export function ostRow(lab: Lab, ostId: number): OstRow {
  const row = lab.get<OstRow>(`${OST} WHERE id = ?`, ostId);
  if (row === undefined) throw new Error(`no .ost with key ${ostId}`);
  return row;
}

/** All .ost files a profile has or had, oldest first. */
export function ostsOfProfile(lab: Lab, profileId: number): OstRow[] {
  return lab.all<OstRow>(`${OST} WHERE profile_id = ? ORDER BY id`, profileId);
}

/** Folders that exist in the file alone: what lands there is never uploaded. */
export const LOCAL_ROLES = ['syncIssues', 'conflicts', 'localFailures', 'serverFailures'] as const;

export type LocalRole = (typeof LOCAL_ROLES)[number];
