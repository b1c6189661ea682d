import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { CommandInput, CommandOutput } from '../../shared/ipc/app-commands.ts';
import { ask } from '../bridge.ts';
import { type AskPage, createPageLoader, type PageLoader, type PagesSeen } from './page-loader.ts';

/** Commands that answer a long list page by page. */
export type PagedCommand =
  | 'lab:directory'
  | 'lab:mailboxes'
  | 'lab:messages'
  | 'lab:po-users'
  | 'lab:po-messages'
  | 'lab:public-messages';
export type PagedRow<C extends PagedCommand> = CommandOutput<C>['rows'][number];
type About<C extends PagedCommand> = Omit<CommandInput<C>, 'from' | 'count' | 'mark'>;

export interface Pages<Row> {
  readonly seen: PagesSeen<Row>;
  readonly lookAt: (first: number, end: number) => void;
  readonly again: () => void;
}

/** A long list of the lab, fetched as it is looked at, and anew when the revision changes. */
export function usePages<C extends PagedCommand>(
  name: C,
  about: About<C>,
  revision: number,
): Pages<PagedRow<C>> {
  const key = JSON.stringify(about);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when `about` changed
  const loader = useMemo((): PageLoader<PagedRow<C>> => {
    // A page's place is the rest of the command's input; only the generic cannot see it.
    const askPage = ((wanted) => ask(name, { ...about, ...wanted } as CommandInput<C>)) as AskPage<
      PagedRow<C>
    >;
    return createPageLoader(askPage);
  }, [name, key]);
  const seen = useSyncExternalStore(loader.subscribe, loader.seen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is the reason to ask anew
  useEffect(() => loader.renew(), [loader, revision]);
  return { seen, lookAt: loader.lookAt, again: loader.renew };
}
