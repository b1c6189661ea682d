import { useCallback, useEffect, useRef, useState } from 'react';
import type { Command, CommandInput, CommandOutput } from '../../shared/ipc/app-commands.ts';
import type { Failure } from '../../shared/result.ts';
import { ask } from '../bridge.ts';

export type Asked<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'ready'; readonly value: T };

/** An answer, and the way to ask again. */
export interface Asking<T> {
  readonly asked: Asked<T>;
  readonly again: () => void;
}

const LOADING = { status: 'loading' } as const;

/**
 * Asks a command, and again whenever the input or the revision changes. The last answer stays while a new one is on its
 * way; changes that come faster than the answers are asked about once, afterwards.
 */
export function useAsk<C extends Command>(
  name: C,
  input: CommandInput<C>,
  revision: number,
): Asking<CommandOutput<C>> {
  const key = `${name} ${JSON.stringify(input)}`;
  const [held, setHeld] = useState<{ readonly key: string; readonly asked: Asked<CommandOutput<C>> }>({
    key,
    asked: LOADING,
  });
  const wanted = useRef({ key, input });
  wanted.current = { key, input };
  const state = useRef<'idle' | 'asking' | 'asked-meanwhile' | 'gone'>('idle');

  const go = useCallback((): void => {
    if (state.current === 'gone') return;
    if (state.current !== 'idle') {
      state.current = 'asked-meanwhile';
      return;
    }
    state.current = 'asking';
    const about = wanted.current;
    void ask(name, about.input).then((answer) => {
      if (state.current === 'gone') return;
      const isStale = state.current === 'asked-meanwhile';
      state.current = 'idle';
      if (about.key === wanted.current.key) {
        const asked: Asked<CommandOutput<C>> = answer.ok
          ? { status: 'ready', value: answer.value }
          : { status: 'failed', failure: answer.failure };
        setHeld({ key: about.key, asked });
      }
      if (isStale) go();
    });
  }, [name]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key or revision is the reason to ask
  useEffect(() => {
    if (state.current === 'gone') state.current = 'idle';
    go();
  }, [go, key, revision]);
  useEffect(
    () => () => {
      state.current = 'gone';
    },
    [],
  );
  return { asked: held.key === key ? held.asked : LOADING, again: go };
}
