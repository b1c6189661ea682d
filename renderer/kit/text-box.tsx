import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { AccessLabel } from './access-key/access-label.tsx';
import { accessKeyOf } from './access-key/mnemonic.ts';
import './field.css';

interface TextBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows: number;
  readonly isDisabled?: boolean;
}

/** An edit control of several lines; Enter makes a new line there. */
export function TextBox({ label, value, onChange, rows, isDisabled = false }: TextBoxProps) {
  return (
    <TextField className="field stacked" value={value} onChange={onChange} isDisabled={isDisabled}>
      <Label className="field-label" data-access-key={accessKeyOf(label)}>
        <AccessLabel label={label} />
      </Label>
      <TextArea className="edit lines" rows={rows} spellCheck={false} />
    </TextField>
  );
}
