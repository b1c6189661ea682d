import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree';
import './tree-view.css';

export interface TreeNode {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly children?: readonly TreeNode[];
}

interface TreeViewProps {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  readonly selectedId: string;
  readonly onSelect: (id: string) => void;
  readonly defaultExpanded: readonly string[];
  /** Names the plus and minus boxes for screen readers. */
  readonly expandLabel: string;
}

/** A tree with plus and minus boxes; arrows, Home, End and type-ahead. */
export function TreeView({
  label,
  nodes,
  selectedId,
  onSelect,
  defaultExpanded,
  expandLabel,
}: TreeViewProps) {
  return (
    <Tree
      className="tree-view"
      aria-label={label}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[selectedId]}
      defaultExpandedKeys={defaultExpanded}
      onSelectionChange={(keys) => {
        if (keys === 'all') return;
        const [key] = keys;
        if (typeof key === 'string') onSelect(key);
      }}
    >
      {nodes.map((node) => treeItem(node, expandLabel))}
    </Tree>
  );
}

function treeItem(node: TreeNode, expandLabel: string): ReactNode {
  const children = node.children ?? [];
  return (
    <TreeItem key={node.id} id={node.id} textValue={node.label} className="tree-item">
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <div className="tree-row" data-level={level}>
            {hasChildItems ? (
              <Button slot="chevron" className="tree-box" aria-label={expandLabel}>
                <svg viewBox="0 0 9 9" width="9" height="9" aria-hidden="true" shapeRendering="crispEdges">
                  <path d="M2 4h5v1H2z" />
                  {!isExpanded && <path d="M4 2h1v5H4z" />}
                </svg>
              </Button>
            ) : (
              <span className="tree-gap" />
            )}
            {node.icon !== undefined && <span className="tree-icon">{node.icon}</span>}
            <span className="tree-label">{node.label}</span>
          </div>
        )}
      </TreeItemContent>
      {children.map((child) => treeItem(child, expandLabel))}
    </TreeItem>
  );
}
