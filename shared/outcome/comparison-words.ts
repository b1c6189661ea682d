import { ruleText } from '../text/evidence-text.ts';
import { formatBytes, formatElapsed } from '../text/format.ts';
import { isTextKey, text } from '../text/text.ts';
import type { FateCounts } from './compare.ts';
import type { FateCode } from './fate.ts';
import type { ComparisonSide, Loss } from './comparison-row.ts';
import { allBytes } from './comparison-totals.ts';
import { transferMs } from './comparison-transfer.ts';

const WORST_FIRST: readonly FateCode[] = ['MISPOINT', 'DANGLE', 'LOST', 'REBUILD', 'XLATE', 'KEEP', 'SAFE'];

/** Counted fates in words, the worst first: `Lost 2, Kept 5`. */
export function fatesInWords(counts: FateCounts): string {
  const parts = WORST_FIRST.flatMap((code) => {
    const count = counts[code] ?? 0;
    return count === 0 ? [] : [text('comparison.cell.count', { fate: text(`fate.${code}`), count })];
  });
  return parts.length === 0 ? text('comparison.cell.none') : parts.join(', ');
}

/** The mode a mailbox was done in, in words. */
export function modeInWords({ effectiveMode }: ComparisonSide): string {
  return effectiveMode === null
    ? text('comparison.cell.not-copied')
    : text(`wizard.mode-short.${effectiveMode}`);
}

/** What became of the .ost, in words. */
export function ostInWords({ ost, lostItems }: ComparisonSide): string {
  if (ost === null) return text('comparison.cell.none');
  const fate = text(`fate.${ost.fate}`);
  return lostItems === 0 ? fate : text('comparison.cell.stranded', { fate, count: lostItems });
}

/** All bytes of a mailbox, in words. */
export function bytesInWords({ traffic }: ComparisonSide): string {
  return traffic === null ? text('comparison.cell.none') : formatBytes(allBytes(traffic));
}

/** What became of a lost thing, in words: an item is stranded, anything else has its fate. */
export function lossInWords({ kind, fate }: Pick<Loss, 'kind' | 'fate'>): string {
  return kind === 'item' ? text('comparison.losses.stranded') : text(`fate.${fate}`);
}

/** Mode and end of a run, in words. */
export function runInWords({
  mode,
  state,
}: {
  readonly mode: 'default' | 'clone';
  readonly state: string;
}): string {
  const key = `console.runs.state.${state}`;
  return text('comparison.run-state', {
    mode: text(`wizard.mode-short.${mode}`),
    state: isTextKey(key) ? text(key) : state,
  });
}

/** How long bytes take over a link, `0:00:01` at least where there are any. @param linkKbit kbit/s */
export function timeInWords(bytes: number, linkKbit: number): string {
  return formatElapsed(Math.ceil(transferMs(bytes, linkKbit) / 1000) * 1000);
}

/** What decided how a mailbox was done, with how well that is founded. */
export function decidedInWords({ why }: ComparisonSide): string {
  const [first] = why;
  if (first === undefined) return text('comparison.cell.none');
  return text('comparison.cell.rule', {
    rule: ruleText(first.rule),
    evidence: text(`evidence.${first.evidence}`),
  });
}
