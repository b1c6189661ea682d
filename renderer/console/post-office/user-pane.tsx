import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { text } from '../../../shared/text/text.ts';
import { TabPages } from '../../kit/dialog/tab-pages.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { Facts } from '../browse/facts.tsx';
import { AskedView } from '../parts/asked-view.tsx';
import { Pane } from '../parts/pane.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { FolderRows } from './folder-rows.tsx';
import { ListRows } from './list-rows.tsx';

type User = CommandOutput<'lab:po-user'>;

/** A user of a post office: folders, private lists, the personal address book. */
export function PoUserPane({ lab, id }: { readonly lab: string; readonly id: number }) {
  const asking = useAsk('lab:po-user', { lab, user: id }, useRevision(lab));
  const user = asking.asked.status === 'ready' ? asking.asked.value : null;
  return (
    <Pane title={user?.name ?? text('po.user.title')} {...(user === null ? {} : { subtitle: user.address })}>
      <AskedView asking={asking}>{(shown) => <UserTabs lab={lab} user={shown} />}</AskedView>
    </Pane>
  );
}

function UserTabs({ lab, user }: { readonly lab: string; readonly user: User }) {
  const asking = useAsk(
    'lab:po-folders',
    { lab, postOffice: user.postOffice, user: user.id },
    useRevision(lab),
  );
  return (
    <>
      <Facts
        facts={[
          [text('po.user.key'), user.key],
          [text('po.user.password'), text(`po.password.${user.password}`)],
          [text('po.user.comment'), user.comment],
        ]}
      />
      <TabPages
        label={user.name}
        tabs={[
          {
            id: 'folders',
            title: text('po.user.tab.folders'),
            content: (
              <AskedView asking={asking}>
                {({ folders }) => (
                  <div className="server-tab">
                    <FolderRows
                      lab={lab}
                      label={text('po.user.tab.folders')}
                      folders={folders}
                      empty={text('po.user.no-folders')}
                    />
                  </div>
                )}
              </AskedView>
            ),
          },
          {
            id: 'lists',
            title: text('po.user.tab.lists'),
            content: (
              <ListRows
                label={text('po.user.tab.lists')}
                lists={user.lists}
                about={text('po.lists.private-about')}
              />
            ),
          },
          {
            id: 'addresses',
            title: text('po.user.tab.addresses'),
            content: (
              <div className="server-tab">
                <ListView
                  label={text('po.user.tab.addresses')}
                  columns={ADDRESSES}
                  rows={user.addresses}
                  rowKey={(row) => `${row.type} ${row.address} ${row.name}`}
                  selectedKey={null}
                  onSelect={() => undefined}
                  empty={text('po.addresses.empty')}
                />
              </div>
            ),
          },
        ]}
      />
    </>
  );
}

const ADDRESSES: readonly Column<User['addresses'][number]>[] = [
  { id: 'name', title: text('browse.column.name'), width: 180, text: (row) => row.name },
  { id: 'type', title: text('po.header.type'), width: 80, text: (row) => row.type },
  { id: 'address', title: text('po.header.address'), width: 'fill', text: (row) => row.address },
  { id: 'comment', title: text('po.user.comment'), width: 150, text: (row) => row.comment },
];
