import { useId } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { AccessLabel } from './access-key/access-label.tsx';
import { accessKeyOf } from './access-key/mnemonic.ts';
import './group-box.css';
import './option.css';
import './radio-list.css';

export interface RadioChoice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Shown in the description box while this choice is selected. */
  readonly description?: string;
  readonly isDisabled?: boolean;
}

interface RadioListProps<T extends string> {
  /** Read by screen readers, shown above the choices unless `hideLabel`. */
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly choices: readonly RadioChoice<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** Title of the box that describes the selected choice; without it there is no box. */
  readonly descriptionTitle?: string;
  readonly isDisabled?: boolean;
}

/** Option buttons, one tab stop; arrows move and select. */
export function RadioList<T extends string>(props: RadioListProps<T>) {
  const { label, hideLabel = false, choices, value, onChange, descriptionTitle, isDisabled = false } = props;
  const described = useId();
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <div className="radio-list">
      {!hideLabel && <div className="radio-list-label">{label}</div>}
      <RadioGroup
        className="radio-list-choices"
        aria-label={label}
        value={value}
        isDisabled={isDisabled}
        onChange={(next) => {
          const choice = choices.find((candidate) => candidate.value === next);
          if (choice !== undefined) onChange(choice.value);
        }}
        {...(descriptionTitle === undefined ? {} : { 'aria-describedby': described })}
      >
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className="option"
            isDisabled={choice.isDisabled ?? false}
            data-access-key={accessKeyOf(choice.label)}
          >
            <RadioDot isSelected={choice.value === value} />
            <span className="option-label">
              <AccessLabel label={choice.label} />
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {descriptionTitle !== undefined && (
        <fieldset className="group-box radio-list-description" id={described} aria-live="polite">
          <legend>{descriptionTitle}</legend>
          {chosen?.description}
        </fieldset>
      )}
    </div>
  );
}

/** Twelve-pixel sunken circle of the classic scheme. */
export function RadioDot({ isSelected }: { readonly isSelected: boolean }) {
  return (
    <svg className="option-dot" viewBox="0 0 13 13" width="13" height="13" aria-hidden="true">
      <circle cx="6.5" cy="6.5" r="4.6" className="radio-face" />
      <path d="M2.26 10.24a6 6 0 0 1 8.48-8.48" className="radio-shadow" />
      <path d="M3.1 9.4a4.8 4.8 0 0 1 6.8-6.8" className="radio-dark" />
      <path d="M10.74 2.76a6 6 0 0 1-8.48 8.48" className="radio-hilight" />
      {isSelected && <circle cx="6.5" cy="6.5" r="2" className="radio-mark" />}
    </svg>
  );
}
