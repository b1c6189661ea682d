import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { handleDialogKeys, handleEnterOnOption } from '../keyboard.ts';
import './dialog-frame.css';

interface DialogFrameProps {
  readonly caption: string;
  readonly isAlert?: boolean;
  /** Esc and the close box. */
  readonly onClose: () => void;
  readonly closeLabel: string;
  readonly onEnter?: () => void;
  /** Dialogs of the largest kind take the room of a property sheet; others fit their content. */
  readonly size?: 'fit' | 'sheet' | 'wide';
  readonly children: ReactNode;
}

/** A modal dialog inside the window, with its own caption bar. Focus stays in it and goes back afterwards. */
export function DialogFrame(props: DialogFrameProps) {
  const { caption, isAlert = false, onClose, onEnter, size = 'fit', closeLabel, children } = props;
  return (
    <ModalOverlay className="dialog-overlay" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="dialog-modal">
        <Dialog role={isAlert ? 'alertdialog' : 'dialog'} className={`dialog-frame keyboard-scope ${size}`}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter and Esc belong to the dialog as a whole */}
          <div
            className="dialog-inner"
            onKeyDownCapture={(event) => handleEnterOnOption(event, onEnter === undefined ? {} : { onEnter })}
            onKeyDown={(event) =>
              handleDialogKeys(event, { onEscape: onClose, ...(onEnter === undefined ? {} : { onEnter }) })
            }
          >
            <div className="dialog-caption">
              <Heading slot="title" level={2} className="dialog-title">
                {caption}
              </Heading>
              <button
                type="button"
                tabIndex={-1}
                className="dialog-close"
                aria-label={closeLabel}
                onClick={onClose}
              >
                <svg viewBox="0 0 8 7" width="8" height="7" aria-hidden="true" shapeRendering="crispEdges">
                  <path d="M0 0h2l2 2 2-2h2L5 3.5 8 7H6L4 5 2 7H0l3-3.5z" fill="currentColor" />
                </svg>
              </button>
            </div>
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
