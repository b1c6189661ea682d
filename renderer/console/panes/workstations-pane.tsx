import { useState } from 'react';
import { formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { Icon } from '../icons.tsx';
import { AskedView } from '../parts/asked-view.tsx';
import { outlookMode } from '../parts/outlook-mode.ts';
import { Pane } from '../parts/pane.tsx';
import { WorkstationDetails } from '../workstations/workstation-details.tsx';
import { ProfileTools } from './profile-tools.tsx';
import { offsetOf, type Shown, useShown } from './use-lab.ts';
import '../browse/browse.css';

type Profile = Shown['profiles'][number];

interface WorkstationsPaneProps {
  readonly lab: string;
  /** Whose workstation is selected at first. */
  readonly user?: string | undefined;
}

/** The users' workstations: their profiles, Outlook and ExProfRe, and everything about the one that is selected. */
export function WorkstationsPane({ lab, user }: WorkstationsPaneProps) {
  const asking = useShown(lab);
  const [alias, setAlias] = useState<string | null>(user ?? null);
  return (
    <Pane title={text('console.ws.title')} subtitle={text('console.ws.subtitle')}>
      <AskedView asking={asking}>
        {(shown) => (
          <div className="browse-split ws-split">
            <div>
              <ListView
                label={text('console.ws.profiles')}
                columns={COLUMNS}
                rows={shown.profiles}
                rowKey={(row) => row.alias}
                selectedKey={alias}
                onSelect={(row) => setAlias(row.alias)}
                empty={text('console.ws.empty')}
              />
              <ProfileTools lab={lab} alias={alias} targetGc={shown.target.gc} />
            </div>
            <div>
              {alias === null ? (
                <p className="pane-note">{text('ws.select')}</p>
              ) : (
                <WorkstationDetails key={alias} lab={lab} alias={alias} offset={offsetOf(shown)} />
              )}
            </div>
          </div>
        )}
      </AskedView>
    </Pane>
  );
}

const COLUMNS: readonly Column<Profile>[] = [
  {
    id: 'user',
    title: text('console.ws.column.user'),
    width: 130,
    text: (row) => row.alias,
    icon: () => <Icon name="workstation" />,
  },
  { id: 'station', title: text('console.ws.column.station'), width: 110, text: (row) => row.workstation },
  { id: 'outlook', title: text('console.ws.column.outlook'), width: 70, text: (row) => row.outlook },
  { id: 'mode', title: text('console.ws.column.mode'), width: 86, text: (row) => outlookMode(row.mode) },
  {
    id: 'points',
    title: text('console.ws.column.points'),
    width: 70,
    text: (row) => text(`console.ws.points.${row.pointsTo}`),
  },
  {
    id: 'ost',
    title: text('console.ws.column.ost'),
    width: 'fill',
    text: (row) => row.ost ?? text('console.ws.no-ost'),
  },
  {
    id: 'unsynchronised',
    title: text('console.ws.column.unsynchronised'),
    width: 102,
    align: 'right',
    text: (row) => formatCount(row.unsynchronised),
  },
];
