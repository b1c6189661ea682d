import type { LabInput, LabOutput } from '../../../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { Lab } from '../../store/lab.ts';
import { setting } from '../../store/settings.ts';
import { exportComparison, inTurns } from './export.ts';

/** `lab compare --html FILE --csv FILE`: the files that were asked for. Failure codes: those of `exportComparison`. */
export async function exportFiles(
  a: Lab,
  b: Lab,
  input: LabInput<'compare'>,
): Promise<Result<LabOutput<'compare'>['exported']>> {
  const linkKbit = input.linkKbit ?? Math.max(1, Number(setting(a, 'linkKbit')));
  const exported: LabOutput<'compare'>['exported'][number][] = [];
  for (const format of ['html', 'csv'] as const) {
    const file = input[format];
    if (file === undefined) continue;
    const wish = { format, file, linkKbit, mayReplace: false };
    const done = await inTurns(exportComparison(a, b, wish));
    if (!done.ok) return done;
    exported.push({ file, ...done.value });
  }
  return ok(exported);
}
