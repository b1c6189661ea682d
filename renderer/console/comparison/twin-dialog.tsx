import { useState } from 'react';
import { text } from '../../../shared/text/text.ts';
import { CheckBox } from '../../kit/check-box.tsx';
import { CommandButton } from '../../kit/command-button.tsx';
import { DialogFrame } from '../../kit/dialog/dialog-frame.tsx';
import { startTwin } from '../../stores/comparison-store.ts';
import { useAsk } from '../../stores/use-ask.ts';
import '../dialogs/dialogs.css';
import { useRevision } from '../panes/use-lab.ts';

interface TwinDialogProps {
  readonly lab: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Says what a twin run does before it begins. */
export function TwinDialog({ lab, name, onClose }: TwinDialogProps) {
  const [clients, setClients] = useState(true);
  const { asked } = useAsk('lab:runs', { lab }, useRevision(lab));
  const migrated = asked.status === 'ready' && asked.value.runs.some((run) => run.state !== 'refused');
  const start = (): void => {
    onClose();
    void startTwin(lab, clients);
  };
  return (
    <DialogFrame
      caption={text('comparison.twin.caption')}
      onClose={onClose}
      onEnter={start}
      closeLabel={text('window.close')}
    >
      <div className="dialog-body stack comparison-twin-body">
        <p>{text('comparison.twin.about', { name })}</p>
        {migrated && <p className="comparison-warning">{text('comparison.twin.migrated')}</p>}
        <CheckBox label={text('comparison.twin.clients')} isSelected={clients} onChange={setClients} />
      </div>
      <div className="dialog-buttons">
        <CommandButton label={text('comparison.twin.ok')} onPress={start} isDefault autoFocus />
        <CommandButton label={text('comparison.twin.cancel')} onPress={onClose} />
      </div>
    </DialogFrame>
  );
}
