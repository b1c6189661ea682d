import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { MessageIcon } from '../../kit/dialog/message-icon.tsx';
import { TabPages } from '../../kit/dialog/tab-pages.tsx';
import { ViewState } from '../../kit/view-state.tsx';
import { say, showFailure } from '../../stores/console-store.ts';
import { useAsk } from '../../stores/use-ask.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { Pane } from '../parts/pane.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { ConnectorCycles } from './connector-cycles.tsx';
import { ConnectorEvents } from './connector-events.tsx';
import { ConnectorPrograms } from './connector-programs.tsx';
import { ConnectorSettings } from './connector-settings.tsx';
import '../post-office/office-state.css';

export type Connector = NonNullable<CommandOutput<'lab:connector'>['connector']>;

/** The Connector for cc:Mail: how it stands, what it did, its settings and programs, and its events. */
export function ConnectorPane({ lab }: { readonly lab: string }) {
  const asking = useAsk('lab:connector', { lab }, useRevision(lab));
  return (
    <Pane title={text('connector.title')} subtitle={text('connector.subtitle')}>
      <AskedView asking={asking}>
        {({ connector }) =>
          connector === null ? (
            <ViewState kind="empty" text={text('connector.none')} />
          ) : (
            <Shown lab={lab} connector={connector} />
          )
        }
      </AskedView>
    </Pane>
  );
}

interface ShownProps {
  readonly lab: string;
  readonly connector: Connector;
}

function Shown({ lab, connector }: ShownProps) {
  return (
    <>
      <Standing connector={connector} />
      <Acts lab={lab} connector={connector} />
      <TabPages
        label={text('connector.title')}
        tabs={[
          {
            id: 'cycles',
            title: text('connector.tab.cycles'),
            content: <ConnectorCycles lab={lab} cycles={connector.cycles} />,
          },
          {
            id: 'settings',
            title: text('connector.tab.settings'),
            content: <ConnectorSettings lab={lab} settings={connector.settings} />,
          },
          {
            id: 'programs',
            title: text('connector.tab.programs'),
            content: <ConnectorPrograms programs={connector.programs} />,
          },
          { id: 'events', title: text('connector.tab.events'), content: <ConnectorEvents lab={lab} /> },
        ]}
      />
    </>
  );
}

function Standing({ connector: { state, service, postOffice } }: { readonly connector: Connector }) {
  const { name, database, release } = postOffice;
  return (
    <div className="office-standing" data-state={postOffice.damaged ? 'damaged' : 'sound'}>
      <MessageIcon kind={postOffice.damaged ? 'error' : 'information'} size={24} />
      <p>
        <strong>{text(`connector.state.${state}`, { service })}</strong>{' '}
        {text(postOffice.damaged ? 'connector.office-damaged' : 'connector.office', {
          name,
          database,
          release,
        })}
      </p>
    </div>
  );
}

function Acts({ lab, connector }: ShownProps) {
  const [busy, setBusy] = useState(false);
  const isRunning = connector.state === 'running';
  const during = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  const toggle = async (): Promise<void> => {
    const action = isRunning ? 'stop' : 'start';
    const answer = await ask('lab:service', { lab, name: connector.service, action });
    if (!answer.ok) return showFailure(answer.failure);
    say(
      text(`server.service.now-${isRunning ? 'stopped' : 'started'}`, {
        services: answer.value.changed.join(', '),
      }),
    );
  };
  const work = async (what: 'cycle' | 'transfer'): Promise<void> => {
    const answer = await ask('lab:connector', { lab, do: what });
    if (!answer.ok) return showFailure(answer.failure);
    say(answer.value.connector?.cycles[0]?.summary ?? '');
  };
  return (
    <div className="pane-row">
      <CommandButton
        label={text(isRunning ? 'server.service.stop' : 'server.service.start')}
        isDisabled={busy}
        onPress={() => void during(toggle)}
      />
      <CommandButton
        wide
        label={text('connector.cycle')}
        isDisabled={busy}
        onPress={() => void during(() => work('cycle'))}
      />
      <CommandButton
        wide
        label={text('connector.transfer')}
        isDisabled={busy}
        onPress={() => void during(() => work('transfer'))}
      />
    </div>
  );
}
