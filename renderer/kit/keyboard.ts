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

const OPTION = 'input[type=radio], input[type=checkbox]';

/**
 * Enter on a check box or option button, caught before the control hears of it: it would take Enter for Space, but in a
 * dialog Enter is the default button there, too.
 */
export function handleEnterOnOption(event: KeyboardEvent, keys: DialogKeys): void {
  if (event.key !== 'Enter' || !(event.target instanceof Element) || !event.target.matches(OPTION)) return;
  if (keys.onEnter === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  if (!event.currentTarget.contains(event.target)) return;
  event.preventDefault();
  event.stopPropagation();
  keys.onEnter();
}
