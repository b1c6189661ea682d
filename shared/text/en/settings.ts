/** What each setting of a lab is, by its name. All wording is ours. */
export const SETTING_TEXT = {
  'setting.pageheap': 'Page heap for Mailmig.exe on the migration server',
  'setting.halfClone':
    'What becomes of a mailbox whose clone was cut short: it stays and is merged into, or is taken back',
  'setting.fallback':
    'What clone mode does when the target mailbox is initialized: default mode for it, or the run fails',
  'setting.clearTargetAddress': 'Whether the target address of /D is cleared when the run ends',
  'setting.replicationMinutes': 'How long a deletion in the directory takes to replicate, in lab minutes',
  'setting.linkKbit': 'Speed of the link between clients and server, kbit/s',
  'setting.path': 'Directories in which programs are looked for, after Exchsrvr\\Bin; semicolons between',
  'setting.oabEntryBytes': 'Size of one entry of the offline address book, bytes',
  'setting.utcOffsetMinutes': 'Time zone of the migration server, minutes east of UTC',
} as const;
