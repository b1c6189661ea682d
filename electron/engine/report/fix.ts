import { compareVersions, levelAtLeast } from '../../../shared/gate/version.ts';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { FIXES, type Fix } from '../server/fix-list.ts';
import type { ShippedFile } from '../server/products.ts';
import { levelOf, putFile, putFix, putProduct, versionOf } from '../server/server-rows.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';

function isRecorded(lab: Lab, fix: Fix): boolean {
  return lab.get('SELECT id FROM fix WHERE id = ?', fix.id) !== undefined;
}

/** Whether the server has this file in this version or a newer one. */
function hasFile(lab: Lab, file: ShippedFile): boolean {
  const there = versionOf(lab, file.path);
  return there !== null && compareVersions(there, file.version ?? '0') >= 0;
}

const hasFiles = (lab: Lab, fix: Fix): boolean => fix.files.every((file) => hasFile(lab, file));

/** It was installed, and nobody has taken its files away since. */
const isInstalled = (lab: Lab, fix: Fix): boolean => isRecorded(lab, fix) && hasFiles(lab, fix);

/** Whether the server has it as part of a later service pack, or of a higher version of the same files. */
function isContained(lab: Lab, fix: Fix, level: string): boolean {
  if (!hasFiles(lab, fix)) return false;
  return fix.brings === null ? fix.cumulative : levelAtLeast(level, fix.brings.level);
}

/** Service packs and hotfixes that the server does not have yet, with what each needs. */
export function listAvailableFixes(lab: Lab): { id: string; title: string; needs: string }[] {
  return FIXES.filter((fix) => {
    const level = levelOf(lab, fix.product.product);
    return level !== null && !isInstalled(lab, fix) && !isContained(lab, fix, level);
  }).map(({ id, title, needs }) => ({ id, title, needs }));
}

/** Fixes are listed for the products that the server has. */
function unknown(lab: Lab, name: string): Result<Fix> {
  const mine = FIXES.filter((fix) => levelOf(lab, fix.product.product) !== null);
  const carriers = mine.filter((fix) => fix.fixes.some((kb) => kb.toLowerCase() === name.toLowerCase()));
  const carried = carriers.map((fix) => `${fix.id} (${fix.title})`).join(' or ');
  const choice = `choose one of ${mine.map((known) => known.id).join(', ')}`;
  return fail(
    'fix-unknown',
    carriers.length > 0
      ? `${name} is no fix by itself: what takes its defect away on the migration server of ${lab.path} is ${carried}.`
      : `There is no fix "${name}" for the migration server of ${lab.path}: ${choice}.`,
  );
}

function containedIn(lab: Lab, fix: Fix, level: string): string {
  if (fix.brings !== null)
    return `${fix.product.product} ${level}, which the migration server of ${lab.path} has already`;
  const newer = fix.files.map((file) => `${baseName(file.path)} ${versionOf(lab, file.path)}`).join(' and ');
  return `${newer}, which the migration server of ${lab.path} has already, for a higher version contains all earlier fixes`;
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('\\') + 1);

function check(lab: Lab, name: string): Result<Fix> {
  const fix = FIXES.find((candidate) => candidate.id.toLowerCase() === name.toLowerCase());
  if (fix === undefined) return unknown(lab, name);
  const { product, title } = fix;
  const level = levelOf(lab, product.product);
  if (level === null)
    return fail(
      'fix-no-product',
      `The migration server of ${lab.path} has no ${product.product}, which ${title} is for.`,
    );
  if (isInstalled(lab, fix))
    return fail(
      'fix-installed',
      `${title} (${fix.id}) is installed already on the migration server of ${lab.path}.`,
    );
  if (isContained(lab, fix, level))
    return fail('fix-contained', `${title} (${fix.id}) is contained in ${containedIn(lab, fix, level)}.`);
  if (fix.prerequisite !== null && !levelAtLeast(level, fix.prerequisite)) {
    const first = product.levels.find((rung) => rung.level === fix.prerequisite)?.id ?? fix.needs;
    return fail(
      'fix-prerequisite',
      `${title} needs ${fix.needs}, but the migration server of ${lab.path} has ${product.product} ${level}: install ${first} first.`,
    );
  }
  return ok(fix);
}

/**
 * Installs a service pack or hotfix on the migration server. Setup leaves newer files alone, and a product level never goes
 * down; what was installed and whose files were taken away can be installed again. No restart is needed for KB919235.
 * Failure codes: fix-unknown, fix-no-product, fix-installed, fix-contained, fix-prerequisite; nothing is changed then.
 */
export function installFix(lab: Lab, input: LabInput<'fix'>): Result<LabOutput<'fix'>> {
  return lab.transact(() => {
    const checked = check(lab, input.install);
    if (!checked.ok) return checked;
    const fix = checked.value;
    const files = fix.files.filter((file) => !hasFile(lab, file));
    const level = levelOf(lab, fix.product.product) ?? 'RTM';
    if (fix.brings !== null && levelAtLeast(fix.brings.level, level))
      putProduct(lab, fix.product, fix.brings);
    for (const file of files) putFile(lab, file);
    const at = labNow(lab);
    putFix(lab, fix.id, fix.title, at);
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
