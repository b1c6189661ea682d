import { BROWSE_COMMANDS } from './browse-commands.ts';
import { labId } from './page-shapes.ts';

const ofFile = { file: true } as const;
const lab = { lab: labId };

/** The commands of looking around as pages ask them: an open lab's id in place of the file. */
export const PAGE_BROWSE_COMMANDS = {
  'lab:places': {
    input: BROWSE_COMMANDS.places.input.omit(ofFile).extend(lab),
    output: BROWSE_COMMANDS.places.output,
  },
  'lab:server-state': {
    input: BROWSE_COMMANDS['server-state'].input.omit(ofFile).extend(lab),
    output: BROWSE_COMMANDS['server-state'].output,
  },
  'lab:directory': {
    input: BROWSE_COMMANDS.directory.input.omit(ofFile).extend(lab),
    output: BROWSE_COMMANDS.directory.output,
  },
  'lab:person': {
    input: BROWSE_COMMANDS.person.input.omit(ofFile).extend(lab),
    output: BROWSE_COMMANDS.person.output,
  },
  'lab:mailboxes': {
    input: BROWSE_COMMANDS.mailboxes.input.omit(ofFile).extend(lab),
    output: BROWSE_COMMANDS.mailboxes.output,
  },
  'lab:mailbox': {
    input: BROWSE_COMMANDS.mailbox.input.omit(ofFile).extend(lab),
    output: BROWSE_COMMANDS.mailbox.output,
  },
  'lab:folders': {
    input: BROWSE_COMMANDS.folders.input.omit(ofFile).extend(lab),
    output: BROWSE_COMMANDS.folders.output,
  },
  'lab:folder': {
    input: BROWSE_COMMANDS.folder.input.omit(ofFile).extend(lab),
    output: BROWSE_COMMANDS.folder.output,
  },
  'lab:messages': {
    input: BROWSE_COMMANDS.messages.input.omit(ofFile).extend(lab),
    output: BROWSE_COMMANDS.messages.output,
  },
  'lab:message': {
    input: BROWSE_COMMANDS.message.input.omit(ofFile).extend(lab),
    output: BROWSE_COMMANDS.message.output,
  },
  'lab:holdings': {
    input: BROWSE_COMMANDS.holdings.input.omit(ofFile).extend(lab),
    output: BROWSE_COMMANDS.holdings.output,
  },
  'lab:access': {
    input: BROWSE_COMMANDS.access.input.omit(ofFile).extend(lab),
    output: BROWSE_COMMANDS.access.output,
  },
  'lab:workstation': {
    input: BROWSE_COMMANDS.workstation.input.omit(ofFile).extend(lab),
    output: BROWSE_COMMANDS.workstation.output,
  },
  'lab:ost-state': {
    input: BROWSE_COMMANDS['ost-state'].input.omit(ofFile).extend(lab),
    output: BROWSE_COMMANDS['ost-state'].output,
  },
} as const;
