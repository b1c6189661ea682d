import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatBytes, formatTime } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { TabPages } from '../../kit/dialog/tab-pages.tsx';
import { ScrollText } from '../../kit/scroll-text.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { Facts } from './facts.tsx';
import { Identifiers } from './identifiers.tsx';
import './browse.css';

type Message = CommandOutput<'lab:message'>;

interface MessageViewProps {
  readonly lab: string;
  readonly mailbox: number;
  readonly message: string;
  readonly offset: number;
}

/** One message: its text, its identifiers, its headers, its HTML as text. */
export function MessageView({ lab, mailbox, message, offset }: MessageViewProps) {
  const asking = useAsk('lab:message', { lab, mailbox, message }, useRevision(lab));
  return (
    <AskedView asking={asking}>
      {(shown) => (
        <TabPages
          label={shown.subject}
          tabs={[
            {
              id: 'message',
              title: text('browse.message.tab.message'),
              content: <Letter message={shown} offset={offset} />,
            },
            {
              id: 'ids',
              title: text('browse.message.tab.ids'),
              content: <Identifiers label={text('browse.ids.message')} items={shown.identifiers} />,
            },
            {
              id: 'headers',
              title: text('browse.message.tab.headers'),
              content: <Source label={text('browse.message.tab.headers')} source={shown.headers} />,
            },
            ...(shown.html === null
              ? []
              : [
                  {
                    id: 'html',
                    title: text('browse.message.tab.html'),
                    content: <Source label={text('browse.message.tab.html')} source={shown.html} />,
                  },
                ]),
          ]}
        />
      )}
    </AskedView>
  );
}

function Letter({ message, offset }: { readonly message: Message; readonly offset: number }) {
  const attached = message.attachments
    .map((each) => text('browse.message.attachment', { name: each.name, size: formatBytes(each.size) }))
    .join('; ');
  return (
    <div className="browse-letter">
      <Facts
        facts={[
          [text('browse.message.from'), message.sender],
          [
            text('browse.message.received'),
            message.delivered === null ? '' : formatTime(message.delivered, offset),
          ],
          [text('browse.message.subject'), message.subject],
          [text('browse.message.modified'), formatTime(message.lastMod, offset)],
          [text('browse.message.attached'), attached],
        ]}
      />
      <ScrollText label={text('browse.message.body')}>
        <pre>{message.body === '' ? text('browse.message.no-body') : message.body}</pre>
      </ScrollText>
    </div>
  );
}

function Source({ label, source }: { readonly label: string; readonly source: string }) {
  return (
    <div className="browse-letter">
      <ScrollText label={label}>
        <pre className="browse-source">{source === '' ? text('browse.message.no-headers') : source}</pre>
      </ScrollText>
    </div>
  );
}
