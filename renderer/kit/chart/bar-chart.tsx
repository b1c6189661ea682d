import { type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import './bar-chart.css';

/** Which of the chart's four looks a piece has. */
export type Series = 0 | 1 | 2 | 3;

export interface ChartBar {
  readonly id: string;
  readonly title: string;
  /** What the whole bar comes to, in words. */
  readonly value: string;
  /** From and width in shares (0..1) of the chart's width. */
  readonly pieces: readonly {
    readonly series: Series;
    readonly from: number;
    readonly width: number;
    readonly title: string;
  }[];
}

export interface ChartMark {
  /** Share (0..1) of the chart's width. */
  readonly at: number;
  /** Words below the bars, and above them. */
  readonly below: string;
  readonly above: string;
}

interface BarChartProps {
  readonly label: string;
  readonly bars: readonly ChartBar[];
  readonly marks: readonly ChartMark[];
  /** What each series is called, in the order of their looks. */
  readonly legend: readonly string[];
}

const EDGE = 36;
const TOP = 34;
const BAR = 26;
const STEP = 54;
const LEGEND = 24;

/**
 * Bars of stacked pieces. Each series has a pattern of its own beside its colour; a table with the same figures belongs
 * next to the chart.
 */
export function BarChart({ label, bars, marks, legend }: BarChartProps) {
  const box = useRef<HTMLElement>(null);
  const width = useWidth(box);
  const base = useId();
  const inner = Math.max(40, width - 2 * EDGE);
  const bottom = TOP + bars.length * STEP;
  const height = bottom + 18 + LEGEND;
  const look = (series: number): string => `url(#${base}-${series})`;
  return (
    <figure ref={box} className="bar-chart">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <defs>
          <Patterns base={base} />
        </defs>
        {marks.map(({ at, below, above }) => {
          const x = EDGE + at * inner;
          return (
            <g key={at}>
              <line className="bar-chart-line" x1={x} x2={x} y1={TOP - 6} y2={bottom} />
              <text className="bar-chart-mark" x={x} y={14} textAnchor="middle">
                {above}
              </text>
              <text className="bar-chart-mark" x={x} y={bottom + 12} textAnchor="middle">
                {below}
              </text>
            </g>
          );
        })}
        {bars.map((bar, at) => {
          const y = TOP + at * STEP;
          return (
            <g key={bar.id}>
              <text className="bar-chart-title" x={EDGE} y={y + 10}>
                {bar.title}
                <tspan className="bar-chart-value" dx={8}>
                  {bar.value}
                </tspan>
              </text>
              {bar.pieces.map((piece) => (
                <rect
                  key={piece.series}
                  className="bar-chart-piece"
                  x={EDGE + piece.from * inner}
                  y={y + 16}
                  width={Math.max(1.5, piece.width * inner)}
                  height={BAR}
                  fill={look(piece.series)}
                >
                  <title>{piece.title}</title>
                </rect>
              ))}
            </g>
          );
        })}
        {legend.map((name, series) => {
          const x = EDGE + (series * inner) / legend.length;
          return (
            <g key={name}>
              <rect
                className="bar-chart-piece"
                x={x}
                y={height - 16}
                width={14}
                height={12}
                fill={look(series)}
              />
              <text className="bar-chart-mark" x={x + 20} y={height - 6}>
                {name}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** Four looks that differ in pattern as well as in colour. */
function Patterns({ base }: { readonly base: string }) {
  const at = (series: number) => ({
    id: `${base}-${series}`,
    width: 8,
    height: 8,
    patternUnits: 'userSpaceOnUse' as const,
  });
  return (
    <>
      <pattern {...at(0)}>
        <rect width="8" height="8" fill="#a8322a" />
      </pattern>
      <pattern {...at(1)}>
        <rect width="8" height="8" fill="#dce8fa" />
        <path d="M0 8 8 0M-2 2l4-4M6 10l4-4" stroke="#1f4f9e" strokeWidth="1.6" />
      </pattern>
      <pattern {...at(2)}>
        <rect width="8" height="8" fill="#dff2da" />
        <circle cx="4" cy="4" r="2" fill="#0b6b0b" />
      </pattern>
      <pattern {...at(3)}>
        <rect width="8" height="8" fill="#fbf0d0" />
        <path d="M0 2h8M0 6h8" stroke="#8a5a00" strokeWidth="1.8" />
      </pattern>
    </>
  );
}

const FIRST_WIDTH = 640;

function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(FIRST_WIDTH);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const read = (): void => setWidth(Math.max(240, Math.floor(element.clientWidth)));
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
