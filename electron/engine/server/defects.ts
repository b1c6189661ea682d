import library from '../../../resources/kb/mlmig32-windows.json' with { type: 'json' };
import { hasDefect } from '../../../shared/gate/windows.ts';
import type { Lab } from '../store/lab.ts';
import { EXCHANGE_55, productNamed } from './products.ts';
import { levelOf, versionOf } from './server-rows.ts';

/** Where the extractors and the importer of Exchange Server 5.5 stand. */
export const MLMIG32_55 = `${productNamed(EXCHANGE_55).bin}\\${library.file}`;

/**
 * Whether the migration server has the defect of an article: the version of its Mlmig32.dll lies in the article's window,
 * or, where no version is known, its service pack is older than the one that took it away. A server without Exchange
 * Server 5.5 has none of them. An article without a window is a bug.
 */
export function defectActive(lab: Lab, kb: string): boolean {
  const level = levelOf(lab, EXCHANGE_55);
  const there = hasDefect(library, kb, { level: level ?? 'RTM', version: versionOf(lab, MLMIG32_55) });
  if (there === null) throw new Error(`no window of ${library.file} for ${kb}`);
  return level !== null && there;
}
