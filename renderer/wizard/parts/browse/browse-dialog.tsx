import { useMemo, useState } from 'react';
import { text } from '../../../../shared/text/text.ts';
import { CommandButton } from '../../../kit/command-button.tsx';
import { DialogFrame } from '../../../kit/dialog/dialog-frame.tsx';
import type { TreeNode } from '../../../kit/tree-view/tree-node.ts';
import { TreeView } from '../../../kit/tree-view/tree-view.tsx';
import { branchesOf } from './browse-nodes.tsx';
import './browse-dialog.css';

interface BrowseDialogProps {
  readonly caption: string;
  /** What to do, above the tree. */
  readonly hint: string;
  readonly nodes: readonly TreeNode[];
  /** What is chosen so far, by its line's id. */
  readonly initial: string;
  /** Which lines OK takes. */
  readonly canChoose: (id: string) => boolean;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

const nothing = (): void => undefined;

/** A tree of the lab's own places to choose one from. */
export function BrowseDialog(props: BrowseDialogProps) {
  const { caption, hint, nodes, initial, canChoose, onChoose, onClose } = props;
  const [selected, setSelected] = useState(initial);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(() => new Set(branchesOf(nodes)));
  const ready = useMemo(() => canChoose(selected), [canChoose, selected]);
  const choose = (): void => {
    onChoose(selected);
    onClose();
  };
  return (
    <DialogFrame
      caption={caption}
      onClose={onClose}
      closeLabel={text('window.close')}
      {...(ready ? { onEnter: choose } : {})}
    >
      <div className="dialog-body browse-body">
        <p>{hint}</p>
        <div className="browse-tree">
          <TreeView
            label={caption}
            nodes={nodes}
            selectedId={selected}
            onSelect={setSelected}
            expanded={expanded}
            onExpand={(id, isExpanded) =>
              setExpanded((now) => {
                const next = new Set(now);
                if (isExpanded) next.add(id);
                else next.delete(id);
                return next;
              })
            }
            onWaiting={nothing}
          />
        </div>
      </div>
      <div className="dialog-buttons">
        <CommandButton label={text('window.ok')} onPress={choose} isDefault isDisabled={!ready} />
        <CommandButton label={text('wizard.properties.cancel')} onPress={onClose} />
      </div>
    </DialogFrame>
  );
}
