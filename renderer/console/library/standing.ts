import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { text } from '../../../shared/text/text.ts';

/** What the gate says of an article on this lab, in a few words. */
export function standingText(
  standing: CommandOutput<'lab:articles'>['articles'][number]['standing'],
): string {
  return text(`library.standing.${standing ?? 'none'}`);
}
