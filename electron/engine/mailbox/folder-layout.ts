import { LOGON_FOLDERS, PROPERTY_FOLDERS, type WellKnown } from '../../../shared/lab/well-known.ts';

/** Folders of every new mailbox in the order in which they get their ids: parents before children. */
export const DEFAULT_FOLDERS: readonly WellKnown[] = [...LOGON_FOLDERS, ...PROPERTY_FOLDERS];

/** A property that holds folder entry IDs, on which object, and which folder each slot names (MS-OXOSFLD, MS-OXPROPS). */
export interface FolderReference {
  readonly holder: 'inbox' | 'root';
  readonly prop: number;
  readonly slot: number;
  readonly names: WellKnown;
}

const SINGLE: readonly (readonly [number, WellKnown])[] = [
  [0x36d0, 'calendar'],
  [0x36d1, 'contacts'],
  [0x36d2, 'journal'],
  [0x36d3, 'notes'],
  [0x36d4, 'tasks'],
  [0x36d7, 'drafts'],
];

/** PR_ADDITIONAL_REN_ENTRYIDS 0x36D8: Conflicts, Sync Issues, Local Failures, Server Failures, Junk E-mail. */
const REN: readonly WellKnown[] = ['conflicts', 'syncIssues', 'localFailures', 'serverFailures', 'junk'];

/** Every default reference: PR_IPM_*_ENTRYID and the REN ids on Inbox and Root, and the Freebusy Data slot of 0x36E4. */
export const DEFAULT_REFERENCES: readonly FolderReference[] = (['inbox', 'root'] as const).flatMap(
  (holder): FolderReference[] => [
    ...SINGLE.map(([prop, names]) => ({ holder, prop, slot: 0, names })),
    ...REN.map((names, slot) => ({ holder, prop: 0x36d8, slot, names })),
    { holder, prop: 0x36e4, slot: 3, names: 'freebusyData' },
  ],
);

/** The receive-folder table of a new mailbox: message class prefix -> folder (MS-OXCSTOR 2.2.1.2). */
export const DEFAULT_RECEIVE_FOLDERS: readonly (readonly [string, WellKnown])[] = [
  ['', 'inbox'],
  ['IPM', 'inbox'],
  ['REPORT.IPM', 'inbox'],
  ['IPC', 'root'],
];

/** Rights of the default and anonymous members on a folder nobody shared (MS-OXCPERM): none. */
export const DEFAULT_ACL: readonly { readonly memberId: number; readonly rights: number }[] = [
  { memberId: 0, rights: 0 },
  { memberId: -1, rights: 0 },
];

/** Folders whose permissions people share; only these get access lists of their own. */
export const SHARED_FOLDERS: readonly WellKnown[] = ['inbox', 'calendar', 'contacts'];
