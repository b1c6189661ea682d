import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { CommandButton } from '../command-button.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import './property-sheet.css';

export interface SheetTab {
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
}

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

/** A property sheet of 252 x 218 dialog units with its tabs; Ctrl+Tab is left to the system. */
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
      <Tabs className="sheet-tabs">
        <TabList className="sheet-tab-list" aria-label={caption}>
          {tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className="sheet-tab">
              {tab.title}
            </Tab>
          ))}
        </TabList>
        {tabs.map((tab) => (
          <TabPanel key={tab.id} id={tab.id} className="sheet-panel">
            {tab.content}
          </TabPanel>
        ))}
      </Tabs>
      <div className="dialog-buttons">
        <CommandButton label={okLabel} onPress={onOk} isDefault isDisabled={isOkDisabled} />
        {cancelLabel !== undefined && <CommandButton label={cancelLabel} onPress={onCancel} />}
      </div>
    </DialogFrame>
  );
}
