import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { evidenceMark } from '../../../shared/text/evidence-text.ts';
import { DEPTHS, type Sentence } from '../../../shared/underneath/sentence.ts';
import { sourceLabel } from '../../../shared/text/source-label.ts';
import { text } from '../../../shared/text/text.ts';
import { CheckBox } from '../../kit/check-box.tsx';
import { CommandButton } from '../../kit/command-button.tsx';
import { LightBadge, type ShowMark, useSharedBadge } from '../../kit/shared-badge.tsx';
import { setPreferences, usePreferences } from '../../stores/preferences-store.ts';
import {
  clearUnderneath,
  followUnderneath,
  showDepth,
  type Told,
  useUnderneath,
} from '../../stores/underneath-store.ts';
import './underneath-pane.css';

/** Follows clicks, wizard steps and the protocol while it stands open, every sentence with what it rests on. */
export function UnderneathPane() {
  const preferences = usePreferences();
  return preferences?.underneath === true ? <OpenPane /> : null;
}

function OpenPane() {
  useEffect(() => followUnderneath(), []);
  const told = useUnderneath((state) => state.told);
  const depths = useUnderneath((state) => state.depths);
  const shown = told.filter((each) => depths[each.sentence.depth]);
  return (
    <section className="underneath" aria-label={text('underneath.title')}>
      <div className="underneath-head">
        <h2>{text('underneath.title')}</h2>
        {DEPTHS.map((depth) => (
          <CheckBox
            key={depth}
            label={text(`underneath.depth.${depth}`)}
            isSelected={depths[depth]}
            onChange={(isShown) => showDepth(depth, isShown)}
          />
        ))}
        <span className="push" />
        <CommandButton wide label={text('underneath.clear')} onPress={clearUnderneath} />
        <CommandButton
          wide
          label={text('underneath.close')}
          onPress={() => void setPreferences({ underneath: false })}
        />
      </div>
      <Sentences told={shown} />
    </section>
  );
}

/** Sentences drawn while nobody reads back: more than are in view. */
const TAIL = 30;
/** Pixels from the end of the list that count as being there. */
const NEAR = 20;

/**
 * The newest stands last and is scrolled to, unless one has scrolled up to read. Only then are the earlier ones drawn: a
 * run at full speed tells hundreds a second, and laying all of them out would hold the window up.
 */
function Sentences({ told }: { readonly told: readonly Told[] }) {
  const box = useRef<HTMLDivElement>(null);
  const fromEnd = useRef(0);
  const [readsBack, setReadsBack] = useState(false);
  const [showMark, popover] = useSharedBadge();
  const last = told.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last sentence is the reason to scroll
  useLayoutEffect(() => {
    if (fromEnd.current === 0) box.current?.scrollTo(0, box.current.scrollHeight);
  }, [last]);
  useLayoutEffect(() => {
    const element = box.current;
    // What stands in view stays there while the earlier ones come above it.
    if (readsBack && element !== null)
      element.scrollTop = element.scrollHeight - element.clientHeight - fromEnd.current;
  }, [readsBack]);
  const onScroll = ({ scrollTop, scrollHeight, clientHeight }: HTMLElement): void => {
    const left = scrollHeight - scrollTop - clientHeight;
    fromEnd.current = left < NEAR ? 0 : left;
    setReadsBack(left >= NEAR);
  };
  const drawn = readsBack ? told : told.slice(-TAIL);
  return (
    <div
      ref={box}
      className="underneath-log selectable"
      role="log"
      aria-label={text('underneath.title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      onScroll={(event) => onScroll(event.currentTarget)}
    >
      {told.length === 0 && <p>{text('underneath.empty')}</p>}
      {drawn.map(({ id, sentence }) => (
        <Line key={id} sentence={sentence} onMark={showMark} />
      ))}
      {popover}
    </div>
  );
}

interface LineProps {
  readonly sentence: Sentence;
  readonly onMark: ShowMark;
}

/** A sentence never changes: only new ones are drawn. */
const Line = memo(({ sentence, onMark }: LineProps) => {
  const { depth, key, values, source } = sentence;
  const label = source === null ? '' : sourceLabel(source);
  return (
    <p className={`underneath-line ${depth}`}>
      <span className="underneath-mark">{text(`underneath.mark.${depth}`)}</span>
      <span>{text(key, values)}</span>
      {depth !== 'click' && (
        <>
          <span className="underneath-source" title={label}>
            {label}
          </span>
          <LightBadge mark={evidenceMark(sentence)} onShow={onMark} />
        </>
      )}
    </p>
  );
});
Line.displayName = 'Line';
