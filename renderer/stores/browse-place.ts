/** A place inside an organization, as the tree's lines and the result pane name it. */
export type BrowsePlace =
  | { readonly kind: 'directory'; readonly org: 'source' | 'target' }
  | { readonly kind: 'server' | 'store' | 'mailbox'; readonly id: number }
  | { readonly kind: 'folder'; readonly id: number; readonly folder: string };

/** The place as text, e.g. `store/2`, `folder/7/5f1c...`. */
export function placeText(place: BrowsePlace): string {
  if (place.kind === 'directory') return `directory/${place.org}`;
  return place.kind === 'folder' ? `folder/${place.id}/${place.folder}` : `${place.kind}/${place.id}`;
}

/** Null: the text names no such place. */
export function parsePlace(text: string): BrowsePlace | null {
  const [kind, second = '', folder = ''] = text.split('/');
  if (kind === 'directory') return second === 'source' || second === 'target' ? { kind, org: second } : null;
  const id = Number(second);
  if (!Number.isInteger(id) || id < 1) return null;
  if (kind === 'folder') return /^[0-9a-f]+$/.test(folder) ? { kind, id, folder } : null;
  return kind === 'server' || kind === 'store' || kind === 'mailbox' ? { kind, id } : null;
}
