import { CommandButton } from '../command-button.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import { type SheetTab, TabPages } from './tab-pages.tsx';

interface PropertySheetProps {
  readonly caption: string;
  readonly tabs: readonly SheetTab[];
  readonly okLabel: string;
  /** Without it the sheet only shows, and OK alone stands below. */
  readonly cancelLabel?: string;
  readonly onOk: () => void;
  readonly onCancel: () => void;
  readonly closeLabel: string;
  readonly isOkDisabled?: boolean;
}

/** A property sheet of 252 x 218 dialog units with its tabs. */
export function PropertySheet(props: PropertySheetProps) {
  const { caption, tabs, okLabel, cancelLabel, onOk, onCancel, closeLabel, isOkDisabled = false } = props;
  return (
    <DialogFrame
      caption={caption}
      size="sheet"
      onClose={onCancel}
      closeLabel={closeLabel}
      {...(isOkDisabled ? {} : { onEnter: onOk })}
    >
      <TabPages label={caption} tabs={tabs} />
      <div className="dialog-buttons">
        <CommandButton label={okLabel} onPress={onOk} isDefault isDisabled={isOkDisabled} />
        {cancelLabel !== undefined && <CommandButton label={cancelLabel} onPress={onCancel} />}
      </div>
    </DialogFrame>
  );
}
