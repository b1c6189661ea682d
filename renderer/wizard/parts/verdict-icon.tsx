import type { GateRuleFact } from '../../../shared/wizard/facts.ts';
import { MessageIcon } from '../../kit/dialog/message-icon.tsx';

/** The sign of a rule's verdict; a tick where there is nothing to say. */
export function VerdictIcon({ verdict }: { readonly verdict: GateRuleFact['verdict'] }) {
  switch (verdict) {
    case 'refuse':
      return <MessageIcon kind="error" size={16} />;
    case 'warn':
      return <MessageIcon kind="warning" size={16} />;
    case 'note':
      return <MessageIcon kind="information" size={16} />;
    case 'pass':
      return (
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.5" fill="#2f9e3a" stroke="#14601c" />
          <path d="M4.5 8.2 7 10.7l4.6-5" fill="none" stroke="#fff" strokeWidth="1.8" />
        </svg>
      );
  }
}
