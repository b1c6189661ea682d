import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { fromHex } from '../../../shared/identity/bytes.ts';
import { formatGuid } from '../../../shared/identity/guid.ts';
import { formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { BytesView } from '../browse/bytes-view.tsx';
import { AskedView } from '../parts/asked-view.tsx';
import { useRevision } from '../panes/use-lab.ts';
import '../browse/browse.css';

type File = CommandOutput<'lab:workstation'>['files'][number];
type IdSet = CommandOutput<'lab:ost-state'>['sets'][number];

interface OstStateProps {
  readonly lab: string;
  readonly file: File;
}

/** One line of a decoded set: a range of one REPLGUID. */
interface Line {
  readonly key: string;
  readonly set: IdSet;
  readonly guid: string;
  readonly range: string;
}

/** The state of an .ost folder by folder: its IDSETs as ranges per REPLGUID, and their bytes field by field. */
export function OstState({ lab, file }: OstStateProps) {
  const [folder, setFolder] = useState<string | null>(null);
  const rows: readonly { key: string; name: string; items: number | null }[] = [
    { key: '', name: text('ws.hierarchy'), items: null },
    ...file.folders.map(({ key, path, items }) => ({ key, name: path.join('\\'), items })),
  ];
  const chosen = folder ?? '';
  return (
    <div className="ost-state">
      <ListView
        label={text('ws.state.folders')}
        columns={FOLDERS}
        rows={rows}
        rowKey={(row) => row.key}
        selectedKey={chosen}
        onSelect={(row) => setFolder(row.key)}
        empty=""
      />
      <StateOf key={chosen} lab={lab} ost={file.id} folder={chosen} />
    </div>
  );
}

const FOLDERS: readonly Column<{ key: string; name: string; items: number | null }>[] = [
  { id: 'name', title: text('browse.column.folder'), width: 'fill', text: (row) => row.name },
  {
    id: 'items',
    title: text('ws.column.held'),
    width: 62,
    align: 'right',
    text: (row) => (row.items === null ? '' : formatCount(row.items)),
  },
];

interface StateOfProps {
  readonly lab: string;
  readonly ost: number;
  readonly folder: string;
}

function StateOf({ lab, ost, folder }: StateOfProps) {
  const input = folder === '' ? { lab, ost } : { lab, ost, folder };
  const asking = useAsk('lab:ost-state', input, useRevision(lab));
  const [key, setKey] = useState<string | null>(null);
  return (
    <AskedView asking={asking}>
      {({ sets }) => {
        const lines = sets.flatMap(linesOf);
        const set = lines.find((line) => line.key === key)?.set ?? sets[0];
        return (
          <div className="browse-fill">
            <ListView
              label={text('ws.state.sets')}
              columns={SETS}
              rows={lines}
              rowKey={(line) => line.key}
              selectedKey={key}
              onSelect={(line) => setKey(line.key)}
              empty={text('ws.state.empty')}
            />
            {set !== undefined && (
              <BytesView
                key={`${set.name} ${set.hex}`}
                label={text('browse.bytes.of', { name: setName(set) })}
                kind="idset"
                hex={set.hex}
              />
            )}
          </div>
        );
      }}
    </AskedView>
  );
}

function setName({ name }: IdSet): string {
  return name === 'given' || name === 'seen' || name === 'seen-fai' || name === 'read'
    ? text(`ws.set.${name}`)
    : name;
}

function linesOf(set: IdSet): readonly Line[] {
  if (set.guids.length === 0) return [{ key: set.name, set, guid: '', range: text('ws.state.none') }];
  return set.guids.flatMap(({ guid, ranges, more }) => {
    const bytes = fromHex(guid);
    const shown = bytes.ok ? formatGuid(bytes.value) : guid;
    const lines = ranges.map(
      ([low = 0, high = 0]): Line => ({
        key: `${set.name} ${guid} ${low}`,
        set,
        guid: shown,
        range: low === high ? `0x${low.toString(16)}` : `0x${low.toString(16)} - 0x${high.toString(16)}`,
      }),
    );
    const rest = {
      key: `${set.name} ${guid} more`,
      set,
      guid: shown,
      range: text('ws.state.more', { count: more }),
    };
    return more === 0 ? lines : [...lines, rest];
  });
}

const SETS: readonly Column<Line>[] = [
  {
    id: 'set',
    title: text('ws.column.set'),
    width: 128,
    text: (line) => text('ws.state.set', { name: setName(line.set), count: formatCount(line.set.ids) }),
  },
  { id: 'guid', title: text('explain.name.replguid'), width: 'fill', text: (line) => line.guid },
  { id: 'range', title: text('ws.column.range'), width: 150, text: (line) => line.range },
];
