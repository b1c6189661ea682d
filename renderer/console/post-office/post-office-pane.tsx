import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { text } from '../../../shared/text/text.ts';
import { TabPages } from '../../kit/dialog/tab-pages.tsx';
import { ViewState } from '../../kit/view-state.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { Pane } from '../parts/pane.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { ListRows } from './list-rows.tsx';
import { OfficeState } from './office-state.tsx';
import { OfficeUsers } from './office-users.tsx';
import { Programs } from './programs.tsx';

export type Office = CommandOutput<'lab:post-offices'>['postOffices'][number];

/** A post office: its users, its public lists, the programs found for it, and how it stands. */
export function PostOfficePane({ lab, id }: { readonly lab: string; readonly id: number }) {
  const asking = useAsk('lab:post-offices', { lab }, useRevision(lab));
  const office =
    asking.asked.status === 'ready'
      ? asking.asked.value.postOffices.find((each) => each.id === id)
      : undefined;
  return (
    <Pane
      title={office?.name ?? text('po.title')}
      {...(office === undefined
        ? {}
        : {
            subtitle: text('po.subtitle', {
              directory: office.directory,
              database: office.database,
              release: office.release,
            }),
          })}
    >
      <AskedView asking={asking}>
        {() =>
          office === undefined ? (
            <ViewState kind="empty" text={text('browse.nowhere')} />
          ) : (
            <OfficeTabs lab={lab} office={office} />
          )
        }
      </AskedView>
    </Pane>
  );
}

function OfficeTabs({ lab, office }: { readonly lab: string; readonly office: Office }) {
  const lists = useAsk('lab:po-lists', { lab, postOffice: office.id }, useRevision(lab));
  return (
    <TabPages
      label={office.name}
      tabs={[
        {
          id: 'users',
          title: text('po.tab.users'),
          content: <OfficeUsers key={office.id} lab={lab} office={office} />,
        },
        { id: 'state', title: text('po.tab.state'), content: <OfficeState lab={lab} office={office} /> },
        { id: 'programs', title: text('po.tab.programs'), content: <Programs lab={lab} /> },
        {
          id: 'lists',
          title: text('po.tab.lists'),
          content: (
            <AskedView asking={lists}>
              {(answer) => (
                <ListRows
                  label={text('po.tab.lists')}
                  lists={answer.lists}
                  about={text('po.lists.public-about')}
                />
              )}
            </AskedView>
          ),
        },
      ]}
    />
  );
}
