import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import './badge.css';

interface BadgeProps {
  readonly tone: 'good' | 'plain' | 'quiet';
  readonly text: string;
  /** Paragraphs shown on a click. */
  readonly details: readonly string[];
  /** What screen readers call the badge, when more than its text. */
  readonly name: string;
}

/** A small mark that opens into the grounds of what stands beside it. */
export function Badge({ tone, text, details, name }: BadgeProps) {
  return (
    <DialogTrigger>
      <Button className="badge" aria-label={name} data-tone={tone}>
        {text}
      </Button>
      <Popover className="badge-popover" placement="bottom end" offset={2}>
        <Dialog className="badge-details selectable" aria-label={name}>
          {details.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
