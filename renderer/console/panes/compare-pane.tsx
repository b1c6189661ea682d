import { useState } from 'react';
import type { OpenLab } from '../../../shared/ipc/app-commands.ts';
import { text } from '../../../shared/text/text.ts';
import { Combo } from '../../kit/combo.tsx';
import { ViewState } from '../../kit/view-state.tsx';
import { useConsole } from '../../stores/console-store.ts';
import { useLabs } from '../../stores/labs-store.ts';
import { forkLab } from '../actions.ts';
import { FateTable } from '../parts/fate-table.tsx';
import { Pane } from '../parts/pane.tsx';

const NONE: readonly OpenLab[] = [];

/** The outcome tables of two labs beside each other. */
export function ComparePane() {
  const open = useLabs((state) => state.labs?.open ?? NONE);
  const lab = useConsole((state) => state.place.lab);
  const [chosen, setChosen] = useState<{ readonly left?: string; readonly right?: string }>({});
  const left = existing(open, chosen.left) ?? existing(open, lab ?? undefined) ?? open[0]?.lab;
  const right = existing(open, chosen.right) ?? open.find((each) => each.lab !== left)?.lab;
  return (
    <Pane title={text('console.compare.title')} subtitle={text('console.compare.subtitle')}>
      {left === undefined || right === undefined ? (
        <ViewState
          kind="empty"
          text={text('console.compare.one')}
          {...(lab === null
            ? {}
            : { action: { label: text('console.compare.fork'), onPress: () => void forkLab(lab) } })}
        />
      ) : (
        <div className="two-lists">
          <Side
            label={text('console.compare.left')}
            lab={left}
            open={open}
            onChange={(id) => setChosen({ ...chosen, left: id })}
          />
          <Side
            label={text('console.compare.right')}
            lab={right}
            open={open}
            onChange={(id) => setChosen({ ...chosen, right: id })}
          />
        </div>
      )}
    </Pane>
  );
}

function existing(open: readonly OpenLab[], lab: string | undefined): string | undefined {
  return open.find((each) => each.lab === lab)?.lab;
}

interface SideProps {
  readonly label: string;
  readonly lab: string;
  readonly open: readonly OpenLab[];
  readonly onChange: (lab: string) => void;
}

function Side({ label, lab, open, onChange }: SideProps) {
  return (
    <div>
      <Combo
        label={label}
        stacked
        value={lab}
        choices={open.map((each) => ({ value: each.lab, label: each.name }))}
        onChange={onChange}
      />
      <FateTable key={lab} lab={lab} name={open.find((each) => each.lab === lab)?.name ?? ''} />
    </div>
  );
}
