import { type RefObject, useLayoutEffect, useState } from 'react';

export interface Viewport {
  readonly scrollTop: number;
  readonly height: number;
}

/** Follows the scroll position and the height of a box, in pixels. */
export function useViewport(box: RefObject<HTMLElement | null>): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ scrollTop: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const read = (): void => setViewport({ scrollTop: element.scrollTop, height: element.clientHeight });
    read();
    element.addEventListener('scroll', read, { passive: true });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', read);
      observer.disconnect();
    };
  }, [box]);
  return viewport;
}
