import { type TextKey, text } from '../../../../shared/text/text.ts';
import './information.css';

interface InformationProps {
  /** What stands above the lines, e.g. the mode. */
  readonly heading?: string;
  readonly lines: readonly TextKey[];
}

/** An informational screen: what will happen, line by line. */
export function Information({ heading, lines }: InformationProps) {
  return (
    <>
      {heading !== undefined && <p className="information-heading">{heading}</p>}
      <ul className="information-lines">
        {lines.map((key) => (
          <li key={key}>{text(key)}</li>
        ))}
      </ul>
    </>
  );
}
