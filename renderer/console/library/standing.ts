import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { isTextKey, text } from '../../../shared/text/text.ts';

type Line = CommandOutput<'lab:articles'>['articles'][number];

/** What the gate says of an article on this lab, in a few words. */
export function standingText({ standing, playable }: Pick<Line, 'standing' | 'playable'>): string {
  return text(`library.standing.${standing ?? (playable ? 'elsewhere' : 'none')}`);
}

/** What an article is about, by the name of the thing. */
export function categoryText(category: string): string {
  const key = `library.category.${category}`;
  return isTextKey(key) ? text(key) : category;
}
