import { useState } from 'react';
import { formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { Icon } from '../icons.tsx';
import { EvidenceBadge } from '../parts/evidence-badge.tsx';
import type { Shown } from './use-lab.ts';

type File = Shown['server']['files'][number];

/** The files of the migration server; what is not known is shown as unknown. */
export function ServerFiles({ files }: { readonly files: readonly File[] }) {
  const [path, setPath] = useState<string | null>(null);
  const chosen = files.find((file) => file.path === path);
  return (
    <div className="server-tab">
      <ListView
        label={text('console.server.files')}
        columns={COLUMNS}
        rows={files}
        rowKey={(file) => file.path}
        selectedKey={path}
        onSelect={(file) => setPath(file.path)}
        empty={text('console.server.no-files')}
      />
      <div className="pane-row">
        {chosen !== undefined && (
          <>
            <span className="selectable">{chosen.path}</span>
            <EvidenceBadge evidence={chosen} />
            <span className="pane-note">{chosen.reason ?? chosen.source ?? ''}</span>
          </>
        )}
      </div>
    </div>
  );
}

const unknown = text('console.server.unknown');
const COLUMNS: readonly Column<File>[] = [
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
    title: text('console.server.column.date'),
    width: 112,
    text: (file) => file.dateUtc?.slice(0, 16).replace('T', ' ') ?? unknown,
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
