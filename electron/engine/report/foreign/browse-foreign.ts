import type { ForeignBrowseCommand } from '../../../../shared/ipc/foreign-browse-commands.ts';
import type { LabInput, LabOutput } from '../../../../shared/ipc/lab-commands.ts';
import type { Result } from '../../../../shared/result.ts';
import type { Lab } from '../../store/lab.ts';
import { browseFileSets, browseFileText } from './browse-files.ts';
import { browsePoFolder, browsePoMessage, browsePoMessages } from './browse-po-messages.ts';
import { browsePrograms } from './browse-programs.ts';
import { browsePublicFolders, browsePublicMessage, browsePublicMessages } from './browse-public.ts';
import {
  browsePoFolders,
  browsePoLists,
  browsePostOffices,
  browsePoUser,
  browsePoUsers,
} from './browse-post-office.ts';

/** Everything of post offices, public folders and migration files that is only looked at. */
export const FOREIGN_HANDLERS: {
  readonly [C in ForeignBrowseCommand]: (lab: Lab, input: LabInput<C>) => Result<LabOutput<C>>;
} = {
  'post-offices': browsePostOffices,
  'po-users': browsePoUsers,
  'po-folders': browsePoFolders,
  'po-user': browsePoUser,
  'po-lists': browsePoLists,
  'po-folder': browsePoFolder,
  'po-messages': browsePoMessages,
  'po-message': browsePoMessage,
  'po-programs': browsePrograms,
  'public-folders': browsePublicFolders,
  'public-messages': browsePublicMessages,
  'public-message': browsePublicMessage,
  'file-sets': browseFileSets,
  'file-text': browseFileText,
};
