import type { Result } from '../result.ts';
import type { Channel, Command, CommandInput, CommandOutput, News } from './app-commands.ts';

/** The name under which the preload script puts the bridge on the page, and the two channels it speaks on. */
export const BRIDGE = 'bridge';
export const ASK_CHANNEL = 'mwl:ask';
export const NEWS_CHANNEL = 'mwl:news';

/** All that a page can reach of the rest of the app. */
export interface Bridge {
  /** Asks a command; expected failures come back as data, and so do bugs (code `internal`). It never rejects. */
  ask<C extends Command>(name: C, input: CommandInput<C>): Promise<Result<CommandOutput<C>>>;
  /** Listens to news; the answer ends the listening. */
  on<C extends Channel>(channel: C, listener: (news: News<C>) => void): () => void;
}
