import { useState } from 'react';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { showDialog, showFailure } from '../../stores/console-store.ts';

interface ImportToUserProps {
  readonly lab: string;
  readonly postOffice: string;
  /** Key of the cc:Mail user; null: none is selected. */
  readonly user: string | null;
}

/** Real mail into the folders of a cc:Mail user. */
export function ImportToUser({ lab, postOffice, user }: ImportToUserProps) {
  const [busy, setBusy] = useState(false);
  const importInto = async (key: string, folders: boolean): Promise<void> => {
    const chosen = await ask('labs:choose-mail', { folders });
    if (!chosen.ok) return showFailure(chosen.failure);
    if (chosen.value.length === 0) return;
    const tokens = chosen.value.map(({ token }) => token);
    const answer = await ask('lab:import', { lab, postOffice, user: key, tokens });
    if (!answer.ok) return showFailure(answer.failure);
    const { items, folders: count, skipped } = answer.value;
    const lines = [text('console.org.imported', { items, folders: count, alias: key })];
    if (skipped.length > 0) {
      lines.push(text('console.org.imported-skipped', { count: skipped.length }));
      for (const { path, reason } of skipped.slice(0, 12)) lines.push(`${path}: ${reason}`);
    }
    showDialog({ kind: 'note', caption: text('console.caption'), lines });
  };
  const press = (folders: boolean) => (): void => {
    if (user === null || busy) return;
    setBusy(true);
    void importInto(user, folders).finally(() => setBusy(false));
  };
  return (
    <div className="pane-row">
      <CommandButton
        wide
        label={text('console.org.import-files')}
        isDisabled={user === null || busy}
        onPress={press(false)}
      />
      <CommandButton
        wide
        label={text('console.org.import-folder')}
        isDisabled={user === null || busy}
        onPress={press(true)}
      />
      {busy && <span role="status">{text('console.org.importing')}</span>}
      {user === null && <span className="pane-note">{text('po.import.select')}</span>}
    </div>
  );
}
