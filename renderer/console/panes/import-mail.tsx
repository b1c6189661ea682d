import { useState } from 'react';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { showDialog, showFailure } from '../../stores/console-store.ts';

interface ImportMailProps {
  readonly lab: string;
  readonly alias: string | null;
}

/** Real mail into a mailbox of the source. */
export function ImportMail({ lab, alias }: ImportMailProps) {
  const [busy, setBusy] = useState(false);
  const importInto = async (mailbox: string, folders: boolean): Promise<void> => {
    const chosen = await ask('labs:choose-mail', { folders });
    if (!chosen.ok) return showFailure(chosen.failure);
    if (chosen.value.length === 0) return;
    const answer = await ask('lab:import', { lab, mailbox, tokens: chosen.value.map((file) => file.token) });
    if (!answer.ok) return showFailure(answer.failure);
    const { items, folders: count, skipped } = answer.value;
    const lines = [text('console.org.imported', { items, folders: count, alias: mailbox })];
    if (skipped.length > 0) {
      lines.push(text('console.org.imported-skipped', { count: skipped.length }));
      for (const { path, reason } of skipped.slice(0, 12)) lines.push(`${path}: ${reason}`);
    }
    showDialog({ kind: 'note', caption: text('console.caption'), lines });
  };
  const press = (folders: boolean) => (): void => {
    if (alias === null || busy) return;
    setBusy(true);
    void importInto(alias, folders).finally(() => setBusy(false));
  };
  return (
    <div className="pane-row">
      <CommandButton
        wide
        label={text('console.org.import-files')}
        isDisabled={alias === null || busy}
        onPress={press(false)}
      />
      <CommandButton
        wide
        label={text('console.org.import-folder')}
        isDisabled={alias === null || busy}
        onPress={press(true)}
      />
      {busy && <span role="status">{text('console.org.importing')}</span>}
    </div>
  );
}
