import type { ReactNode } from 'react';
import { CommandButton } from './command-button.tsx';
import { MessageIcon } from './dialog/message-icon.tsx';
import './view-state.css';

interface ViewStateProps {
  readonly kind: 'loading' | 'empty' | 'failed';
  /** What is the case, and what to do next. */
  readonly text: string;
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

/** What stands where a view has nothing to show yet: loading, empty or failed. */
export function ViewState({ kind, text, action }: ViewStateProps) {
  return (
    <div className="view-state" role={kind === 'failed' ? 'alert' : 'status'} data-kind={kind}>
      {kind === 'loading' ? (
        <Hourglass />
      ) : (
        <MessageIcon kind={kind === 'failed' ? 'error' : 'information'} />
      )}
      <p>{text}</p>
      {action !== undefined && <CommandButton label={action.label} onPress={action.onPress} wide />}
    </div>
  );
}

function Hourglass(): ReactNode {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path d="M8 3h16v3H8zM8 26h16v3H8z" fill="#c8a24a" stroke="#4a3a10" />
      <path d="M10 6h12c0 6-5 7-5 10s5 4 5 10H10c0-6 5-7 5-10s-5-4-5-10z" fill="#eef6ff" stroke="#4a4a4a" />
      <path
        d="M12 25.5c.5-3.5 2.5-4.5 4-6 1.5 1.5 3.5 2.5 4 6zM13 11h6c-.8 1.8-2.3 2.8-3 4-.7-1.2-2.2-2.2-3-4z"
        fill="#b9852a"
      />
    </svg>
  );
}
