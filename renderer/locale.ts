import { showPseudoLocale } from '../shared/text/text.ts';
import { on, overhear } from './bridge.ts';

/*
 * Imported before everything else of a window, for labels are read while modules load. A page opened with `#pseudo` in
 * its address shows the pseudo-locale: a test proves with it that no label is hard-coded and none is cut off. What the
 * lab has said is kept then, because it may be shown as it is.
 */
if (window.location.hash === '#pseudo') {
  showPseudoLocale();
  const heard: string[] = [];
  const hear = (said: unknown): void => void heard.push(JSON.stringify(said));
  overhear((_, __, answer) => hear(answer));
  on('labs', hear);
  on('run', hear);
  on('run-ended', hear);
  Object.assign(window, { heard });
}
