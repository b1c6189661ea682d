import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { isTextKey, text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { say, showFailure } from '../../stores/console-store.ts';
import { useAsk } from '../../stores/use-ask.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { Drives } from './drives.tsx';

type State = CommandOutput<'lab:server-state'>;
type Service = State['services'][number];

/** Services and mapped drives of the migration server, and what one does to them. */
export function ServicesTab({ lab }: { readonly lab: string }) {
  const asking = useAsk('lab:server-state', { lab }, useRevision(lab));
  return (
    <AskedView asking={asking}>
      {({ services, drives }) => (
        <div className="server-tab">
          <Services lab={lab} services={services} />
          <Drives lab={lab} drives={drives} />
        </div>
      )}
    </AskedView>
  );
}

interface ServicesProps {
  readonly lab: string;
  readonly services: readonly Service[];
}

function Services({ lab, services }: ServicesProps) {
  const [name, setName] = useState<string | null>(null);
  const chosen = services.find((service) => service.name === name);
  const act = async (action: 'start' | 'stop'): Promise<void> => {
    if (chosen === undefined) return;
    const answer = await ask('lab:service', { lab, name: chosen.name, action });
    if (!answer.ok) return showFailure(answer.failure);
    const services = answer.value.changed.join(', ');
    say(text(`server.service.now-${action === 'start' ? 'started' : 'stopped'}`, { services }));
  };
  return (
    <>
      <ListView
        label={text('server.services')}
        columns={COLUMNS}
        rows={services}
        rowKey={(row) => row.name}
        selectedKey={name}
        onSelect={(row) => setName(row.name)}
        empty={text('server.no-services')}
      />
      <div className="pane-row">
        <CommandButton
          label={text('server.service.start')}
          isDisabled={chosen === undefined || chosen.state === 'running'}
          onPress={() => void act('start')}
        />
        <CommandButton
          label={text('server.service.stop')}
          isDisabled={chosen === undefined || chosen.state !== 'running'}
          onPress={() => void act('stop')}
        />
      </div>
    </>
  );
}

function stateText({ state }: Service): string {
  const key = `server.service.${state}`;
  return isTextKey(key) ? text(key) : state;
}

const COLUMNS: readonly Column<Service>[] = [
  { id: 'name', title: text('server.column.service'), width: 'fill', text: (row) => row.name },
  { id: 'state', title: text('browse.column.state'), width: 120, text: stateText },
];
