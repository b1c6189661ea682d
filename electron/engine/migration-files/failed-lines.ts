import type { Place, SectionHead } from '../../../shared/formats/migration-files/sections.ts';
import type { FailedLines, ImportContext } from './import-context.ts';

/** Notes a line for the recovery file; lines that follow one another become one range. */
export function noteFailed(
  context: ImportContext,
  file: number,
  section: SectionHead | null,
  place: Place,
): void {
  const { batch } = context;
  const head: FailedLines['head'] = section === null ? null : [section.place.offset, section.place.length];
  const last = batch.failed.at(-1);
  if (last !== undefined && last.file === file && last.head?.[0] === head?.[0]) {
    const range = last.lines.at(-1);
    if (place.length === 0) return;
    if (range !== undefined && range[0] + range[1] === place.offset) range[1] += place.length;
    else last.lines.push([place.offset, place.length]);
    return;
  }
  batch.failed.push({ file, head, lines: place.length === 0 ? [] : [[place.offset, place.length]] });
}
