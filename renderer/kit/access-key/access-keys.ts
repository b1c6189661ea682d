import { useEffect } from 'react';

const FIELD = 'input:not([type=hidden]), select, textarea, button, [tabindex]';
const CLICKED = 'button, input[type=checkbox], input[type=radio], [role=tab]';

/**
 * Makes Alt show the underlines and Alt plus a letter reach its control, as dialogs do: a unique key acts on a button,
 * check box or option and focuses a field; a key that several controls share only moves the focus on to the next.
 */
export function useAccessKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Alt') document.documentElement.dataset.accessKeys = 'shown';
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const letter = letterOf(event);
      if (letter === null) return;
      const targets = targetsOf(scope(document), letter);
      if (targets.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      press(targets);
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, []);
}

/** Option on a Mac types other characters, so the physical key serves where the character is no plain letter. */
function letterOf(event: KeyboardEvent): string | null {
  const typed = event.key.toLowerCase();
  if (/^[\p{L}\p{N}]$/u.test(typed) && typed.charCodeAt(0) < 0x80) return typed;
  const code = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  return code?.toLowerCase() ?? null;
}

/** The topmost open dialog owns the keyboard, else the whole window. */
function scope(root: Document): ParentNode {
  const dialogs = root.querySelectorAll('[role=dialog], [role=alertdialog]');
  return dialogs[dialogs.length - 1] ?? root;
}

function targetsOf(root: ParentNode, letter: string): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const marked of root.querySelectorAll<HTMLElement>(`[data-access-key="${letter}"]`)) {
    const target = targetOf(marked);
    if (target !== null && isUsable(target)) found.push(target);
  }
  return found;
}

function targetOf(marked: HTMLElement): HTMLElement | null {
  const id = marked.dataset.accessFor;
  if (id !== undefined) {
    const box = document.getElementById(id);
    if (box === null) return null;
    if (box.matches(FIELD)) return box;
    return (
      box.querySelector<HTMLElement>('input:checked, [tabindex="0"]') ?? box.querySelector<HTMLElement>(FIELD)
    );
  }
  if (marked.matches(FIELD)) return marked;
  if (marked instanceof HTMLLabelElement && marked.control !== null) return marked.control;
  return marked.querySelector<HTMLElement>(FIELD);
}

function isUsable(target: HTMLElement): boolean {
  if (target.matches(':disabled, [aria-disabled=true]')) return false;
  return target.closest('[inert], [aria-hidden=true]') === null;
}

function press(targets: readonly HTMLElement[]): void {
  if (targets.length > 1) {
    const active = document.activeElement;
    const at = active instanceof HTMLElement ? targets.indexOf(active) : -1;
    targets[(at + 1) % targets.length]?.focus();
    return;
  }
  const target = targets[0];
  if (target === undefined) return;
  target.focus();
  if (target.matches(CLICKED) && !target.matches('[aria-haspopup]')) target.click();
}
