import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { AccessLabel } from './access-key/access-label.tsx';
import { accessKeyOf } from './access-key/mnemonic.ts';
import './field.css';

interface EditProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `date` takes and gives yyyy-mm-dd. */
  readonly kind?: 'text' | 'password' | 'date' | 'number';
  readonly isDisabled?: boolean;
  readonly isReadOnly?: boolean;
  /** The sentence that says what is wrong; null when nothing is. */
  readonly problem?: string | null;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  /** Label above the field instead of left of it. */
  readonly stacked?: boolean;
}

/** An edit control, 14 dialog units high. */
export function Edit(props: EditProps) {
  const { label, value, onChange, kind = 'text', problem = null, stacked = false } = props;
  return (
    <TextField
      className={stacked ? 'field stacked' : 'field'}
      value={value}
      onChange={onChange}
      type={kind}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      isInvalid={problem !== null}
      autoFocus={props.autoFocus ?? false}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
    >
      <Label className="field-label" data-access-key={accessKeyOf(label)}>
        <AccessLabel label={label} />
      </Label>
      <Input className="edit" spellCheck={false} autoComplete="off" />
      <FieldError className="field-problem">{problem}</FieldError>
    </TextField>
  );
}
