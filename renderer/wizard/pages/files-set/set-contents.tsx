import { formatCount } from '../../../../shared/text/format.ts';
import { text } from '../../../../shared/text/text.ts';
import type { FilesSetFact } from '../../../../shared/wizard/facts.ts';
import { ScrollText } from '../../../kit/scroll-text.tsx';
import './set-contents.css';

const ROWS = [
  ['directory', 'directoryEntries'],
  ['mailboxes', 'mailboxes'],
  ['messages', 'messages'],
  ['public', 'publicMessages'],
  ['personal', 'personalAddresses'],
] as const;

/** What a packing list and its files hold, and every complaint about them with file, line and byte offset. */
export function SetContents({ set }: { readonly set: FilesSetFact }) {
  const { complaints } = set;
  return (
    <ScrollText label={text('wizard.files-set.what')}>
      <p>{text('wizard.files-set.files', { codePage: set.codePage, files: set.files })}</p>
      <dl className="set-counts">
        {ROWS.map(([row, field]) => (
          <div key={row}>
            <dt>{text(`wizard.files-set.row.${row}`)}</dt>
            <dd>{formatCount(set[field])}</dd>
          </div>
        ))}
      </dl>
      {complaints.length === 0 ? (
        <p>{text('wizard.files-set.sound')}</p>
      ) : (
        <>
          <p className="bad">{text('wizard.files-set.complaints')}</p>
          <ul className="set-complaints">
            {complaints.map((complaint) => (
              <li key={complaint}>{complaint}</li>
            ))}
          </ul>
        </>
      )}
    </ScrollText>
  );
}
