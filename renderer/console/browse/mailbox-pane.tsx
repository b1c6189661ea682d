import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatTime } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { TabPages } from '../../kit/dialog/tab-pages.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { Pane } from '../parts/pane.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { AccessView } from './access-view.tsx';
import { Facts } from './facts.tsx';
import { FolderList } from './folder-list.tsx';
import { HoldingsView } from './holdings-view.tsx';
import { Identifiers } from './identifiers.tsx';
import { initializedText } from './store-pane.tsx';
import './browse.css';

type Mailbox = CommandOutput<'lab:mailbox'>;

interface MailboxPaneProps {
  readonly lab: string;
  readonly id: number;
}

/** A mailbox as a whole: what it is, its identifiers, who opens it, its folders, and what in it refers to identifiers. */
export function MailboxPane({ lab, id }: MailboxPaneProps) {
  const revision = useRevision(lab);
  const asking = useAsk('lab:mailbox', { lab, mailbox: id }, revision);
  const places = useAsk('lab:places', { lab }, revision);
  const offset = places.asked.status === 'ready' ? places.asked.value.utcOffsetMinutes : 0;
  const mailbox = asking.asked.status === 'ready' ? asking.asked.value : null;
  return (
    <Pane
      title={mailbox?.displayName ?? text('browse.mailbox.title')}
      {...(mailbox === null
        ? {}
        : {
            subtitle: text('browse.mailbox.subtitle', {
              alias: mailbox.alias,
              store: mailbox.storeName,
              server: mailbox.server,
            }),
          })}
    >
      <AskedView asking={asking}>
        {(shown) => (
          <TabPages
            label={shown.displayName}
            tabs={[
              {
                id: 'general',
                title: text('browse.mailbox.tab.general'),
                content: <General mailbox={shown} offset={offset} />,
              },
              {
                id: 'folders',
                title: text('browse.mailbox.tab.folders'),
                content: <FolderList lab={lab} mailbox={id} />,
              },
              {
                id: 'access',
                title: text('browse.mailbox.tab.access'),
                content: <AccessView lab={lab} mailbox={id} />,
              },
              ...HOLDINGS.map((part) => ({
                id: part,
                title: text(`browse.mailbox.tab.${part}`),
                content: <HoldingsView lab={lab} mailbox={id} part={part} />,
              })),
            ]}
          />
        )}
      </AskedView>
    </Pane>
  );
}

const HOLDINGS = ['rules', 'people', 'references'] as const;

function General({ mailbox, offset }: { readonly mailbox: Mailbox; readonly offset: number }) {
  return (
    <div className="browse-fill">
      <Facts
        facts={[
          [text('browse.column.state'), initializedText(mailbox.initialized, mailbox.initializedBy)],
          [
            text('browse.column.logon'),
            mailbox.lastLogon === null ? text('browse.never') : formatTime(mailbox.lastLogon, offset),
          ],
          [text('browse.mailbox.locked'), mailbox.inTransit ? text('browse.mailbox.in-transit') : ''],
          [text('browse.mailbox.oof'), text(mailbox.oofEnabled ? 'browse.yes' : 'browse.no')],
          [
            text('browse.person.created'),
            mailbox.createdByRun === null ? '' : text('browse.run', { run: mailbox.createdByRun }),
          ],
        ]}
      />
      <Identifiers label={text('browse.ids.mailbox')} items={mailbox.identifiers} />
    </div>
  );
}
