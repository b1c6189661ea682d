import { useState } from 'react';
import { formatBytes, formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { Icon } from '../icons.tsx';
import { AskedView } from '../parts/asked-view.tsx';
import { Pane } from '../parts/pane.tsx';
import { PostOfficeRows } from '../post-office/post-office-rows.tsx';
import { Happenings } from './happenings.tsx';
import { ImportMail } from './import-mail.tsx';
import { PurgeMailbox } from './purge-mailbox.tsx';
import { offsetOf, type Shown, useShown } from './use-lab.ts';

interface OrganizationPaneProps {
  readonly lab: string;
  readonly role: 'source' | 'target';
}

type Row = Shown['source']['mailboxes'][number];

export function OrganizationPane({ lab, role }: OrganizationPaneProps) {
  const asking = useShown(lab);
  const [alias, setAlias] = useState<string | null>(null);
  const org = asking.asked.status === 'ready' ? asking.asked.value[role] : null;
  const server = org?.servers[0];
  return (
    <Pane
      title={org?.name ?? text(`console.node.${role}-plain`)}
      {...(org === null || server === undefined
        ? {}
        : { subtitle: text('console.org.subtitle', { domain: org.domain, server: server.netbios }) })}
    >
      <AskedView asking={asking}>
        {(shown) =>
          shown[role].kind === 'post-offices' ? (
            <PostOfficeRows lab={lab} />
          ) : (
            <>
              <ListView
                label={text('console.org.mailboxes')}
                columns={COLUMNS}
                rows={shown[role].mailboxes}
                rowKey={(row) => row.alias}
                selectedKey={alias}
                onSelect={(row) => setAlias(row.alias)}
                empty={text(`console.org.empty-${role}`)}
              />
              {role === 'source' ? (
                <ImportMail lab={lab} alias={alias} />
              ) : (
                <PurgeMailbox lab={lab} alias={alias} offset={offsetOf(shown)} />
              )}
              <Happenings lab={lab} alias={alias} />
            </>
          )
        }
      </AskedView>
    </Pane>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'name',
    title: text('console.org.column.name'),
    width: 'fill',
    text: (row) => row.displayName,
    icon: () => <Icon name="mailbox" />,
  },
  { id: 'alias', title: text('console.org.column.alias'), width: 130, text: (row) => row.alias },
  {
    id: 'state',
    title: text('console.org.column.state'),
    width: 110,
    text: (row) => text(row.initialized ? 'console.org.initialized' : 'console.org.uninitialized'),
  },
  {
    id: 'folders',
    title: text('console.org.column.folders'),
    width: 66,
    align: 'right',
    text: (row) => formatCount(row.folders),
  },
  {
    id: 'items',
    title: text('console.org.column.items'),
    width: 76,
    align: 'right',
    text: (row) => formatCount(row.items),
  },
  {
    id: 'size',
    title: text('console.org.column.size'),
    width: 80,
    align: 'right',
    text: (row) => formatBytes(row.bytes),
  },
];
