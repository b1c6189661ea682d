import type { CommandOutput } from '../../../../shared/ipc/app-commands.ts';
import { text } from '../../../../shared/text/text.ts';
import type { TreeNode } from '../../../kit/tree-view/tree-node.ts';
import { useAsk } from '../../../stores/use-ask.ts';
import { useWindow } from '../../../stores/wizard-hooks.ts';
import { BrowseDialog } from '../../parts/browse/browse-dialog.tsx';
import { PlaceIcon } from '../../parts/browse/place-icon.tsx';

interface PackingListBrowserProps {
  readonly initial: string;
  readonly onChoose: (packingList: string) => void;
  readonly onClose: () => void;
}

/** The packing lists on the disk of the migration server, by the folder that they stand in. */
export function PackingListBrowser({ initial, onChoose, onClose }: PackingListBrowserProps) {
  const lab = useWindow((state) => state.context.lab);
  const { asked } = useAsk('lab:file-sets', { lab }, 0);
  // The tree opens with what it has: it is drawn once its lines are known.
  if (asked.status === 'loading') return null;
  const sets = asked.status === 'ready' ? asked.value.sets : [];
  const lists = new Set(listsOf(sets).map(({ path }) => path));
  return (
    <BrowseDialog
      caption={text('wizard.browse.packing-list')}
      hint={text('wizard.browse.packing-list-hint')}
      nodes={lists.size === 0 ? NOTHING : nodesOf(sets)}
      initial={lists.has(initial) ? initial : 'nothing'}
      canChoose={(id) => lists.has(id)}
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}

type Sets = CommandOutput<'lab:file-sets'>['sets'];

const listsOf = (sets: Sets) => sets.flatMap(({ files }) => files.filter(({ name }) => /\.pkl$/i.test(name)));

const NOTHING: readonly TreeNode[] = [{ id: 'nothing', label: text('wizard.browse.nothing') }];

function nodesOf(sets: Sets): readonly TreeNode[] {
  return sets
    .map((set) => ({ folder: set.path, lists: listsOf([set]) }))
    .filter(({ lists }) => lists.length > 0)
    .map(({ folder, lists }) => ({
      id: `folder/${folder}`,
      label: folder,
      icon: <PlaceIcon of="folder" />,
      children: lists.map(({ name, path }) => ({ id: path, label: name, icon: <PlaceIcon of="store" /> })),
    }));
}
