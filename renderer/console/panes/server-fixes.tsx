import { useState } from 'react';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { say, showFailure } from '../../stores/console-store.ts';
import type { Shown } from './use-lab.ts';

type Server = Shown['server'];
type Fix = Server['fixes'][number];
type Available = Server['available'][number];

/** Service packs and hotfixes: what is installed, what could be. What lacks its prerequisite is refused with the reason. */
export function ServerFixes({ lab, server }: { readonly lab: string; readonly server: Server }) {
  const [installed, setInstalled] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const install = async (id: string): Promise<void> => {
    setBusy(true);
    const answer = await ask('lab:fix', { lab, install: id });
    setBusy(false);
    if (!answer.ok) return showFailure(answer.failure);
    // The list may show the fix as installed, and the user have chosen the next one, before this answer is here.
    setWanted((now) => (now === id ? null : now));
    say(text('console.server.installed-note', { id }));
  };
  return (
    <div className="server-tab">
      <h2>{text('console.server.installed')}</h2>
      <ListView
        label={text('console.server.installed')}
        rows={server.fixes}
        rowKey={(fix) => fix.id}
        selectedKey={installed}
        onSelect={(fix) => setInstalled(fix.id)}
        empty={text('console.server.none-installed')}
        columns={[
          { id: 'id', title: text('console.server.column.id'), width: 110, text: (fix: Fix) => fix.id },
          {
            id: 'title',
            title: text('console.server.column.title'),
            width: 'fill',
            text: (fix: Fix) => fix.title,
          },
        ]}
      />
      <h2>{text('console.server.available')}</h2>
      <ListView
        label={text('console.server.available')}
        rows={server.available}
        rowKey={(fix) => fix.id}
        selectedKey={wanted}
        onSelect={(fix) => setWanted(fix.id)}
        onOpen={(fix) => void install(fix.id)}
        empty={text('console.server.all-installed')}
        columns={[
          { id: 'id', title: text('console.server.column.id'), width: 110, text: (fix: Available) => fix.id },
          {
            id: 'title',
            title: text('console.server.column.title'),
            width: 'fill',
            text: (fix: Available) => fix.title,
          },
          {
            id: 'needs',
            title: text('console.server.column.needs'),
            width: 200,
            text: (fix: Available) => fix.needs,
          },
        ]}
      />
      <div className="pane-row">
        <CommandButton
          label={text('console.server.install')}
          isDisabled={wanted === null || busy}
          onPress={() => {
            if (wanted !== null) void install(wanted);
          }}
        />
      </div>
    </div>
  );
}
