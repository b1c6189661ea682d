import { useCallback, useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import './badge.css';

/** What a badge shows: see Badge. */
interface Mark {
  readonly tone: 'good' | 'plain' | 'quiet';
  readonly text: string;
  readonly details: readonly string[];
  readonly name: string;
}

export type ShowMark = (mark: Mark, at: HTMLElement) => void;

interface LightBadgeProps {
  readonly mark: Mark;
  readonly onShow: ShowMark;
}

/** A badge of a list that grows fast: one button without a popover of its own. */
export function LightBadge({ mark, onShow }: LightBadgeProps) {
  return (
    <button
      type="button"
      className="badge"
      aria-label={mark.name}
      aria-haspopup="dialog"
      data-tone={mark.tone}
      onClick={({ currentTarget }) => onShow(mark, currentTarget)}
    >
      {mark.text}
    </button>
  );
}

/** The one popover that the light badges of a list share: what shows a mark, and the popover itself. */
export function useSharedBadge() {
  const [mark, setMark] = useState<Mark | null>(null);
  const at = useRef<HTMLElement | null>(null);
  const show = useCallback<ShowMark>((shown, element) => {
    at.current = element;
    setMark(shown);
  }, []);
  const popover = (
    <Popover
      className="badge-popover"
      placement="bottom end"
      offset={2}
      triggerRef={at}
      isOpen={mark !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) setMark(null);
      }}
    >
      <Dialog className="badge-details selectable" aria-label={mark?.name ?? ''}>
        {mark?.details.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Dialog>
    </Popover>
  );
  return [show, popover] as const;
}
