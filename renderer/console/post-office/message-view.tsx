import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatBytes, formatTime } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { TabPages } from '../../kit/dialog/tab-pages.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { ScrollText } from '../../kit/scroll-text.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { Facts } from '../browse/facts.tsx';
import { AskedView } from '../parts/asked-view.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { flawText } from './message-rows.tsx';

type Message = CommandOutput<'lab:po-message'>;
type Line = Message['header'][number];

interface PoMessageViewProps {
  readonly lab: string;
  readonly message: number;
  readonly offset: number;
}

/** One message of a post office: its text, and every line of its header with the type of its address. */
export function PoMessageView({ lab, message, offset }: PoMessageViewProps) {
  const asking = useAsk('lab:po-message', { lab, message }, useRevision(lab));
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
              id: 'header',
              title: text('po.message.header'),
              content: (
                <div className="browse-fill">
                  <ListView
                    label={text('po.message.header')}
                    columns={HEADER}
                    rows={shown.header}
                    rowKey={(line) => `${line.role} ${line.type} ${line.address} ${line.name}`}
                    selectedKey={null}
                    onSelect={() => undefined}
                    empty={text('po.message.no-header')}
                  />
                </div>
              ),
            },
          ]}
        />
      )}
    </AskedView>
  );
}

function Letter({ message, offset }: { readonly message: Message; readonly offset: number }) {
  const to = message.header.filter(({ role }) => role !== 'from').map(({ name }) => name);
  const time = (at: number | null): string => (at === null ? text('po.no-date') : formatTime(at, offset));
  return (
    <div className="browse-letter">
      <Facts
        facts={[
          [text('browse.message.from'), message.sender],
          [text('po.column.sent'), time(message.sent)],
          [text('po.message.to'), to.join('; ')],
          [text('browse.message.received'), time(message.received)],
          [text('browse.message.subject'), message.subject],
          [text('po.column.flaw'), flawText(message.flaw)],
          [
            text('browse.message.attached'),
            message.attachments
              .map(({ name, size }) => text('browse.message.attachment', { name, size: formatBytes(size) }))
              .join('; '),
          ],
        ]}
      />
      <ScrollText label={text('browse.message.body')}>
        <pre>{message.body === '' ? text('browse.message.no-body') : message.body}</pre>
      </ScrollText>
    </div>
  );
}

const HEADER: readonly Column<Line>[] = [
  { id: 'role', title: text('po.header.role'), width: 66, text: (line) => text(`po.role.${line.role}`) },
  { id: 'name', title: text('browse.column.name'), width: 180, text: (line) => line.name },
  { id: 'type', title: text('po.header.type'), width: 86, text: (line) => line.type },
  { id: 'address', title: text('po.header.address'), width: 'fill', text: (line) => line.address },
];
