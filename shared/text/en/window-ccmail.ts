/** Sentences that only the windows of a migration from cc:Mail or of migration files need. All wording here is ours. */
export const WINDOW_CCMAIL_TEXT = {
  'wizard.browse.post-office': 'Browse for a Post Office',
  'wizard.browse.post-office-hint':
    'Click the directory of the post office: on a mapped drive, or on the network.',
  'wizard.browse.drives': 'Migration server',
  'wizard.browse.network': 'Network',
  'wizard.browse.drive': '{letter} ({path})',
  'wizard.browse.packing-list': 'Browse for a Packing List',
  'wizard.browse.packing-list-hint': 'Select a packing list (.pkl).',
  'wizard.browse.nothing': '(nothing)',

  'wizard.ccmail-method.about.one-step':
    'Everything is extracted into temporary migration files and imported at once. Nothing can be edited in between.',
  'wizard.ccmail-method.about.extract':
    'Migration files are written and nothing is imported. Names, accounts and directory data can be edited in them before Import from Migration Files.',
  'wizard.ccmail-method.title-list': 'How to migrate',
  'wizard.migration-destination.about.server':
    'Mailboxes on a computer running Exchange Server. The server is asked for later.',
  'wizard.migration-destination.about.pst':
    'Personal folder files, one for each user, with a list of their passwords.',
  'wizard.ccmail-options.message-range': 'Which messages',
  'wizard.account-migration.empty-post-office': 'This post office has no local users.',
  'wizard.container.import-about':
    'New mailboxes are created in this container of the directory. Custom recipients that are converted stay in theirs.',
  'wizard.destination-server.unknown': 'Servers of {organization}: {servers}.',

  'wizard.files-set.read': 'Rea&d',
  'wizard.files-set.reading': 'Reading the files...',
  'wizard.files-set.not-read': 'Next reads these files; so does Read, without going on.',
  'wizard.files-set.files': 'Code page {codePage}, {files} files.',
  'wizard.files-set.what': 'What the files hold',
  'wizard.files-set.row.directory': 'Directory entries',
  'wizard.files-set.row.mailboxes': 'Sections with messages of a mailbox',
  'wizard.files-set.row.messages': 'Messages in them',
  'wizard.files-set.row.public': 'Messages of public folders',
  'wizard.files-set.row.personal': 'Personal addresses',

  'wizard.ccmail-post-office.opening': 'Opening the post office...',
  'wizard.ccmail-post-office.opened':
    'Opened: {name}, {database}, release {release}; {users} users, {bulletinBoards} bulletin boards.',
  'wizard.nt-accounts.about.RANDOM':
    'A Windows NT account is created for each new mailbox. Its password is random and stands in the file Accounts.password (Q200004).',
  'wizard.nt-accounts.about.ALIAS':
    'A Windows NT account is created for each new mailbox. Its first password is the alias of the mailbox.',
  'wizard.nt-accounts.about.NO':
    'No account is created. The first 20 characters of a mailbox name are looked for among the Windows NT accounts (XMG 06011).',
  'wizard.nt-accounts.template-hint':
    'Alias of a mailbox whose properties new mailboxes take over. Leave it empty for none.',
  'wizard.public-folders.about':
    'Bulletin boards arrive below one public folder. Its owner has to be a mailbox of the target organization.',

  'wizard.opening.import':
    'A check of the migration server or of a post office already speaks against it ({kb}). The next page says more.',
  'wizard.gate.start-anyway-price-import':
    'The run will fail as the article describes. Nothing else is harmed.',
  'wizard.welcome.import':
    'This wizard migrates a simulated post office, or migration files, to the simulated Exchange organization {organization}.',

  'error-box.Q174740.caption': 'cc: Mail Utility Error',
  'error-box.Q174740.text':
    'Incorrect version of Export/Import.exe\ncc: Mail Export.exe, Import.exe and IE.RI version 8.00 to 8.X must be in the search path for executables files.',
  'error-box.Q251018.caption': 'Migration Wizard',
  'error-box.Q251018.text': 'Memory Error',
  'error-box.Q183590.caption': 'Migration Wizard',
  'error-box.Q183590.text': 'Memory error encountered',
  'error-box.Q197114.caption': 'Mailmig.exe - Application Error',
  'error-box.Q197114.text': 'Access Violation in Mailmig.exe.',
  'error-box.ground': 'The message is documented ({source}); how the box looks is modelled.',
  'error-box.crash':
    'The original program ended here. This window stays, so that you can see what was done by then.',

  'wizard.prerequisites.import-subtitle': 'What the lab has checked, and what will be done.',
  'wizard.import.no-why': 'There is nothing to tell of this account.',
  'wizard.progress.column.account': 'Account',
  'wizard.progress.column.extraction': 'Extraction',
  'wizard.progress.column.import': 'Import',
  'wizard.progress.accounts': 'Accounts',
  'wizard.progress.extract.subtitle': 'What the post office holds is written to migration files.',
  'wizard.progress.files.subtitle': 'What the migration files hold is imported.',
  'wizard.progress.select-account': 'Select an account to see the reasons.',
  'wizard.progress.no-accounts': 'The accounts appear as soon as the first one is worked on.',
  'wizard.completing.errors': 'The migration completed, but not for everybody.',
  'wizard.completing.import-counts': '{accounts} accounts; {copied} messages imported, {skipped} skipped.',
  'wizard.completing.extract-counts':
    '{accounts} accounts extracted. Nothing was imported; the files can be edited, and imported with Import from Migration Files.',
} as const;
