import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { text } from '../../../shared/text/text.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { DialogFrame } from '../../kit/dialog/dialog-frame.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { ScrollText } from '../../kit/scroll-text.tsx';
import './dialogs.css';

type Profile = CommandOutput<'lab:exprofre'>['profiles'][number];

interface ExprofreDialogProps {
  readonly profiles: readonly Profile[];
  readonly onClose: () => void;
}

/** What ExProfRe did to each profile, and its log. */
export function ExprofreDialog({ profiles, onClose }: ExprofreDialogProps) {
  const [user, setUser] = useState<string | null>(profiles[0]?.user ?? null);
  const chosen = profiles.find((profile) => profile.user === user);
  return (
    <DialogFrame
      caption={text('console.exprofre.caption')}
      size="wide"
      onClose={onClose}
      onEnter={onClose}
      closeLabel={text('window.close')}
    >
      <div className="dialog-body stack">
        <div className="dialog-list tall">
          <ListView
            label={text('console.exprofre.caption')}
            columns={COLUMNS}
            rows={profiles}
            rowKey={(profile) => profile.user}
            selectedKey={user}
            onSelect={(profile) => setUser(profile.user)}
            empty={text('console.ws.empty')}
          />
        </div>
        <h3>{text('console.exprofre.log')}</h3>
        <ScrollText label={text('console.exprofre.log')} rows={5}>
          {chosen?.log.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </ScrollText>
      </div>
      <div className="dialog-buttons">
        <CommandButton label={text('window.ok')} onPress={onClose} isDefault autoFocus />
      </div>
    </DialogFrame>
  );
}

const COLUMNS: readonly Column<Profile>[] = [
  { id: 'user', title: text('console.exprofre.column.user'), width: 88, text: (row) => row.user },
  {
    id: 'changed',
    title: text('console.exprofre.column.changed'),
    width: 74,
    text: (row) => text(row.changed ? 'console.exprofre.changed' : 'console.exprofre.unchanged'),
  },
  { id: 'ost', title: text('console.exprofre.column.ost'), width: 86, text: (row) => row.ost },
  { id: 'oab', title: text('console.exprofre.column.oab'), width: 'fill', text: (row) => row.oab },
  {
    id: 'favourites',
    title: text('console.exprofre.column.favourites'),
    width: 66,
    text: (row) => row.favourites,
  },
  {
    id: 'nicknames',
    title: text('console.exprofre.column.nicknames'),
    width: 68,
    text: (row) => row.nicknames,
  },
];
