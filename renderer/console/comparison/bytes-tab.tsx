import { axisMarks, barPieces, mostBytes } from '../../../shared/outcome/comparison-bars.ts';
import { SIDES, type SideName } from '../../../shared/outcome/comparison-row.ts';
import { allBytes, BYTE_KINDS } from '../../../shared/outcome/comparison-totals.ts';
import { TRANSFER_GROUNDS } from '../../../shared/outcome/comparison-transfer.ts';
import { timeInWords } from '../../../shared/outcome/comparison-words.ts';
import { formatBytes, formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { BarChart, type ChartBar, type Series } from '../../kit/chart/bar-chart.tsx';
import { ClaimLine } from './claim-line.tsx';
import type { ComparedPair } from './compared-pair.ts';

const SERIES: readonly Series[] = [0, 1, 2, 3];

/** Bytes over the wire of both labs, as a picture and as a table, with the time they take over the link. */
export function BytesTab({ names, reading, linkKbit }: ComparedPair) {
  const { totals, done, total } = reading;
  const link = formatCount(linkKbit);
  const most = mostBytes([totals.a.bytes, totals.b.bytes]);
  const timeOf = (bytes: number): string => timeInWords(bytes, linkKbit);
  const bars = SIDES.map((side): ChartBar => {
    const bytes = allBytes(totals[side].bytes);
    return {
      id: side,
      title: names[side],
      value: text('comparison.bytes.value', { bytes: formatBytes(bytes), time: timeOf(bytes) }),
      pieces: barPieces(totals[side].bytes, most).map((piece) => ({
        series: SERIES[BYTE_KINDS.indexOf(piece.kind)] ?? 0,
        from: piece.from,
        width: piece.width,
        title: `${text(`comparison.bytes.${piece.kind}`)}: ${formatBytes(piece.bytes)}`,
      })),
    };
  });
  const marks = axisMarks(most).map((bytes) => ({
    at: most === 0 ? 0 : bytes / most,
    below: formatBytes(bytes),
    above: timeOf(bytes),
  }));
  return (
    <div className="comparison-tab scrolls">
      {done < total && (
        <p>{text('comparison.bytes.so-far', { done: formatCount(done), total: formatCount(total) })}</p>
      )}
      <BarChart
        label={text('comparison.bytes.chart', { link })}
        bars={bars}
        marks={marks}
        legend={BYTE_KINDS.map((kind) => text(`comparison.bytes.${kind}`))}
      />
      <p className="comparison-conclusion">{conclusion(names, totals, linkKbit)}</p>
      <BytesTable {...{ names, totals, link, timeOf }} />
      <p>{text('comparison.bytes.book-reset')}</p>
      <h2>{text('comparison.bytes.grounds')}</h2>
      <ul className="plain-list">
        {(['bytes', 'addressBook', 'duration'] as const).map((kind) => (
          <ClaimLine
            key={kind}
            claim={`${text(`comparison.bytes.grounds.${kind}`)}:`}
            evidence={TRANSFER_GROUNDS[kind]}
          />
        ))}
      </ul>
    </div>
  );
}

type Totals = ComparedPair['reading']['totals'];
type Names = ComparedPair['names'];

function conclusion(names: Names, totals: Totals, linkKbit: number): string {
  const a = allBytes(totals.a.bytes);
  const b = allBytes(totals.b.bytes);
  if (a === b) return text('comparison.bytes.equal');
  const time = timeInWords(Math.abs(a - b), linkKbit);
  return text('comparison.bytes.difference', {
    lab: a < b ? names.a : names.b,
    bytes: formatBytes(Math.abs(a - b)),
    time,
  });
}

interface BytesTableProps {
  readonly names: Names;
  readonly totals: Totals;
  readonly link: string;
  readonly timeOf: (bytes: number) => string;
}

/** What the chart shows, in numbers. */
function BytesTable({ names, totals, link, timeOf }: BytesTableProps) {
  const row = (side: SideName) => {
    const { bytes } = totals[side];
    return (
      <tr key={side}>
        <th scope="row">{names[side]}</th>
        {BYTE_KINDS.map((kind) => (
          <td key={kind}>{formatBytes(bytes[kind])}</td>
        ))}
        <td>{formatBytes(allBytes(bytes))}</td>
        <td>{timeOf(allBytes(bytes))}</td>
      </tr>
    );
  };
  return (
    <table className="bytes-table selectable">
      <caption>{text('comparison.bytes.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('comparison.bytes.lab')}</th>
          {BYTE_KINDS.map((kind) => (
            <th key={kind} scope="col">
              {text(`comparison.bytes.${kind}`)}
            </th>
          ))}
          <th scope="col">{text('comparison.bytes.total')}</th>
          <th scope="col">{text('comparison.bytes.time', { link })}</th>
        </tr>
      </thead>
      <tbody>{SIDES.map(row)}</tbody>
    </table>
  );
}
