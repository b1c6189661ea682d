// biome-ignore-all lint/a11y/useSemanticElements: a tree is no table, and renders its visible lines only
// biome-ignore-all lint/a11y/useFocusableInteractive: the tree is the one tab stop and points at its selected line
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the tree handles the keys for its lines
// biome-ignore-all lint/a11y/noStaticElementInteractions: the box before a branch is drawn, its keys are the arrows
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { ROW_HEIGHT, scrollToShow, visibleRange } from '../list-view/geometry.ts';
import { findTyped, NOTHING_TYPED, typeKey } from '../list-view/type-ahead.ts';
import { useViewport } from '../list-view/use-viewport.ts';
import { canExpand, flatten, type TreeLine } from './flatten.ts';
import { treeMove } from './tree-keys.ts';
import type { TreeNode } from './tree-node.ts';
import './tree-view.css';

interface TreeViewProps {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  readonly selectedId: string;
  readonly onSelect: (id: string) => void;
  readonly expanded: ReadonlySet<string>;
  readonly onExpand: (id: string, isExpanded: boolean) => void;
  /** A line that stands for more came into view. */
  readonly onWaiting: (id: string) => void;
}

/** A tree with plus and minus boxes; arrows, Home, End, paging and type-ahead. Renders its visible lines only. */
export function TreeView(props: TreeViewProps) {
  const { label, nodes, selectedId, onSelect, expanded, onExpand, onWaiting } = props;
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const { scrollTop, height } = useViewport(box);
  const lines = useMemo(() => flatten(nodes, expanded), [nodes, expanded]);
  const at = lines.findIndex(({ node }) => node.id === selectedId);
  const { first, end } = visibleRange(scrollTop, height, lines.length);
  const shown = lines.slice(first, end);
  const waiting = shown.find(({ node }) => node.isWaiting === true)?.node.id;

  useEffect(() => {
    if (waiting !== undefined) onWaiting(waiting);
  }, [waiting, onWaiting]);
  // A place chosen elsewhere comes into view here, too; a branch that grows moves nothing.
  const selectedAt = useRef(at);
  selectedAt.current = at;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another selection is a reason to scroll
  useEffect(() => show(box.current, selectedAt.current), [selectedId]);

  const select = (index: number): void => {
    const line = lines[index];
    if (line === undefined || line.node.isWaiting === true) return;
    show(box.current, index);
    onSelect(line.node.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(height / ROW_HEIGHT) - 1);
    const move = treeMove(event.key, lines, at, expanded, page);
    if (move !== null) {
      event.preventDefault();
      if (move.kind === 'to') select(move.index);
      else onExpand(move.id, move.kind === 'expand');
    } else if (event.key.length === 1 && event.key !== ' ') {
      const next = typeKey(typed, event.key, event.timeStamp);
      setTyped(next);
      const found = findTyped(lines.length, (index) => lines[index]?.node.label ?? '', next.text, at);
      if (found >= 0) select(found);
    }
  };

  return (
    <div
      ref={box}
      className="tree-view"
      role="treegrid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={lines.length}
      aria-activedescendant={at >= first && at < end ? `${base}-${at}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div
        role="rowgroup"
        className="tree-lines"
        style={{ paddingTop: first * ROW_HEIGHT, height: lines.length * ROW_HEIGHT }}
      >
        {shown.map((line, offset) => (
          <TreeRow
            key={line.node.id}
            id={`${base}-${first + offset}`}
            index={first + offset}
            line={line}
            isSelected={line.node.id === selectedId}
            isExpanded={expanded.has(line.node.id)}
            onSelect={() => select(first + offset)}
            onExpand={() => onExpand(line.node.id, !expanded.has(line.node.id))}
          />
        ))}
      </div>
    </div>
  );
}

function show(element: HTMLElement | null, index: number): void {
  if (element === null || index < 0) return;
  element.scrollTop = scrollToShow(index, element.scrollTop, element.clientHeight);
}

interface TreeRowProps {
  readonly id: string;
  readonly index: number;
  readonly line: TreeLine;
  readonly isSelected: boolean;
  readonly isExpanded: boolean;
  readonly onSelect: () => void;
  readonly onExpand: () => void;
}

function TreeRow({ id, index, line, isSelected, isExpanded, onSelect, onExpand }: TreeRowProps) {
  const { node, level, place, count, rails } = line;
  const isBranch = canExpand(node);
  return (
    <div
      id={id}
      role="row"
      className="tree-row"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={count}
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      aria-expanded={isBranch ? isExpanded : undefined}
      aria-busy={node.isWaiting === true ? true : undefined}
      onClick={onSelect}
      onDoubleClick={isBranch ? onExpand : undefined}
    >
      <span className="tree-rails" aria-hidden="true" data-odd={index % 2 === 1}>
        {rails.map((leadsOn, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
          <span key={at} className="tree-rail" data-on={leadsOn} />
        ))}
        <span className="tree-joint" data-first={level === 1 && place === 1} data-last={place === count}>
          {isBranch && (
            <span
              className="tree-box"
              aria-hidden="true"
              onClick={(event) => {
                event.stopPropagation();
                onExpand();
              }}
              onDoubleClick={(event) => event.stopPropagation()}
            >
              <svg viewBox="0 0 9 9" width="9" height="9" aria-hidden="true" shapeRendering="crispEdges">
                <path d="M2 4h5v1H2z" />
                {!isExpanded && <path d="M4 2h1v5H4z" />}
              </svg>
            </span>
          )}
        </span>
      </span>
      {node.icon !== undefined && (
        <span className="tree-icon" aria-hidden="true">
          {node.icon}
        </span>
      )}
      <span role="gridcell" className="tree-label">
        {node.label}
      </span>
    </div>
  );
}
