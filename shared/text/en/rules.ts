/** What decided, in words, by the rule's id. All wording is ours; the evidence stands beside it. */
export const RULE_TEXT = {
  // ---- what a run did with a mailbox
  'rule.clone-mode': 'Cloned: everything was copied as it is',
  'rule.clone-keeps-ids': 'Message identifiers and change numbers are kept too',
  'rule.default-mode': 'Merged in the default mode, with new identifiers',
  'rule.target-initialized':
    'The target mailbox was initialized before, so that it is merged instead of cloned',
  'rule.mail-between-stages': 'Mail arrived between the stages and initialized the target mailbox',
  'rule.mail-bounced':
    'Mail arrived between the stages, bounced at the target address and did not reach the mailbox',
  'rule.logon-between-stages': 'The user logged on between the stages and initialized the target mailbox',
  'rule.fallback-fails': 'The lab is set to fail where clone mode would fall back to the default mode',
  'rule.filters-in-clone-mode': 'Clone mode has no filters, so that it is merged in the default mode instead',
  'rule.rules-not-carried': 'Rules and out-of-office were not carried over',
  'rule.delegates-not-carried': 'Delegates were not carried over',
  'rule.associated-messages-carried':
    'Hidden messages were copied like any other; entry IDs inside them lead nowhere',
  'rule.filtered': 'Messages outside the date range were left out',
  'rule.filtered-by-subject': 'Messages whose subject starts with one of the prefixes were left out',
  'rule.merge-into-a-clone-keeps-store': 'Merged into a clone: its store GUID and .ost key stay',
  'rule.target-missing': 'There is no target mailbox, and none was to be created',
  'rule.target-gone': 'The target mailbox was deleted while the run went on',
  'rule.no-trust': 'The target does not trust the source, so that the source account cannot open the mailbox',
  'rule.contact-converted': 'A contact of the target was converted into the account',
  'rule.old-address-taken': 'Its old address stands on another account of the target and stays there',
  'rule.id-collision': 'The target database has these identifiers already, so that they cannot be cloned',
  'rule.replid-map-full': 'The replica map of the target database is full',
  'rule.rerun-merges': 'Mailboxes cloned before the run ended are initialized: a new run merges into them',
  'rule.half-clone-stays': 'The clone was cut short; what was copied stays',
  'rule.half-clone-taken-back': 'The clone was cut short and taken back',
  'rule.cancelled': 'The run was cancelled',
  'rule.target-address-cleared': 'The target address was cleared when the run ended',
  'rule.kb919235': 'The Migration Wizard failed while cloning this mailbox (KB919235)',
  'rule.kb919235-page-heap':
    'With page heap on, the Migration Wizard failed at the very first mailbox (KB919235)',
  'rule.not-reached': 'The run ended before this mailbox was reached',
  'rule.behind-a-failure': 'The run will have failed before this mailbox is reached',
  'rule.gate': 'The lab refused because of {kb}',
  'rule.gate-refused': 'The lab refuses to start',

  // ---- what came out of a cc:Mail post office
  'rule.import-no-mailbox':
    'Nothing in the migration files made a mailbox: no directory entry was accepted, and no section with messages converted a custom recipient',
  'rule.import-line-refused': 'Lines that could not be read went into the recovery file',
  'rule.import-section-refused': 'A section could not be read; the rest of it was skipped (Q214822)',
  'rule.import-address-book-refused': 'Entries of the personal address book could not be read',
  'rule.import-address-taken':
    'The address is in use already, and no section converts its recipient (Q200564)',
  'rule.import-no-section':
    'No section with messages was written for this user, so that the custom recipient stayed one (Q194218)',
  'rule.import-mailbox-exists': 'The mailbox was there already; its messages were taken (Q151826)',
  'rule.import-directory-line-refused': 'The directory entry was refused',
  'rule.import-place-missing': 'Server, mailbox store or container of the plan are not there any more',
  'rule.import-files-faulty':
    'Something in the migration files that belongs to no account was not imported; the event log names it',
  'rule.import-files-unreachable': 'The directory of the migration files cannot be reached any more',
  'rule.q251018-memory-error':
    'The wizard ended with "Memory Error", for the programs of cc:Mail are the 32-bit ones (Q251018)',
  'rule.q251018-steps':
    'The 32-bit programs were not set up as the article asks for: rename, copy, map a drive (Q251018)',
  'rule.q183590-memory-error':
    'The wizard ended with "Memory error encountered", for the programs are those for OS/2 (Q183590)',
  'rule.q152500-hang': 'The wizard hung, for Export is older than 5.12 (Q152500)',
  'rule.q174740-wrong-programs':
    'Import, Export or their resource file were not found in the version that the database asks for (Q174740)',
  'rule.q258220-database': 'A post office of cc:Mail Mobile (DB7) cannot be migrated (Q258220)',
  'rule.damaged-post-office': 'The post office is corrupted',
  'rule.q238850-illegal-name': 'No directory can have the name of the post office (Q238850)',
  'rule.q229314-name': 'The name of the post office holds more than letters and digits (Q229314)',
  'rule.q186740-pre-expired': 'Pre-expired Passwords is enabled on the post office (Q186740)',
  'rule.q194869-long-path': 'The path for migration files has a long name, which is no 8.3 name (Q194869)',
  'rule.q197114-access-violation':
    'Mailmig.exe crashed at a message with an ATTMAIL address in its header (Q197114)',
  'rule.q233325-invalid-date': 'A message has an invalid date; the messages behind it were left (Q233325)',
  'rule.q287056-zero-size': 'Export gave a message the size 0, and the account was not migrated (Q287056)',
  'rule.q184391-missing-token': 'What Export wrote could not be read on; the rest was left (Q184391)',
  'rule.q238784-unreadable-contents':
    'The contents of a message could not be read; the rest was left (Q238784)',
  'rule.post-office-user-gone': 'The user is not in the post office any more',
  'rule.code-page-characters-lost': 'Characters that the code page does not have became question marks',

  // ---- the .ost
  'rule.ost-kept': 'Every identifier is kept, so that the .ost goes on working',
  'rule.ost-kept-before-2003': 'The key is kept, so that the .ost of this older Outlook goes on working',
  'rule.ost-kept-after-merge': 'Merged into a clone, so that the .ost goes on working',
  'rule.ost-refused': 'The mailbox is another one, so that the .ost is refused and filled anew',
  'rule.ost-renamed': 'ExProfRe renames the .ost of an Outlook before 2003, unless /o is given',
  'rule.ost-emptied': 'The .ost is opened, but emptied and filled anew, for its identifiers are gone',
  'rule.ost-without-mailbox': 'There is no mailbox for the .ost to be synchronized with',
  'rule.ost-replaced-before': 'Outlook had set this .ost aside before',

  // ---- rules of the user
  'rule.rule-not-carried': 'The default mode does not carry rules; it has to be made again',
  'rule.rule-folder-translated': 'Its folder was translated for the target database',
  'rule.rule-folder-not-found': 'Its folder is not found in the target mailbox',
  'rule.rule-folder-wrong': 'It names another folder than before',
  'rule.rule-file-target': 'It moves into a .pst file, which stays where it is',
  'rule.rule-store-target-stale': 'It names a mailbox by its old server and old name',
  'rule.rule-template-translated': 'Its template was translated for the target database',
  'rule.rule-template-not-found': 'Its template is not found',
  'rule.rule-recipient-resolves': 'Its recipient resolves through an X500 address',
  'rule.rule-recipient-unknown': 'Its recipient is nobody in the target directory',
  'rule.rule-without-identifier': 'It holds no identifier that could break',
  'rule.rule-client-data': 'Data of Outlook itself, carried as it is',

  // ---- references
  'rule.reference-kept': 'Store GUID and folder are kept, and so is the entry ID',
  'rule.reference-rebuilt': 'The target mailbox made its own',
  'rule.reference-not-carried': 'The default mode does not carry it',
  'rule.reference-not-found': 'It names a store or folder that the target mailbox does not have',
  'rule.reference-wrong': 'It names another folder than before',
  'rule.store-reference-stale': 'It names the old server and the old name',
  'rule.search-translated': 'Its scope was translated for the target database',
  'rule.search-not-carried': 'Search folders have no messages that could be merged',
  'rule.search-not-found': 'Its scope names no folder of the target mailbox',
  'rule.search-wrong': 'Its scope names another folder than before',
  'rule.receive-folder-translated': 'The entry was translated for the target database',
  'rule.receive-folder-rebuilt': 'Every new mailbox gets the default entries',
  'rule.receive-folder-not-carried': 'Entries of other message classes are not carried',
  'rule.receive-folder-not-found': 'The entry names no folder of the target mailbox',
  'rule.receive-folder-wrong': 'The entry names another folder than before',
  'rule.old-address-resolves': 'Replies to old mail resolve through an X500 address',
  'rule.old-address-unknown': 'Replies to old mail find nobody in the target directory',
  'rule.address-book-reset': 'ExProfRe resets the offline address book in both modes',
  'rule.address-book-kept': 'The switch /a keeps the offline address book',
  'rule.favourites-renamed': 'ExProfRe renames the favourites unless /f is given',
  'rule.favourites-kept': 'The shortcuts hold the same entry IDs as before',
  'rule.favourites-dangling': 'The shortcuts hold entry IDs of the old mailbox',
  'rule.out-of-office-kept': 'Clone mode copies all data of the mailbox',
  'rule.out-of-office-reset': 'The out-of-office state is reset',

  // ---- permissions
  'rule.permission-resolves': 'The person named resolves through an X500 address',
  'rule.permission-unknown': 'The person named is nobody in the target directory',
  'rule.permission-not-carried': 'The default mode does not carry permissions',
  'rule.delegate-resolves': 'The delegate resolves through an X500 address',
  'rule.delegate-unknown': 'The delegate is nobody in the target directory',
  'rule.delegate-not-carried': 'Delegates are not preserved',
} as const;
