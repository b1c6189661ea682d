import type { ComparisonRow, ComparisonSide, SideName } from '../../../shared/outcome/comparison-row.ts';
import { SIDES } from '../../../shared/outcome/comparison-row.ts';
import { ruleText } from '../../../shared/text/evidence-text.ts';
import { isTextKey, text } from '../../../shared/text/text.ts';
import { ViewState } from '../../kit/view-state.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { BytesExplanation } from './bytes-explanation.tsx';
import { ClaimLine } from './claim-line.tsx';
import type { ComparedPair } from './compared-pair.ts';
import type { Topic } from './fates-columns.ts';

interface FateExplanationProps extends ComparedPair {
  readonly row: ComparisonRow;
  /** Null: everything about the mailbox. */
  readonly about: { readonly topic: Topic; readonly side: SideName } | null;
}

/** Why a cell of the table of fates is as it is. */
export function FateExplanation(props: FateExplanationProps) {
  const { row, about } = props;
  const side = about?.side ?? 'a';
  if (about === null) {
    return (
      <>
        <h2>{row.name}</h2>
        {SIDES.map((each) => (
          <ModeLines key={each} {...props} side={each} />
        ))}
      </>
    );
  }
  const judged = row[side];
  if (judged === null || about.topic === 'mode' || about.topic === 'why')
    return <ModeLines {...props} side={side} />;
  if (about.topic === 'bytes') return <BytesExplanation {...props} side={side} judged={judged} />;
  return <FateDetails {...props} topic={about.topic} side={side} judged={judged} />;
}

function stateInWords(state: string): string {
  const key = `mailbox-state.${state}`;
  return isTextKey(key) ? text(key) : state;
}

function ModeLines({ row, names, side }: FateExplanationProps & { readonly side: SideName }) {
  const judged = row[side];
  const { alias } = row;
  const lab = names[side];
  if (judged === null) return <p>{text('comparison.explain.absent', { alias, lab })}</p>;
  return (
    <>
      <p>{modeSentence(judged, alias, lab)}</p>
      <ul className="plain-list">
        {judged.why.map((why) => (
          <ClaimLine key={`${why.rule} ${why.reason}`} claim={`${ruleText(why.rule)}.`} evidence={why} />
        ))}
      </ul>
    </>
  );
}

function modeSentence(judged: ComparisonSide, alias: string, lab: string): string {
  const mode = text(`wizard.mode-short.${judged.requestedMode}`);
  if (judged.effectiveMode === null) {
    return text('comparison.explain.nothing', { alias, lab, mode, state: stateInWords(judged.state) });
  }
  const done = text(`wizard.mode-short.${judged.effectiveMode}`);
  return text('comparison.explain.mode', { alias, lab, mode, done });
}

interface FateDetailsProps extends FateExplanationProps {
  readonly topic: 'ost' | 'rules' | 'references' | 'permissions';
  readonly side: SideName;
  readonly judged: ComparisonSide;
}

/** Every fate behind a cell by name; looked up when it is asked for. */
function FateDetails({ lab, other, revision, row, names, topic, side }: FateDetailsProps) {
  const { asked, again } = useAsk('comparison:mailbox', { lab, other, alias: row.alias }, revision);
  const values = { alias: row.alias, lab: names[side], what: text(`comparison.column.${topic}`) };
  if (asked.status === 'loading') return <p>{text('comparison.explain.loading')}</p>;
  if (asked.status === 'failed') {
    const action = { label: text('console.again'), onPress: again };
    return <ViewState kind="failed" text={asked.failure.message} action={action} />;
  }
  const detail = asked.value[side];
  const fates = detail === null ? [] : topic === 'ost' ? (detail.ost ? [detail.ost] : []) : detail[topic];
  const stranded = topic === 'ost' ? (detail?.ost?.lostItems ?? []) : [];
  if (fates.length === 0) return <p>{text('comparison.explain.none', values)}</p>;
  return (
    <>
      <h2>{text('comparison.explain.heading', values)}</h2>
      <ul className="plain-list">
        {fates.map((fate, at) => (
          <ClaimLine
            // biome-ignore lint/suspicious/noArrayIndexKey: the fates of one answer never change places
            key={at}
            claim={text('comparison.explain.thing', {
              name: fate.name,
              fate: text(`fate.${fate.fate}`),
              rule: ruleText(fate.rule),
            })}
            evidence={fate}
          />
        ))}
        {stranded.map((item) => (
          <li key={`${item.folder} ${item.subject}`}>{text('comparison.explain.stranded', { ...item })}</li>
        ))}
      </ul>
    </>
  );
}
