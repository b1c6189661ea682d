import type { OpenLab } from '../../../shared/ipc/app-commands.ts';
import { formatTime } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { GroupBox } from '../../kit/group-box.tsx';
import { checkLab, closeLab, forkLab, startWizard } from '../actions.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { Pane } from '../parts/pane.tsx';
import { Digest } from './digest.tsx';
import { type Shown, useShown } from './use-lab.ts';

export function OverviewPane({ lab }: { readonly lab: OpenLab }) {
  const asking = useShown(lab.lab);
  return (
    <Pane title={lab.name} subtitle={lab.display}>
      <AskedView asking={asking}>
        {(shown) => (
          <>
            <Facts lab={lab.lab} shown={shown} />
            <Tasks lab={lab.lab} clones={shown.source.kind === 'exchange'} />
          </>
        )}
      </AskedView>
      <div className="pane-row">
        <CommandButton wide label={text('console.close-lab')} onPress={() => void closeLab(lab.lab)} />
      </div>
    </Pane>
  );
}

function Facts({ lab, shown }: { readonly lab: string; readonly shown: Shown }) {
  const offset = Number(shown.settings.utcOffsetMinutes ?? '0');
  const org = ({ kind, name, domain, mailboxes }: Shown['source']): string =>
    kind === 'exchange'
      ? text('console.overview.org', { name, domain, mailboxes: mailboxes.length })
      : text('po.overview', { name, domain });
  const planned = shown.planned.map(({ kind, alias }) => text(`console.overview.planned-${kind}`, { alias }));
  return (
    <GroupBox title={text('console.overview.lab')}>
      <dl className="facts selectable">
        <dt>{text('console.overview.source')}</dt>
        <dd>{org(shown.source)}</dd>
        <dt>{text('console.overview.target')}</dt>
        <dd>{org(shown.target)}</dd>
        <dt>{text('console.overview.server')}</dt>
        <dd>{serverOf(shown)}</dd>
        <dt>{text('console.overview.scenario')}</dt>
        <dd>{shown.scenario ?? text('console.overview.generated')}</dd>
        <dt>{text('console.overview.seed')}</dt>
        <dd>{shown.seed}</dd>
        <dt>{text('console.overview.clock')}</dt>
        <dd>{formatTime(shown.clock, offset)}</dd>
        <dt>{text('console.overview.planned')}</dt>
        <dd>{planned.length === 0 ? text('console.overview.none-planned') : planned.join('; ')}</dd>
        <dt>{text('console.overview.digest')}</dt>
        <dd>
          <Digest lab={lab} shown={shown} />
        </dd>
      </dl>
    </GroupBox>
  );
}

/** The level of the migration server; service packs are in it, hotfixes beside it. */
function serverOf({ server: { products, fixes } }: Shown): string {
  const [product] = products;
  if (product === undefined) return '';
  const { name, level, build } = product;
  const server = text('console.overview.server-is', { product: `${name} ${level}`, build });
  const hotfixes = fixes.filter((fix) => fix.id.startsWith('KB')).map((fix) => fix.id);
  if (hotfixes.length === 0) return server;
  return text('console.overview.server-with', { server, fixes: hotfixes.join(', ') });
}

/** @param clones whether there is a source that clone mode could be used with */
function Tasks({ lab, clones }: { readonly lab: string; readonly clones: boolean }) {
  const tasks = [
    { id: 'start-default', act: () => void startWizard(lab, 'default') },
    { id: 'start-clone', act: () => void startWizard(lab, 'clone') },
    { id: 'fork', act: () => void forkLab(lab) },
    { id: 'check', act: () => void checkLab(lab) },
  ] as const;
  return (
    <GroupBox title={text('console.overview.tasks')}>
      <div className="tasks">
        {tasks
          .filter(({ id }) => clones || id !== 'start-clone')
          .map(({ id, act }) => (
            <div key={id} className="task">
              <CommandButton wide label={text(`console.overview.${id}`)} onPress={act} />
              <span>
                {text(
                  id === 'start-default' && !clones ? 'po.overview.start' : `console.overview.${id}-about`,
                )}
              </span>
            </div>
          ))}
      </div>
    </GroupBox>
  );
}
