import { useId } from 'react';
import { Button } from 'react-aria-components/Button';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { AccessLabel } from './access-key/access-label.tsx';
import { accessKeyOf } from './access-key/mnemonic.ts';
import './field.css';
import './combo.css';

export interface ComboChoice {
  readonly value: string;
  readonly label: string;
}

interface ComboProps {
  readonly label: string;
  readonly choices: readonly ComboChoice[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly isDisabled?: boolean;
  readonly problem?: string | null;
  readonly stacked?: boolean;
  /** Shown while nothing is chosen. */
  readonly placeholder?: string;
}

/** A drop-down list, 12 dialog units high: arrows and type-ahead select, F4 and Alt+Down open it. */
export function Combo(props: ComboProps) {
  const { label, choices, value, onChange, problem = null, stacked = false } = props;
  const buttonId = useId();
  return (
    <Select
      className={stacked ? 'field stacked' : 'field'}
      value={value}
      onChange={(key) => {
        if (typeof key === 'string') onChange(key);
      }}
      isDisabled={props.isDisabled ?? false}
      isInvalid={problem !== null}
      placeholder={props.placeholder ?? ''}
    >
      <Label className="field-label" data-access-key={accessKeyOf(label)} data-access-for={buttonId}>
        <AccessLabel label={label} />
      </Label>
      <Button className="combo" id={buttonId}>
        <SelectValue className="combo-value">
          {({ selectedText, defaultChildren }) => (
            <span className="combo-text" title={selectedText}>
              {defaultChildren}
            </span>
          )}
        </SelectValue>
        <span className="combo-arrow" aria-hidden="true" />
      </Button>
      <FieldError className="field-problem">{problem}</FieldError>
      <Popover className="combo-popover" offset={0}>
        <ListBox className="combo-list">
          {choices.map((choice) => (
            <ListBoxItem key={choice.value} id={choice.value} textValue={choice.label} className="combo-item">
              {choice.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
