import { isTextKey, text } from './text.ts';

/** What was about to happen when a copy to go back to was taken; what has no words of its own is shown as it is. */
export function undoWhat({ kind, detail }: { readonly kind: string; readonly detail: string }): string {
  const key = `undo.what.${kind}`;
  return isTextKey(key) ? text(key, { detail }) : `${kind} ${detail}`;
}
