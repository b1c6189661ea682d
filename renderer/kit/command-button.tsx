import { Button } from 'react-aria-components/Button';
import { AccessLabel } from './access-key/access-label.tsx';
import { accessKeyOf } from './access-key/mnemonic.ts';
import './command-button.css';

interface CommandButtonProps {
  /** `&` marks the access key. */
  readonly label: string;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  /** Takes Enter where the focused control does not use it; drawn with the dark frame. */
  readonly isDefault?: boolean;
  /** `wide` grows with its label; else 50 x 14 dialog units. */
  readonly wide?: boolean;
  readonly autoFocus?: boolean;
  readonly id?: string;
  readonly describedBy?: string;
}

export function CommandButton(props: CommandButtonProps) {
  const { label, onPress, isDisabled = false, isDefault = false, wide = false, id, describedBy } = props;
  return (
    <Button
      className={wide ? 'command-button wide' : 'command-button'}
      onPress={onPress}
      isDisabled={isDisabled}
      autoFocus={props.autoFocus ?? false}
      {...(id === undefined ? {} : { id })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      data-access-key={accessKeyOf(label)}
      data-default={isDefault && !isDisabled ? '' : undefined}
    >
      <span className="command-button-label">
        <AccessLabel label={label} />
      </span>
    </Button>
  );
}
