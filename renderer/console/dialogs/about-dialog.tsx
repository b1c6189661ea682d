import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import type { ExternalLink } from '../../../shared/ipc/external-links.ts';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { DialogFrame } from '../../kit/dialog/dialog-frame.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { ScrollText } from '../../kit/scroll-text.tsx';
import { showDialog, showFailure } from '../../stores/console-store.ts';
import { useAsk } from '../../stores/use-ask.ts';
import { AskedView } from '../parts/asked-view.tsx';
import './dialogs.css';

type Part = CommandOutput<'app:licences'>[number];

const close = (): void => showDialog(null);

async function openLink(link: ExternalLink): Promise<void> {
  const answer = await ask('app:open-link', { link });
  if (!answer.ok) showFailure(answer.failure);
}

/** What this program is, in which version, whose it is not, and the licences of all that is in it. */
export function AboutDialog() {
  const info = useAsk('app:info', {}, 0);
  const licences = useAsk('app:licences', {}, 0);
  const [chosen, setChosen] = useState<Part | null>(null);
  return (
    <DialogFrame
      caption={text('about.caption')}
      size="wide"
      onClose={close}
      closeLabel={text('window.close')}
    >
      <div className="dialog-body stack">
        <AskedView asking={info}>{(shown) => <Program info={shown} />}</AskedView>
        <p>{text('about.not-affiliated')}</p>
        <p>{text('about.own-licence')}</p>
        <p>{text('about.parts')}</p>
        <AskedView asking={licences}>
          {(parts) => (
            <>
              <div className="dialog-list">
                <ListView
                  label={text('about.list')}
                  columns={COLUMNS}
                  rows={parts}
                  rowKey={keyOf}
                  selectedKey={chosen === null ? null : keyOf(chosen)}
                  onSelect={setChosen}
                  empty={text('about.choose')}
                />
              </div>
              <ScrollText
                label={chosen === null ? text('about.choose') : text('about.text', { name: chosen.name })}
                rows={6}
              >
                <pre className="licence-text">{chosen?.text ?? text('about.choose')}</pre>
              </ScrollText>
            </>
          )}
        </AskedView>
      </div>
      <div className="dialog-buttons">
        <CommandButton
          wide
          label={text('about.specifications')}
          onPress={() => void openLink('specifications')}
        />
        <CommandButton
          wide
          label={text('about.font-licence')}
          onPress={() => void openLink('font-licence')}
        />
        <CommandButton label={text('about.close')} onPress={close} isDefault autoFocus />
      </div>
    </DialogFrame>
  );
}

function Program({ info }: { readonly info: CommandOutput<'app:info'> }) {
  const { version, electron, chrome, node, standIn } = info;
  return (
    <>
      <p className="selectable">{text('about.version', { version })}</p>
      <p className="selectable">{text('about.runtime', { electron, chrome, node })}</p>
      {standIn && <p>{text('about.stand-in')}</p>}
    </>
  );
}

const keyOf = (part: Part): string => `${part.name} ${part.version}`;

const COLUMNS: readonly Column<Part>[] = [
  { id: 'name', title: text('about.column.name'), width: 'fill', text: (row) => row.name },
  { id: 'version', title: text('about.column.version'), width: 72, text: (row) => row.version },
  { id: 'licence', title: text('about.column.licence'), width: 110, text: (row) => row.licence },
];
