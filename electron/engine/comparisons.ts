import type { ComparisonCommand, TwinNews } from '../../shared/ipc/comparison-commands.ts';
import type { EngineInput, EngineMessage, EngineOutput } from '../../shared/ipc/engine-messages.ts';
import type { ComparisonRow, Loss } from '../../shared/outcome/comparison-row.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { text } from '../../shared/text/text.ts';
import type { Answer } from './guarded.ts';
import { changeMark, type OpenLab, type OpenLabs } from './open-labs.ts';
import { type Comparison, comparison } from './report/comparison/comparison.ts';
import { exportComparison, inTurns } from './report/comparison/export.ts';
import { comparedTree } from './report/comparison/tree.ts';
import { driveTwin, type RunningTwin } from './twin/drive-twin.ts';
import { twinRun } from './twin/twin.ts';

/** How long rows may be worked out before they are answered, milliseconds. */
const ROWS_MS = 60;

type ComparisonAsk = ComparisonCommand | 'comparison:export' | 'twin:start' | 'twin:cancel' | 'twin:attach';

/** Answers what the comparison view asks, on open labs. */
export interface Comparisons {
  answers(ask: string): ask is ComparisonAsk;
  answer(ask: ComparisonAsk, input: unknown): Answer<unknown>;
  /** Stops a twin run of a lab that is about to be closed; null: of every lab. */
  stop(lab: string | null): Promise<void>;
}

const ASKS: ReadonlySet<string> = new Set([
  'comparison:open',
  'comparison:rows',
  'comparison:mailbox',
  'comparison:tree',
  'comparison:export',
  'twin:start',
  'twin:cancel',
  'twin:attach',
]);

/** A twin run that goes on, and what was told of it last. */
interface Going {
  readonly running: RunningTwin;
  readonly clients: boolean;
  readonly news: () => TwinNews | null;
}

interface Laid {
  readonly key: string;
  readonly marks: string;
  readonly comparison: Comparison;
}

/** The comparisons and twin runs of one engine; the comparison looked at last stays laid out until a lab changes. */
export function createComparisons(labs: OpenLabs, post: (message: EngineMessage) => void): Comparisons {
  let laid: Laid | null = null;
  const twins = new Map<string, Going>();

  const both = (input: { lab: string; other: string }): Result<{ a: OpenLab; b: OpenLab }> => {
    const a = labs.find(input.lab);
    if (!a.ok) return a;
    const b = labs.find(input.other);
    if (!b.ok) return b;
    if (a.value === b.value) return fail('comparison-same', text('failure.comparison-same'));
    return ok({ a: a.value, b: b.value });
  };

  const layOut = (input: { lab: string; other: string }): Result<Comparison> => {
    const found = both(input);
    if (!found.ok) return found;
    const { a, b } = found.value;
    const key = `${a.id}|${b.id}`;
    const marks = `${changeMark(a.lab)}|${changeMark(b.lab)}`;
    if (laid?.key === key && laid.marks === marks) return ok(laid.comparison);
    const made = comparison(a.lab, b.lab);
    if (!made.ok) return made;
    laid = { key, marks, comparison: made.value };
    return made;
  };

  const rowsOf = (compared: Comparison, from: number, count: number): EngineOutput<'comparison:rows'> => {
    const rows: ComparisonRow[] = [];
    const losses: Loss[] = [];
    const until = performance.now() + ROWS_MS;
    for (let index = from; index < from + count; index += 1) {
      const judged = compared.row(index);
      if (judged === undefined) break;
      rows.push(judged.row);
      losses.push(...judged.losses);
      if (performance.now() >= until) break;
    }
    return { rows, losses };
  };

  const startTwin = ({ lab, clients }: EngineInput<'twin:start'>): Answer<EngineOutput<'twin:start'>> => {
    const found = labs.find(lab);
    if (!found.ok) return found;
    const entry = found.value;
    if (twins.has(lab)) return fail('twin-going', text('failure.twin-going'));
    if (entry.running !== null) return fail('run-going', text('failure.run-going'));
    let last: TwinNews | null = null;
    const running = driveTwin(twinRun(entry.lab, clients), (news) => {
      last = news;
      post({ kind: 'twin', lab, news });
    });
    twins.set(lab, { running, clients, news: () => last });
    return running.done.finally(() => twins.delete(lab));
  };

  const cancelTwin = (lab: string): Result<Record<string, never>> => {
    const going = twins.get(lab);
    if (going === undefined) return fail('twin-none', text('failure.twin-none'));
    going.running.cancel();
    return ok({});
  };

  const withLayOut = <T>(
    input: { lab: string; other: string },
    work: (compared: Comparison) => Result<T>,
  ): Result<T> => {
    const compared = layOut(input);
    return compared.ok ? work(compared.value) : compared;
  };

  return {
    answers: (ask): ask is ComparisonAsk => ASKS.has(ask),
    answer: (ask, given) => {
      // The request table has checked the input of this very request.
      const input = given as never;
      switch (ask) {
        case 'comparison:open':
          return withLayOut(input, ({ a, b, mailboxes }) => ok({ a, b, mailboxes }));
        case 'comparison:rows': {
          const { from, count } = input as EngineInput<'comparison:rows'>;
          return withLayOut(input, (compared) => ok(rowsOf(compared, from, count)));
        }
        case 'comparison:mailbox':
          return withLayOut(input, (compared) =>
            compared.mailbox((input as EngineInput<'comparison:mailbox'>).alias),
          );
        case 'comparison:tree': {
          const found = both(input);
          if (!found.ok) return found;
          const { alias } = input as EngineInput<'comparison:tree'>;
          return comparedTree(found.value.a.lab, found.value.b.lab, alias);
        }
        case 'comparison:export': {
          const found = both(input);
          if (!found.ok) return found;
          const { format, file, linkKbit } = input as EngineInput<'comparison:export'>;
          const wish = { format, file, linkKbit, mayReplace: true };
          return inTurns(exportComparison(found.value.a.lab, found.value.b.lab, wish));
        }
        case 'twin:start':
          return startTwin(input);
        case 'twin:cancel':
          return cancelTwin((input as EngineInput<'twin:cancel'>).lab);
        case 'twin:attach':
          return ok({
            twins: [...twins].map(([lab, { clients, news }]) => ({ lab, clients, news: news() })),
          });
      }
    },
    stop: async (lab) => {
      const going = [...twins].filter(([id]) => lab === null || id === lab).map(([, { running }]) => running);
      for (const twin of going) twin.cancel();
      await Promise.all(going.map((twin) => twin.done));
    },
  };
}
