import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CommandOutput } from '../../shared/ipc/app-commands.ts';
import type { Result } from '../../shared/result.ts';
import { ask } from '../bridge.ts';
import { parsePlace } from './browse-place.ts';
import { loadBelowForeign, loadPublicFolders, reloadForeign } from './foreign-store.ts';

type Mailboxes = CommandOutput<'lab:mailboxes'>['rows'];

/** What is known of a lab's tree below its organizations. */
export interface Branches {
  readonly places: CommandOutput<'lab:places'> | null;
  /** By store: the mailboxes fetched so far, and how many there are. */
  readonly stores: Readonly<Record<number, { readonly rows: Mailboxes; readonly total: number }>>;
  /** By mailbox. */
  readonly folders: Readonly<Record<number, CommandOutput<'lab:folders'>['folders']>>;
  /** Why the last branch could not be read, or null. */
  readonly failure: string | null;
}

interface BrowseState {
  readonly labs: Readonly<Record<string, Branches>>;
  /** Lines of the tree that are expanded, by id. */
  readonly expanded: ReadonlySet<string>;
}

const NOTHING: Branches = { places: null, stores: {}, folders: {}, failure: null };
/** Mailboxes that the tree fetches at once; more come as one scrolls. */
const MAILBOXES_AT_ONCE = 200;

export const browseStore = createStore<BrowseState>(() => ({ labs: {}, expanded: new Set() }));

export function useBrowse<T>(select: (state: BrowseState) => T): T {
  return useStore(browseStore, select);
}

export function branchesOf(state: BrowseState, lab: string): Branches {
  return state.labs[lab] ?? NOTHING;
}

export function setExpanded(id: string, isExpanded: boolean): void {
  browseStore.setState(({ expanded }) => {
    const next = new Set(expanded);
    if (isExpanded) next.add(id);
    else next.delete(id);
    return { expanded: next };
  });
}

function learn(lab: string, change: (branches: Branches) => Partial<Branches>): void {
  browseStore.setState((state) => {
    const before = branchesOf(state, lab);
    return { labs: { ...state.labs, [lab]: { ...before, ...change(before) } } };
  });
}

const going = new Set<string>();

/** Asks once at a time for each branch; a failure is kept with the lab. */
async function fetchOnce<T>(
  lab: string,
  what: string,
  asked: () => Promise<Result<T>>,
  take: (value: T) => (branches: Branches) => Partial<Branches>,
): Promise<void> {
  const key = `${lab} ${what}`;
  if (going.has(key)) return;
  going.add(key);
  const answer = await asked();
  going.delete(key);
  if (answer.ok) learn(lab, (branches) => ({ failure: null, ...take(answer.value)(branches) }));
  else learn(lab, () => ({ failure: answer.failure.message }));
}

export function loadPlaces(lab: string): Promise<void> {
  void loadPublicFolders(lab);
  return fetchOnce(
    lab,
    'places',
    () => ask('lab:places', { lab }),
    (places) => () => ({ places }),
  );
}

function loadMailboxes(lab: string, store: number, from: number): Promise<void> {
  const count = MAILBOXES_AT_ONCE;
  return fetchOnce(
    lab,
    `store/${store}`,
    () => ask('lab:mailboxes', { lab, store, from, count }),
    ({ rows, total }) =>
      ({ stores }) => {
        const before = from === 0 ? [] : (stores[store]?.rows.slice(0, from) ?? []);
        return { stores: { ...stores, [store]: { rows: [...before, ...rows], total } } };
      },
  );
}

function loadFolders(lab: string, mailbox: number): Promise<void> {
  return fetchOnce(
    lab,
    `mailbox/${mailbox}`,
    () => ask('lab:folders', { lab, mailbox }),
    ({ folders }) =>
      (branches) => ({ folders: { ...branches.folders, [mailbox]: folders } }),
  );
}

/** Fetches what stands below a place of the tree, or more of it. */
export function loadBelow(lab: string, at: string): void {
  if (loadBelowForeign(lab, at)) return;
  const place = parsePlace(at);
  if (place?.kind === 'store') {
    const known = branchesOf(browseStore.getState(), lab).stores[place.id]?.rows.length ?? 0;
    void loadMailboxes(lab, place.id, known);
  } else if (place?.kind === 'mailbox') void loadFolders(lab, place.id);
  else if (place === null) void loadPlaces(lab);
}

/** The lab changed: what the tree holds of it is read anew. */
export function reloadBranches(lab: string): void {
  reloadForeign(lab);
  const { places, stores, folders } = branchesOf(browseStore.getState(), lab);
  if (places !== null) void loadPlaces(lab);
  // Only the first mailboxes: the rest comes again when somebody scrolls to it.
  for (const store of Object.keys(stores)) void loadMailboxes(lab, Number(store), 0);
  for (const mailbox of Object.keys(folders)) void loadFolders(lab, Number(mailbox));
}
