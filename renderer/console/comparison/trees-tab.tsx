import { useMemo, useRef, useState } from 'react';
import type { ComparedTree } from '../../../shared/ipc/comparison-commands.ts';
import { SIDES, type SideName } from '../../../shared/outcome/comparison-row.ts';
import { text } from '../../../shared/text/text.ts';
import type { CellAt } from '../../kit/cell-grid/cell-columns.ts';
import { CellGrid } from '../../kit/cell-grid/cell-grid.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { AskedView } from '../parts/asked-view.tsx';
import type { ComparedPair } from './compared-pair.ts';
import { Explanation } from './explanation.tsx';
import type { LabNames } from './lab-names.ts';
import { MailboxChoice } from './mailbox-choice.tsx';
import { type TreeRow, treeRows, verdictInWords } from './tree-rows.ts';
import { identifierAt, treesColumns } from './trees-columns.tsx';

interface TreesTabProps extends ComparedPair {
  readonly alias: string;
  readonly onAlias: (alias: string) => void;
}

/** The folders of one mailbox with what each target kept of their identifiers. */
export function TreesTab({ lab, other, revision, opened, names, alias, onAlias }: TreesTabProps) {
  const asking = useAsk('comparison:tree', { lab, other, alias }, revision);
  return (
    <div className="comparison-tab">
      <MailboxChoice mailboxes={opened.mailboxes} alias={alias} onAlias={onAlias} />
      <AskedView asking={asking}>{(tree) => <Tree key={alias} tree={tree} names={names} />}</AskedView>
    </div>
  );
}

function Tree({ tree, names }: { readonly tree: ComparedTree; readonly names: LabNames }) {
  const [cell, setCell] = useState<CellAt | null>(null);
  const columns = useMemo(() => treesColumns(names), [names]);
  const rows = useMemo(() => treeRows(tree), [tree]);
  const pane = useRef<HTMLElement>(null);
  const row = cell === null ? undefined : rows[cell.row];
  return (
    <>
      <CellGrid
        label={text('comparison.trees.of', { alias: tree.alias })}
        columns={columns}
        count={rows.length}
        rowAt={(index) => rows[index]}
        waiting={() => ''}
        waitingCell=""
        active={cell}
        onActive={setCell}
        onOpen={() => pane.current?.focus()}
        empty={text('comparison.trees.none')}
      />
      <Explanation paneRef={pane}>
        {cell === null || row === undefined ? (
          <p>{text('comparison.explain.select')}</p>
        ) : (
          <IdentifierExplanation row={row} names={names} column={cell.column} />
        )}
      </Explanation>
    </>
  );
}

interface IdentifierExplanationProps {
  readonly row: TreeRow;
  readonly names: LabNames;
  readonly column: number;
}

/** The bytes of an identifier on each side, and what they are good for. */
function IdentifierExplanation({ row, names, column }: IdentifierExplanationProps) {
  const { identifier: asked, side } = identifierAt(column);
  // The mailbox's own identifiers are one each, whatever the column.
  const identifier = row.kind === 'folder' ? asked : 'key';
  const sides: readonly SideName[] = side === null ? SIDES : [side];
  const about = row.kind === 'folder' ? identifier : row.kind;
  const what =
    row.kind === 'folder'
      ? text(`comparison.trees.column.${identifier}`)
      : text(`comparison.trees.${row.kind}`);
  return (
    <>
      {sides.map((each) => (
        <h2 key={each}>
          {text('comparison.trees.explain.heading', {
            folder: row.name,
            lab: names[each],
            what,
            verdict: verdictInWords(row, each, identifier),
          })}
        </h2>
      ))}
      <p>{text(`comparison.trees.explain.${about}`)}</p>
      <dl className="explanation-bytes">
        <dt>{text('comparison.trees.explain.source')}</dt>
        <dd>{row.source[identifier] ?? text('comparison.trees.explain.not-there')}</dd>
        {sides.map((each) => (
          <TargetBytes key={each} lab={names[each]} bytes={row[each][identifier]} />
        ))}
      </dl>
    </>
  );
}

function TargetBytes({ lab, bytes }: { readonly lab: string; readonly bytes: string | null }) {
  return (
    <>
      <dt>{text('comparison.trees.explain.target', { lab })}</dt>
      <dd>{bytes ?? text('comparison.trees.explain.not-there')}</dd>
    </>
  );
}
