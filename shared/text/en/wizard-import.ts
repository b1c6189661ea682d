/**
 * Sentences of the wizard's pages for cc:Mail and migration files. `&` stands before a label's mnemonic. The labels of
 * cc:Mail's pages are the original's (XMG 06004, 06005; Q194869 prints "Path for Migration Files"), "Don't Create Windows
 * NT Accounts" too (XMG 06011); all other wording is ours.
 */
export const WIZARD_IMPORT_TEXT = {
  'wizard.type.COLLABRA': 'Migrate from Collabra Share',
  'wizard.type-about.COLLABRA': 'Forums, which become public folders.',

  'wizard.ccmail-information.title': 'Lotus cc:Mail Migration',
  'wizard.ccmail-information.subtitle': 'What will be migrated, and what will not.',
  'wizard.ccmail-information.taken':
    'Mailboxes, messages, drafts, attachments, folders, personal mail lists and bulletin boards can be migrated.',
  'wizard.ccmail-information.not-taken':
    'Public mail lists, post office address books, remote address lists and propagation lists are not copied (XMG 06001).',
  'wizard.ccmail-information.alone':
    'Nobody may use the post office meanwhile: stop routers, ADE, gateways and the Connector for cc:Mail first (XMG 06001).',
  'wizard.ccmail-information.programs':
    'The wizard runs Export.exe and Import.exe of cc:Mail, which it looks for in Exchsrvr\\Bin and then in the path (Q174740).',

  'wizard.ccmail-post-office.title': 'cc:Mail Post Office',
  'wizard.ccmail-post-office.subtitle': 'Where the post office is.',
  'wizard.ccmail-post-office.path': 'Path to cc:Mail &Post Office:',
  'wizard.ccmail-post-office.name': 'Post Office Na&me:',
  'wizard.ccmail-post-office.password': 'Pass&word:',
  'wizard.ccmail-post-office.hint':
    'Map a drive to the post office, or name it by its network path. The password is used for this run alone and kept nowhere.',

  'wizard.ccmail-method.title': 'Migration Method',
  'wizard.ccmail-method.subtitle':
    'One step, or migration files that can be edited before they are imported.',
  'wizard.ccmail-method.one-step': '&One Step Migration',
  'wizard.ccmail-method.extract': '&Extract Migration Files Only',
  'wizard.ccmail-method.path': '&Pathname for Migration Files:',
  'wizard.ccmail-method.hint': 'A directory on the migration server with a name of the 8.3 form (Q194869).',

  'wizard.files-information.title': 'Import from Migration Files',
  'wizard.files-information.subtitle': 'What will be read.',
  'wizard.files-information.set':
    'A packing list (.pkl) names primary files (.pri) with sections of directory entries, personal address books and messages, and secondary files (.sec) with bodies and attachments. All files of a set stand in one directory.',
  'wizard.files-information.mailboxes':
    'A custom recipient is converted into a mailbox by the section with its messages; an entry whose address is in use already is refused.',
  'wizard.files-information.recovery':
    'A section that cannot be imported is written to a recovery file in the directory for temporary files, to be corrected and imported again.',

  'wizard.files-set.title': 'Migration Files',
  'wizard.files-set.subtitle': 'The packing list to import.',
  'wizard.files-set.path': '&Packing list:',
  'wizard.files-set.complaints': 'What is wrong with these files:',
  'wizard.files-set.sound': 'Nothing is wrong with these files.',

  'wizard.ccmail-options.title': 'Information to Migrate',
  'wizard.ccmail-options.subtitle': 'What will be taken along.',
  'wizard.ccmail-options.mailboxes': '&Information to create mailboxes',
  'wizard.ccmail-options.mail': 'Personal E-mail &Messages',
  'wizard.ccmail-options.all': '&All messages',
  'wizard.ccmail-options.range': 'Messages within a date &range',
  'wizard.ccmail-options.bulletin-boards': 'Bulletin B&oard Information',
  'wizard.ccmail-options.mailboxes-hint':
    'Without it, mail goes into existing mailboxes, or custom recipients are converted (XMG 04023).',

  'wizard.destination-server.title': 'Destination Server',
  'wizard.destination-server.subtitle': 'Enter a server name.',
  'wizard.destination-server.server': 'Server n&ame:',
  'wizard.destination-server.store': 'Information &store:',

  'wizard.container.import-title': 'Container for New Mailboxes',
  'wizard.container.import-subtitle': 'Where new mailboxes will be created in the directory.',

  'wizard.nt-accounts.title': 'Windows NT Accounts',
  'wizard.nt-accounts.subtitle': 'Whether accounts are created for the new mailboxes.',
  'wizard.nt-accounts.RANDOM': 'Create Windows NT Accounts with &random passwords',
  'wizard.nt-accounts.ALIAS': 'Create Windows NT Accounts with the &alias as password',
  'wizard.nt-accounts.NO': "&Don't Create Windows NT Accounts",
  'wizard.nt-accounts.template': '&Template mailbox:',
  'wizard.nt-accounts.hint':
    'Without new accounts, the first 20 characters of a mailbox name are looked for among the Windows NT accounts (XMG 06011). An account of that name is used as it is (Q152927).',

  'wizard.public-folders.title': 'Public Folder Owner and Access',
  'wizard.public-folders.subtitle': 'Bulletin boards become public folders.',
  'wizard.public-folders.owner': '&Owner of the public folders:',
  'wizard.public-folders.access': 'Access for all users',
  'wizard.public-folders.None': 'Non&e',
  'wizard.public-folders.Author': '&Author',
  'wizard.public-folders.PubEditor': '&Publishing Editor',

  'wizard.help.ccmail-information': 'Says what a migration from cc:Mail takes along. Click Next to go on.',
  'wizard.help.ccmail-post-office':
    'Enter the directory of the post office, its name and its password. Next opens it.',
  'wizard.help.ccmail-method':
    'One step extracts and imports at once. Extracted files can be edited, and imported by this wizard later.',
  'wizard.help.files-information': 'Says how migration files are read. Click Next to go on.',
  'wizard.help.files-set': 'Enter the packing list. Next reads it and the files that it names.',
  'wizard.help.ccmail-options': 'Choose what is taken along. At least one kind has to be checked.',
  'wizard.help.destination-server': 'Choose the server, and the store on it, that the mailboxes will be on.',
  'wizard.help.nt-accounts':
    'Choose whether Windows NT accounts are created. A template gives its properties to new mailboxes.',
  'wizard.help.public-folders': 'Enter the alias of the owner, and choose what everybody else may do.',

  'mailbox-state.extracting': 'Extracting',
  'mailbox-state.extracted': 'Extracted',
  'mailbox-state.importing': 'Importing',
  'wizard.progress.import.stage.1': 'Extracting migration files',
  'wizard.progress.import.stage.2': 'Importing migration files',
  'wizard.progress.import.subtitle': 'What the post office holds is extracted, then imported.',

  'issue.clone-needs-exchange':
    'Clone mode (/m) copies mailboxes of an Exchange organization alone: use the default mode for this type.',
  'issue.type-not-in-lab': 'This lab has no {what}: choose another type of migration.',
  'issue.post-office-path-missing': 'No path to the post office was given: enter its directory, e.g. M:\\.',
  'issue.post-office-name-missing':
    'No post office name was given: enter the name of the cc:Mail post office.',
  'issue.post-office-password-missing':
    'No password was given: enter the password of the cc:Mail post office.',
  'issue.not-a-post-office': 'The directory you have selected is not a cc:Mail post office.',
  'issue.post-office-name-wrong':
    'The post office in {path} is not called {name}: enter the name that it has.',
  'issue.post-office-password-wrong':
    'The post office {name} does not take this password: enter the one of the post office.',
  'issue.post-office-unreadable': 'The post office in {path} cannot be used: {reason}',
  'issue.files-path-missing':
    'No directory for the migration files was given: enter one of the migration server, e.g. C:\\MIGRATE.',
  'issue.files-path-form':
    'The path {path} does not begin with a drive or a server: enter one such as C:\\MIGRATE.',
  'issue.packing-list-missing': 'No packing list was given: enter the path of a .pkl file.',
  'issue.packing-list-unreadable': 'The packing list cannot be imported: {reason}',
  'issue.nothing-to-migrate': 'Nothing is to be migrated: check at least one kind of information.',
  'issue.folder-owner-missing':
    'No owner was given for the public folders: enter the alias of a mailbox of the target.',

  'summary.post-office': 'From the cc:Mail post office {name} ({path}).',
  'summary.one-step': 'In one step: extracted and imported.',
  'summary.extract': 'Migration files only, in {path}.',
  'summary.packing-list': 'From the packing list {path}.',
  'summary.make-mailboxes': 'Mailboxes are created.',
  'summary.no-mailboxes':
    'No new mailboxes: mail goes into those that exist, and custom recipients are converted.',
  'summary.mail': 'With personal messages.',
  'summary.no-mail': 'Without personal messages.',
  'summary.bulletin-boards': 'Bulletin boards become public folders.',
  'summary.recipients-container': 'New mailboxes in {container}.',
  'summary.nt-accounts': 'Windows NT accounts: {kind}.',
  'summary.template': 'With the properties of the mailbox {template}.',
} as const;
