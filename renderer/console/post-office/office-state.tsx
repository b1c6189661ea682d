import { useState } from 'react';
import { formatTime } from '../../../shared/text/format.ts';
import { articleLabel } from '../../../shared/text/source-label.ts';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { MessageIcon } from '../../kit/dialog/message-icon.tsx';
import { OfficeActs } from './office-acts.tsx';
import { OfficeOptions } from './office-options.tsx';
import { Facts } from '../browse/facts.tsx';
import type { Office } from './post-office-pane.tsx';
import { useOffset } from './use-offset.ts';
import './office-state.css';

interface OfficeStateProps {
  readonly lab: string;
  readonly office: Office;
}

/** Whether a post office is sound, who works on it, how it is reached, and its backups. */
export function OfficeState({ lab, office }: OfficeStateProps) {
  const offset = useOffset(lab);
  const [backup, setBackup] = useState<number | null>(null);
  const { damage } = office;
  return (
    <div className="server-tab">
      <div className="office-standing" data-state={damage === null ? 'sound' : 'damaged'}>
        <MessageIcon kind={damage === null ? 'information' : 'error'} size={24} />
        <p>
          <strong>{text(damage === null ? 'po.sound' : 'po.damaged')}</strong>
          {damage !== null &&
            ` ${text('po.damage', {
              at: formatTime(damage.at, offset),
              article: articleLabel(damage.cause),
              files: damage.files.join(', '),
            })}`}
        </p>
      </div>
      <Facts
        facts={[
          [text('po.fact.directory'), office.directory],
          [
            text('po.fact.drives'),
            office.drives.length === 0 ? text('po.no-drive') : office.drives.join(', '),
          ],
          [text('po.fact.database'), text(`po.database.${knownDatabase(office.database)}`)],
          [text('po.fact.release'), office.release],
          [text('po.fact.code-page'), String(office.codePage)],
          [text('po.fact.writable'), text(office.writable ? 'browse.yes' : 'browse.no')],
          [
            text('po.fact.in-use'),
            office.inUseBy.length === 0 ? text('po.nobody') : office.inUseBy.join(', '),
          ],
        ]}
      />
      <OfficeOptions lab={lab} office={office} />
      <ListView
        label={text('po.backups')}
        columns={columns(offset)}
        rows={office.backups}
        rowKey={(row) => String(row.number)}
        selectedKey={backup === null ? null : String(backup)}
        onSelect={(row) => setBackup(row.number)}
        empty={text('po.backups.empty')}
      />
      <OfficeActs lab={lab} office={office} backup={backup} />
    </div>
  );
}

function knownDatabase(database: string): 'DB6' | 'DB7' | 'DB8' {
  return database === 'DB6' || database === 'DB7' ? database : 'DB8';
}

type Backup = Office['backups'][number];

function columns(offset: number): readonly Column<Backup>[] {
  return [
    { id: 'number', title: text('po.backup.number'), width: 60, text: (row) => String(row.number) },
    {
      id: 'taken',
      title: text('po.backup.taken'),
      width: 140,
      text: (row) => formatTime(row.taken, offset),
    },
    { id: 'label', title: text('po.backups'), width: 'fill', text: (row) => row.label },
  ];
}
