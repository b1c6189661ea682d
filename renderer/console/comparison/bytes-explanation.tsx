import type { ComparisonRow, ComparisonSide, SideName } from '../../../shared/outcome/comparison-row.ts';
import { allBytes, BYTE_KINDS } from '../../../shared/outcome/comparison-totals.ts';
import { TRANSFER_GROUNDS } from '../../../shared/outcome/comparison-transfer.ts';
import { timeInWords } from '../../../shared/outcome/comparison-words.ts';
import { formatBytes, formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { ClaimLine } from './claim-line.tsx';
import type { ComparedPair } from './compared-pair.ts';

interface BytesExplanationProps extends ComparedPair {
  readonly row: ComparisonRow;
  readonly side: SideName;
  readonly judged: ComparisonSide;
}

/** What one user's Outlook moves, piece by piece, and how long that takes. */
export function BytesExplanation({ row, names, opened, linkKbit, side, judged }: BytesExplanationProps) {
  const { traffic, trafficProblem } = judged;
  const { alias } = row;
  const lab = names[side];
  if (traffic === null) {
    if (trafficProblem === null) return <p>{text('comparison.explain.none', { alias, lab })}</p>;
    return <p>{text('comparison.explain.no-traffic', { alias, lab, message: trafficProblem })}</p>;
  }
  const { entries, bytesPerEntry } = opened[side].addressBook;
  const book = { entries: formatCount(entries), each: formatCount(bytesPerEntry) };
  const total = allBytes(traffic);
  const time = timeInWords(total, linkKbit);
  return (
    <>
      <h2>{text('comparison.explain.heading', { alias, lab, what: formatBytes(total) })}</h2>
      <p>{text(`comparison.explain.bytes.${traffic.how}`)}</p>
      <ul className="plain-list">
        {BYTE_KINDS.filter((kind) => traffic[kind] > 0).map((kind) => (
          <ClaimLine
            key={kind}
            claim={`${text(`comparison.explain.bytes.${kind}`, { bytes: formatBytes(traffic[kind]), ...book })}.`}
            evidence={TRANSFER_GROUNDS[kind === 'addressBook' ? 'addressBook' : 'bytes']}
          />
        ))}
        <ClaimLine
          claim={`${text('comparison.explain.bytes.time', { time, link: formatCount(linkKbit) })}.`}
          evidence={TRANSFER_GROUNDS.duration}
        />
      </ul>
    </>
  );
}
