import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { barTop, isScaled, listTop, type Scale, scaleOf } from './scaled-scroll.ts';

export interface ScaledScroll {
  /** Where the list stands, and where the scroll bar does; pixels. */
  readonly top: number;
  readonly bar: number;
  /** Height of the part that is seen, without the header. */
  readonly room: number;
  readonly scale: Scale;
  readonly scrollTo: (top: number) => void;
}

/** Follows the scroll bar of a box that holds `rows` pixels of rows under a header; wheel and keys move exactly, the thumb by proportion. */
export function useScaledScroll(
  box: RefObject<HTMLElement | null>,
  rows: number,
  header: number,
): ScaledScroll {
  const [at, setAt] = useState({ top: 0, bar: 0, room: 0 });
  const scale = scaleOf(rows, at.room);
  const now = useRef({ ...at, scale });
  now.current = { ...at, scale };

  const scrollTo = useCallback(
    (wanted: number): void => {
      const element = box.current;
      if (element === null) return;
      const { scale: current, room } = now.current;
      const top = Math.max(0, Math.min(current.listRange, wanted));
      element.scrollTop = barTop(current, top);
      // What the element made of it: the scroll event that follows is told from a person's by this.
      const bar = element.scrollTop;
      now.current = { ...now.current, top, bar };
      setAt({ top, bar, room });
    },
    [box],
  );

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const onScroll = (): void => {
      const bar = element.scrollTop;
      const { scale: current, bar: known, room } = now.current;
      if (Math.abs(bar - known) < 1 && isScaled(current)) return;
      setAt({ top: listTop(current, bar), bar, room });
    };
    const onWheel = (event: WheelEvent): void => {
      if (!isScaled(now.current.scale) || event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      scrollTo(now.current.top + event.deltaY);
    };
    const onSize = (): void => {
      const room = Math.max(0, element.clientHeight - header);
      if (room !== now.current.room) setAt((before) => ({ ...before, room }));
    };
    onSize();
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    const observer = new ResizeObserver(onSize);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
      observer.disconnect();
    };
  }, [box, header, scrollTo]);

  return { ...at, scale, scrollTo };
}
