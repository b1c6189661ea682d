import { useState } from 'react';
import { formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { goTo } from '../../stores/console-store.ts';
import { foreignText } from '../../stores/foreign-place.ts';
import { type PagedRow, usePages } from '../../stores/use-pages.ts';
import { PagedView } from '../browse/paged-view.tsx';
import { Icon } from '../icons.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { ImportToUser } from './import-to-user.tsx';
import type { Office } from './post-office-pane.tsx';

type Row = PagedRow<'lab:po-users'>;

interface OfficeUsersProps {
  readonly lab: string;
  readonly office: Office;
}

/** The directory of a post office: local users, and people of other post offices as addresses. */
export function OfficeUsers({ lab, office }: OfficeUsersProps) {
  const pages = usePages('lab:po-users', { lab, postOffice: office.id }, useRevision(lab));
  const [index, setIndex] = useState<number | null>(null);
  const row = index === null ? undefined : pages.seen.rowAt(index);
  return (
    <div className="server-tab">
      <PagedView
        label={text('po.users')}
        pages={pages}
        columns={COLUMNS}
        selectedIndex={index}
        onSelect={setIndex}
        onOpen={(row) => goTo({ view: 'browse', lab, at: foreignText({ kind: 'po-user', id: row.id }) })}
        empty={text('po.users.empty')}
      />
      <ImportToUser lab={lab} postOffice={office.name} user={row?.kind === 'local' ? row.key : null} />
    </div>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'name',
    title: text('browse.column.name'),
    width: 'fill',
    text: (row) => row.name,
    icon: (row) => <Icon name={row.kind === 'local' ? 'mailbox' : 'people'} />,
  },
  { id: 'key', title: text('po.user.key'), width: 150, text: (row) => row.key },
  {
    id: 'kind',
    title: text('browse.column.kind'),
    width: 150,
    text: (row) =>
      row.remotePo === null
        ? text(`po.kind.${row.kind}`)
        : text('po.kind.at', { kind: text(`po.kind.${row.kind}`), office: row.remotePo }),
  },
  {
    id: 'password',
    title: text('po.user.password'),
    width: 150,
    text: (row) => (row.kind === 'local' ? text(`po.password.${row.password}`) : ''),
  },
  {
    id: 'messages',
    title: text('po.column.messages'),
    width: 76,
    align: 'right',
    text: (row) => (row.kind === 'local' ? formatCount(row.messages) : ''),
  },
];
