import { Checkbox } from 'react-aria-components/Checkbox';
import { AccessLabel } from './access-key/access-label.tsx';
import { accessKeyOf } from './access-key/mnemonic.ts';
import './option.css';

interface CheckBoxProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly describedBy?: string;
}

/** 10 dialog units high; Space and the access key toggle it. */
export function CheckBox({ label, isSelected, onChange, isDisabled = false, describedBy }: CheckBoxProps) {
  return (
    <Checkbox
      className="option"
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      data-access-key={accessKeyOf(label)}
    >
      <span className="option-box" aria-hidden="true">
        {isSelected && <CheckMark />}
      </span>
      <span className="option-label">
        <AccessLabel label={label} />
      </span>
    </Checkbox>
  );
}

/** The seven-pixel tick of the classic scheme. */
export function CheckMark() {
  return (
    <svg
      aria-hidden="true"
      className="check-mark"
      viewBox="0 0 7 7"
      width="7"
      height="7"
      shapeRendering="crispEdges"
    >
      <path
        fill="currentColor"
        d="M0 2h1v1h1v1h1v-1h1v-1h1v-1h1v-1h1v3h-1v1h-1v1h-1v1h-1v1h-1v-1h-1v-1h-1z"
      />
    </svg>
  );
}
