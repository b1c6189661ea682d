import { useState } from 'react';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { DialogFrame } from '../../kit/dialog/dialog-frame.tsx';
import { Edit } from '../../kit/edit.tsx';
import { say } from '../../stores/console-store.ts';
import './server.css';

export interface FileAct {
  readonly kind: 'copy' | 'rename' | 'delete';
  readonly path: string;
  readonly name: string;
}

interface FileActDialogProps {
  readonly lab: string;
  readonly act: FileAct;
  readonly onClose: () => void;
}

/** Asks where a file goes or what it shall be called, and does it; a refusal stands in the dialog. */
export function FileActDialog({ lab, act, onClose }: FileActDialogProps) {
  const { kind, path, name } = act;
  const [to, setTo] = useState(kind === 'rename' ? name : '');
  const [problem, setProblem] = useState<string | null>(null);
  const ready = kind === 'delete' || to.trim() !== '';
  const go = async (): Promise<void> => {
    const answer = await ask('lab:file', {
      lab,
      act: kind,
      path,
      ...(kind === 'delete' ? {} : { to: to.trim() }),
    });
    if (!answer.ok) return setProblem(answer.failure.message);
    const { replaced } = answer.value;
    say(
      replaced === null
        ? text(`disk.done.${kind}`, { path, to: answer.value.path ?? '' })
        : text('disk.done.replaced', { path: replaced.path, version: replaced.version ?? '' }),
    );
    onClose();
  };
  return (
    <DialogFrame
      caption={text(`disk.caption.${kind}`)}
      onClose={onClose}
      closeLabel={text('window.close')}
      {...(ready ? { onEnter: () => void go() } : {})}
    >
      <div className="dialog-body stack server-act">
        <p className="selectable">{text(`disk.about.${kind}`, { path })}</p>
        {kind !== 'delete' && (
          <Edit
            stacked
            autoFocus
            label={text(`disk.to.${kind}`)}
            value={to}
            onChange={(typed) => {
              setTo(typed);
              setProblem(null);
            }}
            problem={problem}
            maxLength={259}
          />
        )}
        {kind === 'delete' && problem !== null && <p role="alert">{problem}</p>}
      </div>
      <div className="dialog-buttons">
        <CommandButton label={text('window.ok')} isDefault isDisabled={!ready} onPress={() => void go()} />
        <CommandButton label={text('wizard.button.cancel')} onPress={onClose} />
      </div>
    </DialogFrame>
  );
}
