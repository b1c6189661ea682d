import { type DosPath, formatDosPath, parseDosPath } from '../../../shared/lab/dos-path.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Lab } from '../store/lab.ts';

/** The disk of the migration server itself; every other letter has to be mapped. */
export const OWN_DRIVE = 'C:';

export interface Drive {
  /** `M:` */
  readonly letter: string;
  /** `\\HARBOR\CCDATA`, or a folder below it. */
  readonly path: string;
}

export function drivesOf(lab: Lab): readonly Drive[] {
  return lab
    .all<Drive>('SELECT letter, path FROM drive ORDER BY letter')
    .map(({ letter, path }) => ({ letter: `${letter.slice(0, 1).toUpperCase()}:`, path }));
}

/** Every share of the network as far as the lab knows it: of post offices, and of files that stand there. */
export function sharesOf(lab: Lab): readonly string[] {
  const paths = lab.all<{ path: string }>(
    `SELECT directory AS path FROM post_office UNION SELECT path FROM server_file WHERE path LIKE '\\\\%'
     UNION SELECT path FROM drive`,
  );
  const shares = new Map<string, string>();
  for (const row of paths) {
    const parsed = parseDosPath(row.path);
    if (parsed.ok && parsed.value.root.startsWith('\\\\'))
      shares.set(
        parsed.value.root.toLowerCase(),
        shares.get(parsed.value.root.toLowerCase()) ?? parsed.value.root,
      );
  }
  return [...shares.values()].sort();
}

/**
 * Follows a mapped drive to where it leads: `M:\USR` to `\\HARBOR\CCDATA\USR`. Failure codes: drive-unmapped, share-unknown.
 */
export function onNetwork(lab: Lab, path: DosPath): Result<DosPath> {
  const { root, parts } = path;
  if (root === OWN_DRIVE) return ok(path);
  if (root.startsWith('\\\\')) {
    if (sharesOf(lab).some((share) => share.toLowerCase() === root.toLowerCase())) return ok(path);
    return fail(
      'share-unknown',
      `The migration server of ${lab.path} finds no ${root} on its network: it knows ${sharesOf(lab).join(', ') || 'no share'}.`,
    );
  }
  const mapped = drivesOf(lab).find((drive) => drive.letter.toLowerCase() === root.toLowerCase());
  const target = mapped === undefined ? null : parseDosPath(mapped.path);
  if (target === null || !target.ok)
    return fail(
      'drive-unmapped',
      `Drive ${root} is not mapped on the migration server of ${lab.path}: map it first (lab drive --map ${root} \\\\SERVER\\SHARE), or give the network path.`,
    );
  return ok({ root: target.value.root, parts: [...target.value.parts, ...parts] });
}

/** A path as the network has it, drives followed: the form in which the lab keeps files. Failure codes as above, and those of `parseDosPath`. */
export function networkPath(lab: Lab, text: string): Result<string> {
  const parsed = parseDosPath(text);
  if (!parsed.ok) return parsed;
  const followed = onNetwork(lab, parsed.value);
  return followed.ok ? ok(formatDosPath(followed.value)) : followed;
}
