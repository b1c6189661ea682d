import type { KeyboardEvent } from 'react';

interface DialogKeys {
  /** Enter, where the focused control does not use it itself. */
  readonly onEnter?: () => void;
  readonly onEscape?: () => void;
  readonly onHelp?: () => void;
}

const USES_ENTER = 'button, a[href], textarea, [role=option], [aria-expanded=true], [role=treeitem]';

/** The keys of a dialog: Enter is the default button, Esc is Cancel, F1 is Help. */
export function handleDialogKeys(event: KeyboardEvent, keys: DialogKeys): void {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  // Popups are rendered outside, but their events come through React's tree.
  if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return;
  const act = actionOf(event.key, event.target, keys);
  if (act === undefined) return;
  event.preventDefault();
  act();
}

function actionOf(key: string, target: Element, keys: DialogKeys): (() => void) | undefined {
  if (key === 'Enter') return target.matches(USES_ENTER) ? undefined : keys.onEnter;
  if (key === 'Escape') return keys.onEscape;
  if (key === 'F1') return keys.onHelp;
  return undefined;
}
