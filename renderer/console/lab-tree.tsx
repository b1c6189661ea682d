import type { OpenLab } from '../../shared/ipc/app-commands.ts';
import { text } from '../../shared/text/text.ts';
import { type TreeNode, TreeView } from '../kit/tree-view/tree-view.tsx';
import { goTo, LAB_VIEWS, type LabView, type Place, useConsole } from '../stores/console-store.ts';
import { useLabs } from '../stores/labs-store.ts';
import { Icon, type IconName } from './icons.tsx';

/** The tree: open labs with their views, and the comparison. */
export function LabTree() {
  const open = useLabs((state) => state.labs?.open ?? NONE);
  const place = useConsole((state) => state.place);
  return (
    <TreeView
      // A lab that opens later is to stand expanded too.
      key={open.map((lab) => lab.lab).join(' ')}
      label={text('console.tree')}
      expandLabel={text('console.expand')}
      nodes={[
        { id: 'start', label: text('console.node.start'), icon: <Icon name="folder" /> },
        ...open.map(labNode),
        { id: 'compare', label: text('console.node.compare'), icon: <Icon name="compare" /> },
      ]}
      defaultExpanded={open.map((lab) => idOf({ view: 'overview', lab: lab.lab }))}
      selectedId={idOf(place)}
      onSelect={(id) => goTo(placeOf(id, place.lab))}
    />
  );
}

const NONE: readonly OpenLab[] = [];

const ICONS: Readonly<Record<LabView, IconName>> = {
  overview: 'lab',
  source: 'organization',
  target: 'organization',
  server: 'server',
  workstations: 'workstation',
  runs: 'runs',
  events: 'events',
};

const LABELS = {
  source: 'console.node.source-plain',
  target: 'console.node.target-plain',
  server: 'console.node.server',
  workstations: 'console.node.workstations',
  runs: 'console.node.runs',
  events: 'console.node.events',
} as const;

function labNode({ lab, name }: OpenLab): TreeNode {
  const children = LAB_VIEWS.filter((view) => view !== 'overview').map((view) => ({
    id: idOf({ view, lab }),
    label: text(LABELS[view]),
    icon: <Icon name={ICONS[view]} />,
  }));
  return { id: idOf({ view: 'overview', lab }), label: name, icon: <Icon name="lab" />, children };
}

function idOf({ view, lab }: Place): string {
  return view === 'start' || view === 'compare' ? view : `${lab}/${view}`;
}

function placeOf(id: string, current: string | null): Place {
  if (id === 'start' || id === 'compare') return { view: id, lab: current };
  const [lab = null, wanted] = id.split('/');
  return { view: LAB_VIEWS.find((view) => view === wanted) ?? 'overview', lab };
}
