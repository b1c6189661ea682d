import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.ts';
import type { FactName, FactTypes } from '../../../shared/wizard/facts.ts';
import { ViewState } from '../../kit/view-state.tsx';
import { useFact, useSend } from '../../stores/wizard-hooks.ts';

interface FactViewProps<Name extends FactName> {
  readonly name: Name;
  /** The page itself has the button to try again. */
  readonly retriedElsewhere?: boolean;
  readonly children: (value: FactTypes[Name]) => ReactNode;
}

/** Shows what a fact is needed for; while it is read, or when it could not be, says so. */
export function FactView<Name extends FactName>({
  name,
  retriedElsewhere = false,
  children,
}: FactViewProps<Name>) {
  const fact = useFact(name);
  const send = useSend();
  if (fact.status === 'failed') {
    return (
      <ViewState
        kind="failed"
        text={fact.message}
        {...(retriedElsewhere
          ? {}
          : { action: { label: text('wizard.reload'), onPress: () => send({ type: 'reload' }) } })}
      />
    );
  }
  if (fact.value === null) return <ViewState kind="loading" text={text('wizard.loading')} />;
  return children(fact.value);
}
