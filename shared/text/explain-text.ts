import { isTextKey, text } from './text.ts';

/** A field of an identifier in words. */
export interface FieldText {
  readonly name: string;
  readonly meaning: string;
}

/** Name and meaning of a field by its kind; a kind without words is shown as it is called. */
export function fieldText(kind: string): FieldText {
  const name = `explain.name.${kind}`;
  const meaning = `explain.means.${kind}`;
  return {
    name: isTextKey(name) ? text(name) : kind,
    meaning: isTextKey(meaning) ? text(meaning) : '',
  };
}

/** What an identifier is called, by its id in the lab's answers. */
export function identifierText(id: string): string {
  const key = `browse.id.${id}`;
  return isTextKey(key) ? text(key) : id;
}
