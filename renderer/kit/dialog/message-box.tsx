import { useId } from 'react';
import { CommandButton } from '../command-button.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import { MessageIcon, type MessageKind } from './message-icon.tsx';
import './message-box.css';

export interface MessageButton {
  readonly label: string;
  readonly onPress: () => void;
  readonly isDefault?: boolean;
}

interface MessageBoxProps {
  readonly caption: string;
  readonly kind: MessageKind;
  /** Paragraphs. */
  readonly text: readonly string[];
  readonly buttons: readonly MessageButton[];
  /** Esc and the close box: what Cancel, No or OK does. */
  readonly onClose: () => void;
  readonly closeLabel: string;
}

/** The system's message box: icon, text, buttons in the middle. */
export function MessageBox({ caption, kind, text, buttons, onClose, closeLabel }: MessageBoxProps) {
  const textId = useId();
  const fallback = buttons.find((button) => button.isDefault === true) ?? buttons[0];
  return (
    <DialogFrame
      caption={caption}
      isAlert
      onClose={onClose}
      closeLabel={closeLabel}
      {...(fallback === undefined ? {} : { onEnter: fallback.onPress })}
    >
      <div className="message-box">
        <MessageIcon kind={kind} />
        <div className="message-text selectable" id={textId}>
          {text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </div>
      <div className="dialog-buttons centred">
        {buttons.map((button) => (
          <CommandButton
            key={button.label}
            label={button.label}
            onPress={button.onPress}
            isDefault={button === fallback}
            autoFocus={button === fallback}
            wide={button.label.length > 12}
            describedBy={textId}
          />
        ))}
      </div>
    </DialogFrame>
  );
}
