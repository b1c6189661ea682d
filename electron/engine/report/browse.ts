import type { BrowseCommand } from '../../../shared/ipc/browse-commands.ts';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import type { Result } from '../../../shared/result.ts';
import type { Lab } from '../store/lab.ts';
import { browseAccess } from './browse-access.ts';
import { browseDirectory, browseMailboxes, browsePerson } from './browse-directory.ts';
import { browseHoldings } from './browse-holdings.ts';
import { browseFolder, browseFolders, browseMailbox } from './browse-mailbox.ts';
import { browseMessage, browseMessages } from './browse-messages.ts';
import { browsePlaces, browseServerState } from './browse-places.ts';
import { browseOstState, browseWorkstation } from './browse-workstation.ts';

/** Everything that is only looked at. */
export const BROWSE_HANDLERS: {
  readonly [C in BrowseCommand]: (lab: Lab, input: LabInput<C>) => Result<LabOutput<C>>;
} = {
  places: browsePlaces,
  'server-state': browseServerState,
  directory: browseDirectory,
  person: browsePerson,
  mailboxes: browseMailboxes,
  mailbox: browseMailbox,
  folders: browseFolders,
  folder: browseFolder,
  messages: browseMessages,
  message: browseMessage,
  holdings: browseHoldings,
  access: browseAccess,
  workstation: browseWorkstation,
  'ost-state': browseOstState,
};
