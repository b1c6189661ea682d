import { type ReactNode, useEffect, useRef } from 'react';
import { CommandButton } from '../command-button.tsx';
import { handleDialogKeys, handleEnterOnOption } from '../keyboard.ts';
import './wizard-sheet.css';

export interface SheetButton {
  readonly label: string;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
}

interface WizardSheetProps {
  /** Identifies the page: the focus is placed anew when it changes. */
  readonly pageKey: string;
  /** False while the page has yet to get its controls. */
  readonly isReady: boolean;
  readonly back: SheetButton;
  /** Next, or Finish on the last page. */
  readonly forward: SheetButton;
  readonly cancel: SheetButton;
  readonly help: SheetButton;
  /** An exterior or an interior page. */
  readonly children: ReactNode;
}

/**
 * The Wizard 97 frame: 331 x 193 dialog units of page, an etched line, and the buttons. Enter goes forward, Esc cancels,
 * F1 helps. When a page comes, the focus is on its first control, or on the forward button where it has none.
 */
export function WizardSheet(props: WizardSheetProps) {
  const { pageKey, isReady, back, forward, cancel, help, children } = props;
  const page = useRef<HTMLDivElement>(null);
  const buttons = useRef<HTMLDivElement>(null);

  const placed = useRef<{ readonly page: string; readonly on: Element | null }>({ page: '', on: null });
  useEffect(() => {
    // Once per page; and again when its controls come, unless the user has been quicker.
    const { page: forPage, on } = placed.current;
    const active = document.activeElement;
    const isElsewhere = active !== on && active !== document.body;
    if (forPage === pageKey && (!isReady || isElsewhere)) return;
    firstControl(page.current, buttons.current)?.focus();
    placed.current = { page: pageKey, on: document.activeElement };
  }, [pageKey, isReady]);

  const press = (button: SheetButton) => (): void => {
    if (button.isDisabled !== true) button.onPress();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter, Esc and F1 belong to the sheet as a whole
    <div
      className="wizard-sheet keyboard-scope"
      onKeyDownCapture={(event) => handleEnterOnOption(event, { onEnter: press(forward) })}
      onKeyDown={(event) =>
        handleDialogKeys(event, {
          onEnter: press(forward),
          onEscape: press(cancel),
          onHelp: press(help),
        })
      }
    >
      <div className="wizard-page-area" ref={page}>
        {children}
      </div>
      <hr className="etched-line" />
      <div className="wizard-buttons" ref={buttons}>
        <div className="wizard-back-next">
          <CommandButton label={back.label} onPress={back.onPress} isDisabled={back.isDisabled ?? false} />
          <CommandButton
            label={forward.label}
            onPress={forward.onPress}
            isDisabled={forward.isDisabled ?? false}
            isDefault
          />
        </div>
        <CommandButton
          label={cancel.label}
          onPress={cancel.onPress}
          isDisabled={cancel.isDisabled ?? false}
        />
        <CommandButton label={help.label} onPress={help.onPress} isDisabled={help.isDisabled ?? false} />
      </div>
    </div>
  );
}

const CONTROL =
  'input:not(:disabled):not([tabindex="-1"]), textarea:not(:disabled), button:not(:disabled), [tabindex="0"]';

function firstControl(page: HTMLElement | null, buttons: HTMLElement | null): HTMLElement | null {
  // Exterior pages are for reading: the focus stands on the forward button.
  const isExterior = page?.querySelector('.exterior-page') !== null;
  const forward = buttons?.querySelector<HTMLElement>('[data-default]') ?? null;
  if (isExterior && forward !== null) return forward;
  const marked = page?.querySelector<HTMLElement>('[data-initial-focus]');
  const inPage =
    marked?.querySelector<HTMLElement>(CONTROL) ??
    page?.querySelector<HTMLElement>('input:checked') ??
    page?.querySelector<HTMLElement>(CONTROL);
  if (inPage !== null && inPage !== undefined) return inPage;
  return forward ?? buttons?.querySelector<HTMLElement>('button:not(:disabled)') ?? null;
}
