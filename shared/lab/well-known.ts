/**
 * Folders a mailbox finds by role. The first thirteen stand in the order of RopLogon's FolderIds (MS-OXCROPS 2.2.3.1.2);
 * the rest are found by properties on Inbox and Root (MS-OXOSFLD).
 */
export const LOGON_FOLDERS = [
  'root',
  'deferredAction',
  'spooler',
  'ipmSubtree',
  'inbox',
  'outbox',
  'sent',
  'deleted',
  'commonViews',
  'schedule',
  'finder',
  'views',
  'shortcuts',
] as const;

export const PROPERTY_FOLDERS = [
  'calendar',
  'contacts',
  'journal',
  'notes',
  'tasks',
  'drafts',
  'junk',
  'syncIssues',
  'conflicts',
  'localFailures',
  'serverFailures',
  'freebusyData',
] as const;

export type WellKnown = (typeof LOGON_FOLDERS)[number] | (typeof PROPERTY_FOLDERS)[number];

interface WellKnownFolder {
  readonly name: string;
  readonly parent: WellKnown | null;
  readonly containerClass: string;
}

/** Display name (English), place and container class of each. */
export const WELL_KNOWN_FOLDERS: Readonly<Record<WellKnown, WellKnownFolder>> = {
  root: { name: 'Root - Mailbox', parent: null, containerClass: '' },
  deferredAction: { name: 'Deferred Action', parent: 'root', containerClass: '' },
  spooler: { name: 'Spooler Queue', parent: 'root', containerClass: '' },
  ipmSubtree: { name: 'Top of Information Store', parent: 'root', containerClass: '' },
  inbox: { name: 'Inbox', parent: 'ipmSubtree', containerClass: 'IPF.Note' },
  outbox: { name: 'Outbox', parent: 'ipmSubtree', containerClass: 'IPF.Note' },
  sent: { name: 'Sent Items', parent: 'ipmSubtree', containerClass: 'IPF.Note' },
  deleted: { name: 'Deleted Items', parent: 'ipmSubtree', containerClass: 'IPF.Note' },
  commonViews: { name: 'Common Views', parent: 'root', containerClass: '' },
  schedule: { name: 'Schedule', parent: 'root', containerClass: '' },
  finder: { name: 'Finder', parent: 'root', containerClass: '' },
  views: { name: 'Views', parent: 'root', containerClass: '' },
  shortcuts: { name: 'Shortcuts', parent: 'root', containerClass: '' },
  calendar: { name: 'Calendar', parent: 'ipmSubtree', containerClass: 'IPF.Appointment' },
  contacts: { name: 'Contacts', parent: 'ipmSubtree', containerClass: 'IPF.Contact' },
  journal: { name: 'Journal', parent: 'ipmSubtree', containerClass: 'IPF.Journal' },
  notes: { name: 'Notes', parent: 'ipmSubtree', containerClass: 'IPF.StickyNote' },
  tasks: { name: 'Tasks', parent: 'ipmSubtree', containerClass: 'IPF.Task' },
  drafts: { name: 'Drafts', parent: 'ipmSubtree', containerClass: 'IPF.Note' },
  junk: { name: 'Junk E-mail', parent: 'ipmSubtree', containerClass: 'IPF.Note' },
  syncIssues: { name: 'Sync Issues', parent: 'ipmSubtree', containerClass: 'IPF.Note' },
  conflicts: { name: 'Conflicts', parent: 'syncIssues', containerClass: 'IPF.Note' },
  localFailures: { name: 'Local Failures', parent: 'syncIssues', containerClass: 'IPF.Note' },
  serverFailures: { name: 'Server Failures', parent: 'syncIssues', containerClass: 'IPF.Note' },
  freebusyData: { name: 'Freebusy Data', parent: 'root', containerClass: '' },
};
