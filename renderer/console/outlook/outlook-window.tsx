import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatBytes } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { DialogFrame } from '../../kit/dialog/dialog-frame.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { EvidenceBadge } from '../parts/evidence-badge.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { OutlookMessage } from './outlook-message.tsx';
import { StrandedItems } from './stranded-items.tsx';
import { useReplay } from './use-replay.ts';
import '../parts/tables.css';
import '../dialogs/dialogs.css';
import './outlook-window.css';

type Outlook = CommandOutput<'lab:outlook'>;

interface OutlookWindowProps {
  readonly lab: string;
  readonly alias: string;
  readonly seen: Outlook;
  readonly onClose: () => void;
}

/** A user's Outlook in a window of its own look: what it says, its folders, and the synchronization step by step. */
export function OutlookWindow({ lab, alias, seen, onClose }: OutlookWindowProps) {
  const [isAnswered, setAnswered] = useState(seen.message === null);
  const replay = useReplay(seen.steps.length, !isAnswered);
  return (
    <DialogFrame
      caption={text('console.outlook.caption', { alias })}
      size="wide"
      onClose={onClose}
      onEnter={onClose}
      closeLabel={text('window.close')}
    >
      <div className="outlook-window">
        <div className="outlook-bar" aria-hidden="true">
          {text('outlook.bar')}
        </div>
        <div className="outlook-panes">
          <OutlookFolders lab={lab} alias={alias} />
          <div className="outlook-main">
            <p>
              <strong>{text(`console.outlook.binding.${seen.binding}`)}</strong>{' '}
              <EvidenceBadge evidence={seen} />
            </p>
            {seen.message !== null && !isAnswered && (
              <OutlookMessage message={seen.message} onAnswered={() => setAnswered(true)} />
            )}
            {seen.message !== null && isAnswered && <p className="selectable">{seen.message}</p>}
            <section
              className="scroll-text outlook-steps"
              aria-label={text('console.outlook.steps')}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
              tabIndex={0}
            >
              <ol className="plain-list" aria-live="polite">
                {seen.steps.slice(0, replay.shown).map((step) => (
                  <li key={step.text}>
                    {step.text} <EvidenceBadge evidence={step} />
                  </li>
                ))}
              </ol>
            </section>
            {!replay.isPlaying && isAnswered && seen.stranded.length > 0 && (
              <StrandedItems items={seen.stranded} />
            )}
          </div>
        </div>
        <div className="outlook-status">
          <span>{text(statusOf(isAnswered, replay.isPlaying))}</span>
          {isAnswered && !replay.isPlaying && (
            <>
              <span>
                {text('console.outlook.counts', {
                  downloaded: seen.downloadedItems,
                  folders: seen.downloadedFolders,
                  bytes: formatBytes(seen.downloadedBytes),
                  deleted: seen.deletedItems,
                  uploaded: seen.uploadedItems,
                  conflicts: seen.conflicts,
                })}
              </span>
              <span>{text('console.outlook.unsynchronised', { count: seen.unsynchronised })}</span>
            </>
          )}
        </div>
      </div>
      <div className="dialog-buttons">
        <CommandButton
          label={text('outlook.play-again')}
          onPress={replay.again}
          isDisabled={replay.isPlaying || !isAnswered}
          wide
        />
        <CommandButton label={text('window.ok')} onPress={onClose} isDefault autoFocus />
      </div>
    </DialogFrame>
  );
}

function statusOf(
  isAnswered: boolean,
  isPlaying: boolean,
): 'outlook.waiting' | 'outlook.sending' | 'outlook.connected' {
  if (!isAnswered) return 'outlook.waiting';
  return isPlaying ? 'outlook.sending' : 'outlook.connected';
}

/** What the .ost holds now, as Outlook's folder list. */
function OutlookFolders({ lab, alias }: { readonly lab: string; readonly alias: string }) {
  const { asked } = useAsk('lab:workstation', { lab, user: alias }, useRevision(lab));
  const file =
    asked.status === 'ready' ? asked.value.files.find((each) => each.status === 'current') : undefined;
  const folders = (file?.folders ?? []).filter(({ path }) => path.length > 0 && !INTERNAL.has(path[0] ?? ''));
  return (
    <section className="outlook-folders" aria-label={text('outlook.folders')}>
      <h2>{text('outlook.folders')}</h2>
      {folders.length === 0 ? (
        <p className="pane-note">{text('outlook.no-folders')}</p>
      ) : (
        <ul className="plain-list">
          {folders.map((folder) => (
            <li key={folder.key} data-depth={Math.min(folder.path.length - 1, 3)}>
              {folder.name}
              {folder.items > 0 && <span className="outlook-count"> ({folder.items})</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Roots of what a user never sees in the folder list. */
const INTERNAL: ReadonlySet<string> = new Set(['Root - Mailbox']);
