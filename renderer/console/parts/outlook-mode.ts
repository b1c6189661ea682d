import { isTextKey, text } from '../../../shared/text/text.ts';

/** How Outlook keeps its mail, in words; a word that is not known is shown as it is. */
export function outlookMode(mode: string): string {
  const key = `console.ws.mode.${mode}`;
  return isTextKey(key) ? text(key) : mode;
}
