import { useEffect, useMemo } from 'react';
import type { OpenLab } from '../../shared/ipc/app-commands.ts';
import { text } from '../../shared/text/text.ts';
import type { TreeNode } from '../kit/tree-view/tree-node.ts';
import { TreeView } from '../kit/tree-view/tree-view.tsx';
import {
  type Branches,
  branchesOf,
  loadBelow,
  loadPlaces,
  reloadBranches,
  setExpanded,
  useBrowse,
} from '../stores/browse-store.ts';
import { goTo, LAB_VIEWS, type LabView, type Place, useConsole } from '../stores/console-store.ts';
import { type ForeignBranches, foreignOf, useForeign } from '../stores/foreign-store.ts';
import { useLabs } from '../stores/labs-store.ts';
import { orgNodes } from './browse/org-nodes.tsx';
import { Icon, type IconName } from './icons.tsx';

/** The tree: open labs with their views, both organizations down to their folders, and the comparison. */
export function LabTree() {
  const open = useLabs((state) => state.labs?.open ?? NONE);
  const place = useConsole((state) => state.place);
  const expanded = useBrowse((state) => state.expanded);
  const labs = useBrowse((state) => state.labs);
  const foreign = useForeign((state) => state.labs);
  useFollowBranches(open);
  const nodes = useMemo(
    (): readonly TreeNode[] => [
      { id: 'start', label: text('console.node.start'), icon: <Icon name="folder" /> },
      ...open.map((lab) =>
        labNode(lab, branchesOf({ labs, expanded: EMPTY }, lab.lab), foreignOf({ labs: foreign }, lab.lab)),
      ),
      { id: 'compare', label: text('console.node.compare'), icon: <Icon name="compare" /> },
    ],
    [open, labs, foreign],
  );
  return (
    <TreeView
      label={text('console.tree')}
      nodes={nodes}
      selectedId={idOf(place)}
      onSelect={(id) => goTo(placeOf(id, place.lab))}
      expanded={expanded}
      onExpand={setExpanded}
      onWaiting={loadWaiting}
    />
  );
}

const NONE: readonly OpenLab[] = [];
const EMPTY: ReadonlySet<string> = new Set();

/** A lab that opens stands expanded; one that changed is read anew where the tree shows it. */
function useFollowBranches(open: readonly OpenLab[]): void {
  const revisions = useLabs((state) => state.revisions);
  const labs = open.map(({ lab }) => lab).join(' ');
  const changes = open.map(({ lab }) => `${lab}:${revisions[lab] ?? 0}`).join(' ');
  useEffect(() => {
    for (const lab of labs.split(' ').filter(Boolean)) {
      setExpanded(idOf({ view: 'overview', lab }), true);
      void loadPlaces(lab);
    }
  }, [labs]);
  useEffect(() => {
    for (const change of changes.split(' ').filter(Boolean)) reloadBranches(change.split(':')[0] ?? '');
  }, [changes]);
}

/** A waiting line's id is that of the line above it and `/waiting`. */
function loadWaiting(id: string): void {
  const [lab = '', view, ...at] = id.split('/').slice(0, -1);
  if (view === 'browse') loadBelow(lab, at.join('/'));
  else void loadPlaces(lab);
}

const ICONS: Readonly<Record<LabView, IconName>> = {
  overview: 'lab',
  source: 'organization',
  target: 'organization',
  server: 'server',
  connector: 'fork',
  'migration-files': 'file',
  workstations: 'workstation',
  runs: 'runs',
  events: 'events',
  library: 'file',
};

const LABELS = {
  source: 'console.node.source-plain',
  target: 'console.node.target-plain',
  server: 'console.node.server',
  connector: 'console.node.connector',
  'migration-files': 'console.node.migration-files',
  workstations: 'console.node.workstations',
  runs: 'console.node.runs',
  events: 'console.node.events',
  library: 'console.node.library',
} as const;

function labNode({ lab, name }: OpenLab, branches: Branches, foreign: ForeignBranches): TreeNode {
  const children = viewsOf(branches).map((view): TreeNode => {
    const node = { id: idOf({ view, lab }), label: text(LABELS[view]), icon: <Icon name={ICONS[view]} /> };
    if (view !== 'source' && view !== 'target') return node;
    const below = orgNodes(view, node.id, branches, foreign, (at) => idOf({ view: 'browse', lab, at }));
    return { ...node, isBranch: true, children: below };
  });
  return { id: idOf({ view: 'overview', lab }), label: name, icon: <Icon name="lab" />, children };
}

/** Only a lab of post offices has a connector, and migration files that it made. */
function viewsOf({ places }: Branches): readonly Exclude<LabView, 'overview'>[] {
  const isForeign = places?.source.kind === 'post-offices';
  return LAB_VIEWS.filter((view) => view !== 'overview').filter(
    (view) => isForeign || (view !== 'connector' && view !== 'migration-files'),
  );
}

function idOf({ view, lab, at }: Place): string {
  if (view === 'start' || view === 'compare') return view;
  return view === 'browse' ? `${lab}/browse/${at ?? ''}` : `${lab}/${view}`;
}

function placeOf(id: string, current: string | null): Place {
  if (id === 'start' || id === 'compare') return { view: id, lab: current };
  const [lab = null, wanted, ...at] = id.split('/');
  if (wanted === 'browse') return { view: 'browse', lab, at: at.join('/') };
  return { view: LAB_VIEWS.find((view) => view === wanted) ?? 'overview', lab };
}
