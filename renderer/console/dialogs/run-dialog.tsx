import { useState } from 'react';
import type { Mode } from '../../../shared/lab/run-plan.ts';
import { text } from '../../../shared/text/text.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { DialogFrame } from '../../kit/dialog/dialog-frame.tsx';
import { Edit } from '../../kit/edit.tsx';
import { showDialog } from '../../stores/console-store.ts';
import { startWizard } from '../actions.ts';
import './dialogs.css';

const close = (): void => showDialog(null);

/** The Run box, from which the original is started with `/m`. */
export function RunDialog({ lab }: { readonly lab: string }) {
  const [typed, setTyped] = useState('mailmig.exe /m');
  const [problem, setProblem] = useState<string | null>(null);
  const run = (): void => {
    const mode = modeOf(typed);
    if (mode === null) {
      setProblem(text('console.run.unknown', { name: typed.trim() }));
      return;
    }
    close();
    void startWizard(lab, mode);
  };
  return (
    <DialogFrame
      caption={text('console.run.caption')}
      onClose={close}
      onEnter={run}
      closeLabel={text('window.close')}
    >
      <div className="dialog-body stack">
        <p>{text('console.run.about')}</p>
        <Edit
          label={text('console.run.open')}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setProblem(null);
          }}
          problem={problem}
          autoFocus
          stacked
        />
      </div>
      <div className="dialog-buttons">
        <CommandButton label={text('console.new.ok')} onPress={run} isDefault />
        <CommandButton label={text('console.new.cancel')} onPress={close} />
      </div>
    </DialogFrame>
  );
}

/** `mailmig`, with or without path and .exe, and the switch /m in either case; null for anything else. */
export function modeOf(command: string): Mode | null {
  const found = /^"?(?:[^"]*\\)?mailmig(?:\.exe)?"?(?:\s+([/-]m))?$/i.exec(command.trim());
  if (found === null) return null;
  return found[1] === undefined ? 'default' : 'clone';
}
