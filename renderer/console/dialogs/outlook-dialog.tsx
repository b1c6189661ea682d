import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatBytes } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { DialogFrame } from '../../kit/dialog/dialog-frame.tsx';
import { MessageIcon } from '../../kit/dialog/message-icon.tsx';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { ScrollText } from '../../kit/scroll-text.tsx';
import { EvidenceBadge } from '../parts/evidence-badge.tsx';
import '../parts/tables.css';
import './dialogs.css';

type Outlook = CommandOutput<'lab:outlook'>;
type Stranded = Outlook['stranded'][number];

interface OutlookDialogProps {
  readonly alias: string;
  readonly seen: Outlook;
  readonly onClose: () => void;
}

/** What a user's Outlook said and did: the binding of the .ost, what went over the wire, what was stranded. */
export function OutlookDialog({ alias, seen, onClose }: OutlookDialogProps) {
  return (
    <DialogFrame
      caption={text('console.outlook.caption', { alias })}
      size="wide"
      onClose={onClose}
      onEnter={onClose}
      closeLabel={text('window.close')}
    >
      <div className="dialog-body stack">
        <div className="outlook-head">
          <MessageIcon kind={seen.binding === 'rejected' ? 'warning' : 'information'} />
          <div className="stack selectable">
            <p>
              <strong>{text(`console.outlook.binding.${seen.binding}`)}</strong>{' '}
              <EvidenceBadge evidence={seen} />
            </p>
            {seen.message !== null && <p>{seen.message}</p>}
            <p>
              {text('console.outlook.counts', {
                downloaded: seen.downloadedItems,
                folders: seen.downloadedFolders,
                bytes: formatBytes(seen.downloadedBytes),
                deleted: seen.deletedItems,
                uploaded: seen.uploadedItems,
                conflicts: seen.conflicts,
              })}
            </p>
            <p>{text('console.outlook.unsynchronised', { count: seen.unsynchronised })}</p>
          </div>
        </div>
        <h3>{text('console.outlook.steps')}</h3>
        <ScrollText label={text('console.outlook.steps')} rows={6}>
          <ul className="plain-list">
            {seen.steps.map((step) => (
              <li key={step.text}>
                {step.text} <EvidenceBadge evidence={step} />
              </li>
            ))}
          </ul>
        </ScrollText>
        {seen.stranded.length > 0 && <StrandedItems items={seen.stranded} />}
      </div>
      <div className="dialog-buttons">
        <CommandButton label={text('window.ok')} onPress={onClose} isDefault autoFocus />
      </div>
    </DialogFrame>
  );
}

function StrandedItems({ items }: { readonly items: readonly Stranded[] }) {
  const [selected, setSelected] = useState<number | null>(null);
  const rows = items.map((item, index) => ({ ...item, index }));
  return (
    <>
      <h3>{text('console.outlook.stranded')}</h3>
      <div className="dialog-list">
        <ListView
          label={text('console.outlook.stranded')}
          rows={rows}
          rowKey={(row) => String(row.index)}
          selectedKey={selected === null ? null : String(selected)}
          onSelect={(row) => setSelected(row.index)}
          empty=""
          columns={[
            {
              id: 'folder',
              title: text('console.outlook.column.folder'),
              width: 90,
              text: (row: Stranded) => row.folder,
            },
            {
              id: 'subject',
              title: text('console.outlook.column.subject'),
              width: 130,
              text: (row: Stranded) => row.subject,
            },
            {
              id: 'rescue',
              title: text('console.outlook.column.rescue'),
              width: 'fill',
              text: (row: Stranded) => row.rescue,
            },
          ]}
        />
      </div>
    </>
  );
}
