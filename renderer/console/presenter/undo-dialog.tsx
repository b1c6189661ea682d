import { useRef, useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatBytes } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { undoWhat } from '../../../shared/text/undo-text.ts';
import { ask } from '../../bridge.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { DialogFrame } from '../../kit/dialog/dialog-frame.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { say } from '../../stores/console-store.ts';
import { useLabs } from '../../stores/labs-store.ts';
import { useAsk } from '../../stores/use-ask.ts';
import '../dialogs/dialogs.css';
import './presenter-bar.css';
import { AskedView } from '../parts/asked-view.tsx';
import { ClearCopies } from './clear-copies.tsx';

type Copy = CommandOutput<'lab:undo'>['copies'][number];

interface UndoDialogProps {
  readonly lab: string;
  readonly onClose: () => void;
}

/** The copies from before runs and acts, with their sizes, and the way back to one of them. */
export function UndoDialog({ lab, onClose }: UndoDialogProps) {
  const asking = useAsk(
    'lab:undo',
    { lab },
    useLabs((state) => state.revisions[lab] ?? 0),
  );
  const [chosen, setChosen] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const going = useRef(false);
  const goBack = async (copy: Copy): Promise<void> => {
    // Disabled, the button would lose the focus, and the dialog the keyboard.
    if (going.current) return;
    going.current = true;
    const answer = await ask('lab:undo', { lab, to: copy.number });
    going.current = false;
    if (!answer.ok) return setProblem(answer.failure.message);
    say(text('undo.went', { what: undoWhat(copy) }));
    onClose();
  };
  const copies = asking.asked.status === 'ready' ? asking.asked.value.copies : [];
  const copy = copies.find((each) => each.number === chosen);
  return (
    <DialogFrame
      caption={text('undo.caption')}
      size="wide"
      onClose={onClose}
      closeLabel={text('window.close')}
    >
      <div className="dialog-body stack">
        <p>{text('undo.about')}</p>
        <AskedView asking={asking}>
          {(kept) => (
            <>
              <div className="dialog-list undo-list">
                <ListView
                  label={text('undo.list')}
                  columns={COLUMNS}
                  rows={kept.copies}
                  rowKey={(row) => String(row.number)}
                  selectedKey={chosen === null ? null : String(chosen)}
                  onSelect={(row) => setChosen(row.number)}
                  empty={text('undo.empty')}
                />
              </div>
              <p className="selectable">
                {text('undo.size', {
                  count: kept.copies.length,
                  size: formatBytes(kept.bytes),
                  folder: kept.folder.split(/[\\/]/).at(-1) ?? kept.folder,
                })}
              </p>
            </>
          )}
        </AskedView>
        <p role="alert">{problem}</p>
      </div>
      <div className="dialog-buttons">
        <ClearCopies
          lab={lab}
          kept={asking.asked.status === 'ready' ? asking.asked.value : null}
          onCleared={onClose}
          onProblem={setProblem}
        />
        <CommandButton
          wide
          label={text('undo.go')}
          isDisabled={copy === undefined}
          onPress={() => {
            if (copy !== undefined) void goBack(copy);
          }}
        />
        <CommandButton label={text('undo.close')} onPress={onClose} isDefault autoFocus />
      </div>
    </DialogFrame>
  );
}

/** The machine's own time, as people's clocks show it. */
function hostTime(at: number): string {
  const time = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}

const COLUMNS: readonly Column<Copy>[] = [
  {
    id: 'number',
    title: text('undo.column.number'),
    width: 40,
    align: 'right',
    text: (row) => String(row.number),
  },
  { id: 'time', title: text('undo.column.time'), width: 126, text: (row) => hostTime(row.at) },
  { id: 'what', title: text('undo.column.what'), width: 'fill', text: undoWhat },
  {
    id: 'size',
    title: text('undo.column.size'),
    width: 72,
    align: 'right',
    text: (row) => formatBytes(row.bytes),
  },
];
