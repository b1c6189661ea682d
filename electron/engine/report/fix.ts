import { compareVersions, levelAtLeast } from '../../../shared/gate/version.ts';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import {
  FIX_TITLES,
  type FixId,
  filesOf,
  HOTFIX_MLMIG32,
  PRODUCT,
  type ProductLevel,
  putFile,
  putFix,
  putProduct,
  type ServerFile,
} from './server-install.ts';

interface FixSpec {
  readonly id: FixId;
  readonly needs: string;
  /** Product level that must be there before; service packs are cumulative and need none. */
  readonly prerequisite: ProductLevel | null;
  /** Product level after it; null for a hotfix, which changes files alone. */
  readonly brings: ProductLevel | null;
  readonly files: readonly ServerFile[];
}

const FIXES: readonly FixSpec[] = [
  {
    id: 'E2003SP1',
    needs: PRODUCT,
    prerequisite: null,
    brings: 'SP1',
    files: filesOf('SP1'),
  },
  {
    id: 'E2003SP2',
    needs: PRODUCT,
    prerequisite: null,
    brings: 'SP2',
    files: filesOf('SP2'),
  },
  {
    id: 'KB919235',
    needs: FIX_TITLES.E2003SP2,
    prerequisite: 'SP2',
    brings: null,
    files: [HOTFIX_MLMIG32],
  },
];

function levelOf(lab: Lab): string | null {
  return lab.get<{ level: string }>('SELECT level FROM product WHERE name = ?', PRODUCT)?.level ?? null;
}

function isInstalled(lab: Lab, id: FixId): boolean {
  return lab.get('SELECT id FROM fix WHERE id = ?', id) !== undefined;
}

/** Whether the server has it already, by itself or as part of a later service pack. */
function isContained(lab: Lab, fix: FixSpec): boolean {
  const level = levelOf(lab);
  return (
    isInstalled(lab, fix.id) || (fix.brings !== null && level !== null && levelAtLeast(level, fix.brings))
  );
}

/** Service packs and hotfixes that the server does not have yet, with what each needs. */
export function listAvailableFixes(lab: Lab): { id: string; title: string; needs: string }[] {
  return FIXES.filter((fix) => !isContained(lab, fix)).map((fix) => ({
    id: fix.id,
    title: FIX_TITLES[fix.id],
    needs: fix.needs,
  }));
}

function check(lab: Lab, name: string): Result<FixSpec> {
  const fix = FIXES.find((candidate) => candidate.id.toLowerCase() === name.toLowerCase());
  if (fix === undefined)
    return fail(
      'fix-unknown',
      `There is no fix "${name}" for the migration server of ${lab.path}: choose one of ${FIXES.map((known) => known.id).join(', ')}.`,
    );
  const level = levelOf(lab);
  const title = FIX_TITLES[fix.id];
  if (level === null)
    return fail(
      'fix-no-product',
      `The migration server of ${lab.path} has no ${PRODUCT}, which ${title} is for.`,
    );
  if (isInstalled(lab, fix.id))
    return fail(
      'fix-installed',
      `${title} (${fix.id}) is installed already on the migration server of ${lab.path}.`,
    );
  if (isContained(lab, fix))
    return fail(
      'fix-contained',
      `${title} (${fix.id}) is contained in ${PRODUCT} ${level}, which the migration server of ${lab.path} has already.`,
    );
  if (fix.prerequisite !== null && !levelAtLeast(level, fix.prerequisite))
    return fail(
      'fix-prerequisite',
      `${title} needs ${fix.needs}, but the migration server of ${lab.path} has ${PRODUCT} ${level}: install E2003${fix.prerequisite} first.`,
    );
  return ok(fix);
}

/** Setup leaves a newer file alone. */
function isNewer(lab: Lab, file: ServerFile): boolean {
  const there = lab.get<{ version: string | null }>(
    'SELECT version FROM server_file WHERE path = ?',
    file.path,
  );
  return typeof there?.version === 'string' && compareVersions(there.version, file.version ?? '0') > 0;
}

/**
 * Installs a service pack or hotfix on the migration server. No restart is needed for the hotfix (KB919235).
 * Failure codes: fix-unknown, fix-no-product, fix-installed, fix-contained, fix-prerequisite; nothing is changed then.
 */
export function installFix(lab: Lab, input: LabInput<'fix'>): Result<LabOutput<'fix'>> {
  return lab.transact(() => {
    const checked = check(lab, input.install);
    if (!checked.ok) return checked;
    const fix = checked.value;
    const files = fix.files.filter((file) => !isNewer(lab, file));
    if (fix.brings !== null) putProduct(lab, fix.brings);
    for (const file of files) putFile(lab, file);
    const at = labNow(lab);
    putFix(lab, fix.id, at);
    lab.run(
      'INSERT INTO act(at, verb, detail) VALUES(?, ?, ?)',
      at,
      'fix',
      JSON.stringify({ installed: fix.id }),
    );
    return ok({
      installed: fix.id,
      files: files.map((file) => ({ path: file.path, version: file.version })),
    });
  });
}
