/** A place inside a post office or among the public folders, as the tree's lines and the result pane name it. */
export type ForeignPlace =
  | { readonly kind: 'post-offices' | 'public-folders' }
  | {
      readonly kind: 'post-office' | 'boards' | 'po-user' | 'po-folder' | 'public-folder';
      readonly id: number;
    };

const WITH_ID = ['post-office', 'boards', 'po-user', 'po-folder', 'public-folder'] as const;

/** The place as text, e.g. `po-user/12`. */
export function foreignText(place: ForeignPlace): string {
  return 'id' in place ? `${place.kind}/${place.id}` : place.kind;
}

/** Null: the text names no such place. */
export function parseForeign(text: string): ForeignPlace | null {
  const [kind, second = ''] = text.split('/');
  if (kind === 'post-offices' || kind === 'public-folders') return { kind };
  const id = Number(second);
  const found = WITH_ID.find((known) => known === kind);
  return found === undefined || !Number.isInteger(id) || id < 1 ? null : { kind: found, id };
}
