import { useState } from 'react';
import { formatCount, formatTime } from '../../../shared/text/format.ts';
import { sourceLabel } from '../../../shared/text/source-label.ts';
import { text } from '../../../shared/text/text.ts';
import { CheckBox } from '../../kit/check-box.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { Icon } from '../icons.tsx';
import { EvidenceBadge } from '../parts/evidence-badge.tsx';
import type { Shown } from './use-lab.ts';

type File = Shown['server']['files'][number];

interface ServerFilesProps {
  readonly files: readonly File[];
  /** The lab's time zone, minutes east of UTC. */
  readonly offset: number;
}

/** The files of the migration server; what is not known is shown as unknown. Dates in UTC, as articles give them, or in local time. */
export function ServerFiles({ files, offset }: ServerFilesProps) {
  const [path, setPath] = useState<string | null>(null);
  const [isLocal, setLocal] = useState(false);
  const chosen = files.find((file) => file.path === path);
  return (
    <div className="server-tab">
      <ListView
        label={text('console.server.files')}
        columns={columns(isLocal ? offset : 0, isLocal ? zoneText(offset) : 'UTC')}
        rows={files}
        rowKey={(file) => file.path}
        selectedKey={path}
        onSelect={(file) => setPath(file.path)}
        empty={text('console.server.no-files')}
      />
      <CheckBox
        label={text('server.local-time', { zone: zoneText(offset) })}
        isSelected={isLocal}
        onChange={setLocal}
      />
      <div className="pane-row server-file">
        {chosen !== undefined && (
          <>
            <span className="selectable">{chosen.path}</span>
            <EvidenceBadge evidence={chosen} />
            <span className="pane-note">{groundOf(chosen)}</span>
          </>
        )}
      </div>
    </div>
  );
}

/** What a file's version, size and date rest on. */
function groundOf({ reason, source }: File): string {
  return reason ?? (source === null ? '' : sourceLabel(source));
}

const unknown = text('console.server.unknown');

/** A time zone as people write it: UTC+2, UTC-3:30. */
function zoneText(offset: number): string {
  const hours = Math.trunc(Math.abs(offset) / 60);
  const minutes = Math.abs(offset) % 60;
  return `UTC${offset < 0 ? '-' : '+'}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
}

function columns(offset: number, zone: string): readonly Column<File>[] {
  return [
    {
      id: 'path',
      title: text('console.server.column.path'),
      width: 'fill',
      text: (file) => file.path,
      icon: () => <Icon name="file" />,
    },
    {
      id: 'version',
      title: text('console.server.column.version'),
      width: 96,
      text: (file) => file.version ?? unknown,
    },
    {
      id: 'size',
      title: text('console.server.column.size'),
      width: 82,
      align: 'right',
      text: (file) => (file.size === null ? unknown : formatCount(file.size)),
    },
    {
      id: 'date',
      title: text('server.column.date', { zone }),
      width: 118,
      text: (file) => (file.dateUtc === null ? unknown : formatTime(Date.parse(file.dateUtc), offset)),
    },
    {
      id: 'platform',
      title: text('console.server.column.platform'),
      width: 62,
      text: (file) => file.platform ?? unknown,
    },
    {
      id: 'evidence',
      title: text('console.server.column.evidence'),
      width: 100,
      text: (file) => text(`evidence.${file.evidence}`),
    },
  ];
}
