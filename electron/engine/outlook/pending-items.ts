import type { RowId } from '../mailbox/row-id.ts';
import type { Lab } from '../store/lab.ts';
import type { OstRow } from './ost-row.ts';

/** Something in an .ost that its server does not have. */
export interface PendingItem {
  readonly ostId: number;
  readonly ostStatus: OstRow['status'];
  /** Folder names from the top of the mailbox down, '\' between them. */
  readonly folder: string;
  readonly subject: string;
  readonly pending: 'new' | 'modified' | 'deleted' | 'read' | 'moved';
  /** Why the server refused it, or null. */
  readonly error: string | null;
}

interface Step {
  name: string;
  wellKnown: string | null;
  parentRepl: number | null;
  parentGc: number | null;
}

function ostFolderPath(lab: Lab, ostId: number, folder: RowId): string {
  const names: string[] = [];
  let at: RowId | null = folder;
  while (at !== null && names.length < 512) {
    const step: Step | undefined = lab.get<Step>(
      `SELECT name, well_known AS wellKnown, parent_repl AS parentRepl, parent_gc AS parentGc
       FROM ost_folder WHERE ost_id = ? AND repl = ? AND gc = ?`,
      ostId,
      at.repl,
      at.gc,
    );
    if (step === undefined || step.wellKnown === 'ipmSubtree' || step.parentGc === null) break;
    names.unshift(step.name);
    at = step.parentRepl === null ? null : { repl: step.parentRepl, gc: step.parentGc };
  }
  return names.join('\\');
}

type Row = Omit<PendingItem, 'folder'> & { folderRepl: number; folderGc: number };

const ITEMS = `SELECT ost.id AS ostId, status AS ostStatus, subject, pending, error, folder_repl AS folderRepl, folder_gc AS folderGc
  FROM ost JOIN ost_item i ON i.ost_id = ost.id AND pending <> 'none'`;

function withFolders(lab: Lab, rows: readonly Row[]): PendingItem[] {
  const paths = new Map<string, string>();
  return rows.map(({ folderRepl, folderGc, ...item }) => {
    const key = `${item.ostId}/${folderRepl}:${folderGc}`;
    const path = paths.get(key) ?? ostFolderPath(lab, item.ostId, { repl: folderRepl, gc: folderGc });
    paths.set(key, path);
    return { ...item, folder: path };
  });
}

/**
 * What the user did offline and no server has, in every .ost the profile has or had: the unsynchronized data. What was
 * refused and lies in Local Failures counts; copies in Conflicts do not, for there the other version is at the server.
 */
export function pendingItems(lab: Lab, profileId: number): PendingItem[] {
  return withFolders(
    lab,
    lab.all<Row>(`${ITEMS} WHERE ost.profile_id = ? ORDER BY ost.id, i.repl, i.gc`, profileId),
  );
}

/** The same of one file. */
export function pendingItemsOf(lab: Lab, ostId: number): PendingItem[] {
  return withFolders(lab, lab.all<Row>(`${ITEMS} WHERE ost.id = ? ORDER BY i.repl, i.gc`, ostId));
}
