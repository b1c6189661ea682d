import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.ts';
import { ViewState } from '../../kit/view-state.tsx';
import type { Asking } from '../../stores/use-ask.ts';

interface AskedViewProps<T> {
  readonly asking: Asking<T>;
  readonly children: (value: T) => ReactNode;
}

/** Shows an answer; while it is on its way, or when there is none, says so. */
export function AskedView<T>({ asking, children }: AskedViewProps<T>) {
  const { asked, again } = asking;
  switch (asked.status) {
    case 'loading':
      return <ViewState kind="loading" text={text('console.loading')} />;
    case 'failed':
      return (
        <ViewState
          kind={asked.failure.code === 'no-run' ? 'empty' : 'failed'}
          text={asked.failure.message}
          action={{ label: text('console.again'), onPress: again }}
        />
      );
    case 'ready':
      return children(asked.value);
  }
}
