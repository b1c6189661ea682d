import type { Hex, ModelFolder, ModelMailbox } from './model-types.ts';

function placeOf(folders: ModelMailbox['folders'], folder: ModelFolder): string {
  if (folder.role !== null) return `@${folder.role}`;
  const parent = folder.parent === null ? undefined : folders.get(folder.parent);
  return `${parent === undefined ? '' : placeOf(folders, parent)}/${folder.name.toLowerCase()}`;
}

/**
 * What a merge takes for the same folder in two mailboxes (identity 7.5): well-known folders by role, others by their
 * parent's place and their name. One text for each folder.
 */
export function places(mailbox: Pick<ModelMailbox, 'folders'>): Map<Hex, string> {
  return new Map([...mailbox.folders].map(([gid, folder]) => [gid, placeOf(mailbox.folders, folder)]));
}
