import type { WellKnown } from '../../../shared/lab/well-known.ts';
import { childFolder, createFolder, wellKnownFolder } from '../mailbox/folders.ts';
import type { RowId } from '../mailbox/row-id.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';

/** Names that mean a special folder (SDK 6qnn), in the language of the files. */
const SPECIAL: Readonly<Record<string, WellKnown>> = {
  inbox: 'inbox',
  'deleted items': 'deleted',
  outbox: 'outbox',
  'sent items': 'sent',
};

function special(lab: Lab, mailboxId: number, role: WellKnown): RowId {
  const row = wellKnownFolder(lab, mailboxId, role);
  if (row === null) throw new Error(`an initialized mailbox without ${role}`);
  return row;
}

/** The folder with these names from the top down, made where it is missing; no names: the Inbox (SDK 6qnn). */
export function placeFolder(lab: Lab, mailboxId: number, names: readonly string[]): RowId {
  const [first, ...rest] = names;
  if (first === undefined) return special(lab, mailboxId, 'inbox');
  const role = SPECIAL[first.toLowerCase()];
  let at = special(lab, mailboxId, role ?? 'ipmSubtree');
  for (const name of role === undefined ? names : rest) {
    at =
      childFolder(lab, mailboxId, at, name) ??
      createFolder(lab, mailboxId, { parent: at, name, containerClass: 'IPF.Note', at: labNow(lab) });
  }
  return at;
}
