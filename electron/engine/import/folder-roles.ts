import { WELL_KNOWN_FOLDERS, type WellKnown } from '../../../shared/lab/well-known.ts';

/** Names that other programs and later versions give to default folders. */
const OTHER_NAMES: readonly (readonly [string, WellKnown])[] = [
  ['sent', 'sent'],
  ['sent mail', 'sent'],
  ['sent messages', 'sent'],
  ['trash', 'deleted'],
  ['deleted', 'deleted'],
  ['deleted messages', 'deleted'],
  ['junk', 'junk'],
  ['junk email', 'junk'],
  ['spam', 'junk'],
  ['unsent messages', 'outbox'],
];

/** Folders that live in an .ost alone: mail in them would never reach a client, so their likes in a file stay ordinary folders. */
const LOCAL_ONLY: ReadonlySet<WellKnown> = new Set([
  'syncIssues',
  'conflicts',
  'localFailures',
  'serverFailures',
]);

function rolesBelow(parent: WellKnown): Map<string, WellKnown> {
  const roles = new Map<string, WellKnown>();
  for (const [role, folder] of Object.entries(WELL_KNOWN_FOLDERS) as [
    WellKnown,
    (typeof WELL_KNOWN_FOLDERS)[WellKnown],
  ][])
    if (folder.parent === parent && !LOCAL_ONLY.has(role)) roles.set(folder.name.toLowerCase(), role);
  return roles;
}

const BELOW_TOP = new Map([...OTHER_NAMES, ...rolesBelow('ipmSubtree')]);
const BELOW_ROOT = new Map([['search root', 'finder'] as const, ...rolesBelow('root')]);

/** The default folder that a folder of this name directly below the top of a mailbox stands for, or null. */
export function roleBelowTop(name: string): WellKnown | null {
  return BELOW_TOP.get(name.trim().toLowerCase()) ?? null;
}

/** The same for folders beside the top. */
export function roleBelowRoot(name: string): WellKnown | null {
  return BELOW_ROOT.get(name.trim().toLowerCase()) ?? null;
}

/** The name under which a folder of its own stands: never that of a folder that lives in an .ost alone. */
export function ownName(name: string): string {
  const local = [...LOCAL_ONLY].some(
    (role) => WELL_KNOWN_FOLDERS[role].name.toLowerCase() === name.trim().toLowerCase(),
  );
  return local ? `Imported ${name.trim()}` : name;
}
