import type { ReactNode } from 'react';
import type { OpenLab } from '../../../shared/ipc/app-commands.ts';
import { text } from '../../../shared/text/text.ts';
import { Combo } from '../../kit/combo.tsx';
import { chooseLab } from '../../stores/comparison-store.ts';

interface LabChoicesProps {
  readonly open: readonly OpenLab[];
  readonly a: string;
  readonly b: string;
  readonly children: ReactNode;
}

/** Which two of the open labs lie side by side. */
export function LabChoices({ open, a, b, children }: LabChoicesProps) {
  const choices = open.map((each) => ({ value: each.lab, label: each.name }));
  return (
    <div className="comparison-labs">
      <Combo
        label={text('comparison.lab-a')}
        choices={choices}
        value={a}
        onChange={(lab) => chooseLab('a', lab)}
      />
      <Combo
        label={text('comparison.lab-b')}
        choices={choices}
        value={b}
        onChange={(lab) => chooseLab('b', lab)}
      />
      {children}
    </div>
  );
}
