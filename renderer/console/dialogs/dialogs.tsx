import { text } from '../../../shared/text/text.ts';
import { MessageBox } from '../../kit/dialog/message-box.tsx';
import { showDialog, useConsole } from '../../stores/console-store.ts';
import { UndoDialog } from '../presenter/undo-dialog.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { NewLabDialog } from './new-lab-dialog.tsx';
import { RunDialog } from './run-dialog.tsx';

const close = (): void => showDialog(null);

/** The dialog that is open over the main window, if any. */
export function Dialogs() {
  const dialog = useConsole((state) => state.dialog);
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'new-lab':
      return <NewLabDialog />;
    case 'about':
      return <AboutDialog />;
    case 'run':
      return <RunDialog lab={dialog.lab} />;
    case 'undo':
      return <UndoDialog lab={dialog.lab} onClose={close} />;
    case 'failure':
      return (
        <MessageBox
          caption={text('console.failed.caption')}
          kind="error"
          text={[dialog.failure.message]}
          buttons={[{ label: text('window.ok'), onPress: close }]}
          onClose={close}
          closeLabel={text('window.close')}
        />
      );
    case 'note':
      return (
        <MessageBox
          caption={dialog.caption}
          kind="information"
          text={dialog.lines}
          buttons={[{ label: text('window.ok'), onPress: close }]}
          onClose={close}
          closeLabel={text('window.close')}
        />
      );
  }
}
