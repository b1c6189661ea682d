import { useState } from 'react';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { Edit } from '../../kit/edit.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { say, showFailure } from '../../stores/console-store.ts';
import './server.css';

interface Drive {
  readonly letter: string;
  readonly path: string;
}

interface DrivesProps {
  readonly lab: string;
  readonly drives: readonly Drive[];
}

/** Mapped drives: a letter for a directory of the network, and its end. */
export function Drives({ lab, drives }: DrivesProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [letter, setLetter] = useState('');
  const [path, setPath] = useState('');
  const selected = drives.find((drive) => drive.letter === chosen);
  const map = async (of: string, to: string | null): Promise<void> => {
    const answer = await ask('lab:drive', { lab, letter: of, path: to });
    if (!answer.ok) return showFailure(answer.failure);
    say(
      to === null
        ? text('server.drive.unmapped', { letter: of })
        : text('server.drive.mapped', { letter: of, path: to }),
    );
  };
  return (
    <>
      <ListView
        label={text('server.drives')}
        columns={COLUMNS}
        rows={drives}
        rowKey={(row) => row.letter}
        selectedKey={chosen}
        onSelect={(row) => setChosen(row.letter)}
        empty={text('server.no-drives')}
      />
      <div className="pane-row drive-row">
        <div className="letter-field">
          <Edit label={text('server.drive.letter')} value={letter} onChange={setLetter} maxLength={2} />
        </div>
        <div className="path-field">
          <Edit label={text('server.drive.path')} value={path} onChange={setPath} maxLength={259} />
        </div>
        <CommandButton
          label={text('server.drive.map')}
          isDisabled={letter.trim() === '' || path.trim() === ''}
          onPress={() => void map(letter.trim(), path.trim())}
        />
        <CommandButton
          label={text('server.drive.unmap')}
          isDisabled={selected === undefined}
          onPress={() => {
            if (selected !== undefined) void map(selected.letter, null);
          }}
        />
      </div>
    </>
  );
}

const COLUMNS: readonly Column<Drive>[] = [
  { id: 'letter', title: text('server.column.drive'), width: 90, text: (row) => row.letter },
  { id: 'path', title: text('server.column.leads-to'), width: 'fill', text: (row) => row.path },
];
