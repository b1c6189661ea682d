import { useState } from 'react';
import type { OpenLab } from '../../../shared/ipc/app-commands.ts';
import { text } from '../../../shared/text/text.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { ViewState } from '../../kit/view-state.tsx';
import { useComparison } from '../../stores/comparison-store.ts';
import { useConsole } from '../../stores/console-store.ts';
import { useLabs } from '../../stores/labs-store.ts';
import { Pane } from '../parts/pane.tsx';
import { ComparedTwo } from './compared-two.tsx';
import { LabChoices } from './lab-choices.tsx';
import './comparison.css';
import { TwinDialog } from './twin-dialog.tsx';
import { TwinPanel } from './twin-panel.tsx';

const NONE: readonly OpenLab[] = [];

/** Two labs side by side: what each mode did to every mailbox, and the way to have both modes run. */
export function ComparisonPane() {
  const open = useLabs((state) => state.labs?.open ?? NONE);
  const here = useConsole((state) => state.place.lab);
  const { a: wantedA, b: wantedB, twin } = useComparison((state) => state);
  const [asking, setAsking] = useState<OpenLab | null>(null);
  const isOpen = (lab: string | null): lab is string => open.some((each) => each.lab === lab);
  const current = open.find((each) => each.lab === here) ?? open[0];
  const a = isOpen(wantedA) ? wantedA : current?.lab;
  const b = isOpen(wantedB) ? wantedB : open.find((each) => each.lab !== a)?.lab;
  const nameOf = (lab: string): string => open.find((each) => each.lab === lab)?.name ?? lab;
  const twinGoing = twin !== null && (twin.state === 'going' || twin.state === 'stopping');
  const startable = current === undefined || twinGoing ? null : current;
  return (
    <Pane title={text('comparison.title')} subtitle={text('comparison.subtitle')}>
      {twin !== null && <TwinPanel twin={twin} name={nameOf(twin.lab)} />}
      {current === undefined || a === undefined ? (
        <ViewState kind="empty" text={text('comparison.none-open')} />
      ) : b === undefined ? (
        twin !== null ? null : (
          <ViewState
            kind="empty"
            text={text('comparison.one-open', { name: current.name })}
            action={{ label: text('comparison.twin.start'), onPress: () => setAsking(current) }}
          />
        )
      ) : (
        <>
          <LabChoices open={open} a={a} b={b}>
            <CommandButton
              label={text('comparison.twin.start')}
              onPress={() => setAsking(startable)}
              isDisabled={startable === null}
              wide
            />
          </LabChoices>
          {a === b ? (
            <ViewState kind="empty" text={text('comparison.pick')} />
          ) : (
            <ComparedTwo key={`${a} ${b}`} lab={a} other={b} nameA={nameOf(a)} nameB={nameOf(b)} />
          )}
        </>
      )}
      {asking !== null && <TwinDialog lab={asking.lab} name={asking.name} onClose={() => setAsking(null)} />}
    </Pane>
  );
}
