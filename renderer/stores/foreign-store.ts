import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CommandOutput } from '../../shared/ipc/app-commands.ts';
import type { Result } from '../../shared/result.ts';
import { ask } from '../bridge.ts';
import { parseForeign } from './foreign-place.ts';

type Folders = CommandOutput<'lab:po-folders'>['folders'];
type Users = CommandOutput<'lab:po-users'>['rows'];

/** What is known of a lab's tree below its post offices, and of its public folders. */
export interface ForeignBranches {
  readonly offices: CommandOutput<'lab:post-offices'>['postOffices'] | null;
  /** By post office: the users fetched so far, and how many there are. */
  readonly users: Readonly<Record<number, { readonly rows: Users; readonly total: number }>>;
  /** Folders by user, bulletin boards by post office. */
  readonly folders: Readonly<Record<number, Folders>>;
  readonly boards: Readonly<Record<number, Folders>>;
  readonly publicFolders: CommandOutput<'lab:public-folders'>['folders'] | null;
  /** Why the last branch could not be read, or null. */
  readonly failure: string | null;
}

const NOTHING: ForeignBranches = {
  offices: null,
  users: {},
  folders: {},
  boards: {},
  publicFolders: null,
  failure: null,
};
/** Users that the tree fetches at once; more come as one scrolls. */
const USERS_AT_ONCE = 200;

interface ForeignState {
  readonly labs: Readonly<Record<string, ForeignBranches>>;
}
const foreignStore = createStore<ForeignState>(() => ({ labs: {} }));

export function useForeign<T>(select: (state: ForeignState) => T): T {
  return useStore(foreignStore, select);
}

export function foreignOf(state: ForeignState, lab: string): ForeignBranches {
  return state.labs[lab] ?? NOTHING;
}

function known(lab: string): ForeignBranches {
  return foreignOf(foreignStore.getState(), lab);
}

const going = new Set<string>();

/** Asks once at a time for each branch; a failure is kept with the lab. */
async function fetchOnce<T>(
  lab: string,
  what: string,
  asked: () => Promise<Result<T>>,
  take: (value: T, before: ForeignBranches) => Partial<ForeignBranches>,
): Promise<void> {
  const key = `${lab} ${what}`;
  if (going.has(key)) return;
  going.add(key);
  const answer = await asked();
  going.delete(key);
  foreignStore.setState(({ labs }) => {
    const before = labs[lab] ?? NOTHING;
    const change = answer.ok ? take(answer.value, before) : {};
    const failure = answer.ok ? null : answer.failure.message;
    return { labs: { ...labs, [lab]: { ...before, failure, ...change } } };
  });
}

function loadOffices(lab: string): Promise<void> {
  return fetchOnce(
    lab,
    'offices',
    () => ask('lab:post-offices', { lab }),
    ({ postOffices: offices }) => ({ offices }),
  );
}

function loadUsers(lab: string, postOffice: number, from: number): Promise<void> {
  return fetchOnce(
    lab,
    `users/${postOffice}`,
    () => ask('lab:po-users', { lab, postOffice, from, count: USERS_AT_ONCE }),
    ({ rows, total }, { users }) => {
      const before = from === 0 ? [] : (users[postOffice]?.rows.slice(0, from) ?? []);
      return { users: { ...users, [postOffice]: { rows: [...before, ...rows], total } } };
    },
  );
}

function loadBoards(lab: string, postOffice: number): Promise<void> {
  return fetchOnce(
    lab,
    `boards/${postOffice}`,
    () => ask('lab:po-folders', { lab, postOffice }),
    (answer, { boards }) => ({ boards: { ...boards, [postOffice]: answer.folders } }),
  );
}

async function loadFolders(lab: string, user: number): Promise<void> {
  const postOffice = officeOf(known(lab), user);
  if (postOffice === null) return;
  await fetchOnce(
    lab,
    `folders/${user}`,
    () => ask('lab:po-folders', { lab, postOffice, user }),
    (answer, { folders }) => ({ folders: { ...folders, [user]: answer.folders } }),
  );
}

/** The post office whose users, as far as they are known, hold this one. */
function officeOf({ users }: ForeignBranches, user: number): number | null {
  const found = Object.entries(users).find(([, { rows }]) => rows.some(({ id }) => id === user));
  return found === undefined ? null : Number(found[0]);
}

export function loadPublicFolders(lab: string): Promise<void> {
  return fetchOnce(
    lab,
    'public',
    () => ask('lab:public-folders', { lab }),
    ({ folders: publicFolders }) => ({ publicFolders }),
  );
}

/** Fetches what stands below a place of the tree, or more of it; false: the place is none of these. */
export function loadBelowForeign(lab: string, at: string): boolean {
  const place = parseForeign(at);
  if (place === null) return false;
  switch (place.kind) {
    case 'post-offices':
      void loadOffices(lab);
      break;
    case 'post-office':
      void loadUsers(lab, place.id, known(lab).users[place.id]?.rows.length ?? 0);
      break;
    case 'boards':
      void loadBoards(lab, place.id);
      break;
    case 'po-user':
      void loadFolders(lab, place.id);
      break;
    default:
      void loadPublicFolders(lab);
  }
  return true;
}

/** The lab changed: what the tree holds of it is read anew. */
export function reloadForeign(lab: string): void {
  const { offices, users, folders, boards, publicFolders } = known(lab);
  if (offices !== null) void loadOffices(lab);
  if (publicFolders !== null) void loadPublicFolders(lab);
  // Only the first users: the rest comes again when somebody scrolls to it.
  for (const office of Object.keys(users)) void loadUsers(lab, Number(office), 0);
  for (const office of Object.keys(boards)) void loadBoards(lab, Number(office));
  for (const user of Object.keys(folders)) void loadFolders(lab, Number(user));
}
