import { useState } from 'react';
import { text } from '../../../shared/text/text.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { type Shown, useRevision } from './use-lab.ts';

/** Items up to which the digest is made without being asked for: a fraction of a second of the engine's time. */
const AT_ONCE = 20_000;

interface DigestProps {
  readonly lab: string;
  readonly shown: Shown;
}

/** The digest of a lab; of a large one on request, for it reads every row and everybody else waits meanwhile. */
export function Digest({ lab, shown }: DigestProps) {
  const [isWanted, setWanted] = useState(false);
  const items = [...shown.source.mailboxes, ...shown.target.mailboxes].reduce(
    (sum, row) => sum + row.items,
    0,
  );
  if (isWanted || items <= AT_ONCE) return <Made lab={lab} />;
  return <CommandButton wide label={text('overview.digest')} onPress={() => setWanted(true)} />;
}

function Made({ lab }: { readonly lab: string }) {
  const { asked } = useAsk('lab:show', { lab }, useRevision(lab));
  if (asked.status === 'loading') return text('browse.loading');
  return asked.status === 'failed' ? asked.failure.message : asked.value.digest;
}
