import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { text } from '../../shared/text/text.ts';
import { AccessLabel } from '../kit/access-key/access-label.tsx';
import { accessKeyOf } from '../kit/access-key/mnemonic.ts';
import '../kit/command-button.css';
import { showDialog, useConsole } from '../stores/console-store.ts';
import { setPreferences, usePreferences } from '../stores/preferences-store.ts';
import { forkLab, openLab, startWizard } from './actions.ts';
import { Icon, type IconName } from './icons.tsx';
import { openTour, TOUR_TOOL_ID } from './tour/tour-moves.ts';

export function Toolbar() {
  const lab = useConsole((state) => state.place.lab);
  const preferences = usePreferences();
  const withLab = (act: (lab: string) => void) => (): void => {
    if (lab !== null) act(lab);
  };
  return (
    <header className="toolbar">
      <Tool icon="lab" label={text('console.new')} onPress={() => showDialog({ kind: 'new-lab' })} />
      <Tool icon="folder" label={text('console.open')} onPress={() => void openLab()} />
      <Tool
        icon="fork"
        label={text('console.fork')}
        isDisabled={lab === null}
        onPress={withLab((id) => void forkLab(id))}
      />
      <span className="toolbar-gap" />
      <Tool
        icon="wizard"
        label={text('console.wizard')}
        isDisabled={lab === null}
        onPress={withLab((id) => void startWizard(id, 'default'))}
      />
      <Tool
        icon="file"
        label={text('console.run')}
        isDisabled={lab === null}
        onPress={withLab((id) => showDialog({ kind: 'run', lab: id }))}
      />
      <span className="toolbar-gap" />
      <Tool
        icon="runs"
        label={text('demo.toggle')}
        onPress={() => void setPreferences({ presenter: preferences?.presenter === false })}
      />
      <Tool icon="tour" id={TOUR_TOOL_ID} label={text('tour.open')} onPress={() => void openTour()} />
      <Tool icon="about" label={text('about.open')} onPress={() => showDialog({ kind: 'about' })} />
    </header>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly id?: string;
}

function Tool({ icon, label, onPress, isDisabled = false, id }: ToolProps): ReactNode {
  return (
    <Button
      className="command-button wide"
      {...(id === undefined ? {} : { id })}
      isDisabled={isDisabled}
      onPress={onPress}
      data-access-key={accessKeyOf(label)}
    >
      <Icon name={icon} />
      <span className="command-button-label">
        <AccessLabel label={label} />
      </span>
    </Button>
  );
}
