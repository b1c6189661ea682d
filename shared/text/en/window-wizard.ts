/** Sentences that only the wizard's window needs. All wording here is ours. */
export const WINDOW_WIZARD_TEXT = {
  'window.close': 'Close',
  'window.ok': 'OK',
  'window.bug':
    'This window has a bug and stopped: {message}. Close it and open it again; the lab is not harmed.',
  'window.reason': 'Reason: {reason}',
  'window.source': 'Source: {source}',
  'window.message-caption': 'Migration Wizard',

  'evidence.documented': 'documented',
  'evidence.modelled': 'modelled',
  'evidence.not documented': 'not documented',
  'evidence.no-source': 'No source was found.',
  'evidence.name': 'Evidence: {kind}',
  'evidence.wording-of-page': 'Wording of this page: {kind}',

  'page-evidence.welcome':
    'All versions begin with an informational screen (Exchange Server 5.5 migration guide, page 04023); its text is not known.',
  'page-evidence.exchange-information':
    'An informational screen follows the choice of the type (Exchange 2000 SP2 online help); its text is not known.',
  'page-evidence.migration-destination':
    'The name of the screen is from KB281496; the labels on it are not known.',
  'page-evidence.migration-information':
    "The check boxes and the date range are documented (KB307706). Of the subject filter only the control file's SubjectFile is known; what the page calls it is not.",
  'page-evidence.container': 'The page is known from use; no source for its wording was found.',
  'page-evidence.ccmail-information':
    'An informational screen follows the choice of the type (Exchange Server 5.5 migration guide, page 06004); its text is not known.',
  'page-evidence.files-information':
    'That an informational screen follows is documented for the other types; its text is not known.',
  'page-evidence.files-set':
    'That the path of the migration files is asked for is documented; labels are not known.',
  'page-evidence.destination-server':
    'Only "Enter a server name" is documented (Exchange Server 5.5 migration guide, page 06004).',
  'page-evidence.nt-accounts':
    "Only Don't Create Windows NT Accounts is documented (Exchange Server 5.5 migration guide, page 06011); the other two labels are not known.",
  'page-evidence.public-folders':
    'That owner and default access are asked for is documented (Q166593); the labels are known in part.',
  'page-evidence.prerequisites': "This page is the lab's own; the original has none like it.",
  'page-evidence.progress':
    'A running timer is documented (Q196846); the other texts of the page are not known.',
  'page-evidence.completing': 'The text of the last page is not known.',

  'wizard.opening.title': 'The lab will refuse this migration',
  'wizard.opening.text': 'The migration server lacks what clone mode needs ({kb}).',
  'wizard.opening.anyway':
    'You chose to start anyway, as the original would. It will fail as {kb} describes.',
  'wizard.opening.details': '&What is missing...',
  'wizard.opening.ready': 'The migration server has what this mode needs.',
  'wizard.opening.lab': 'Lab: {name}',

  'wizard.gate.caption': 'Why the lab refuses',
  'wizard.gate.article': 'Article',
  'wizard.gate.needed': 'Needed',
  'wizard.gate.found-label': 'Found',
  'wizard.gate.advice': 'What the article says',
  'wizard.gate.choices': 'What you can do',
  'wizard.gate.back': 'Close',
  'wizard.gate.failed': 'The fix could not be installed: {reason}',
  'wizard.gate.start-anyway-price':
    'The run will fail as the article describes; what it had cloned by then is initialized.',
  'wizard.gate.nothing-to-install': 'Nothing that can be installed here would lift the refusal.',

  'wizard.account-migration.empty': 'This server has no mailboxes. Go back and choose another one.',
  'wizard.account-association.empty': 'No account is selected. Go back and select one.',
  'wizard.account-association.none': '(none)',
  'wizard.properties.general': 'General',
  'wizard.browse': 'B&rowse...',
  'wizard.browse.server': 'Browse for a Server',
  'wizard.browse.server-hint': 'Select a server of {organization}.',
  'wizard.browse.store': 'Browse for a Mailbox Store',
  'wizard.browse.store-hint': 'Select a mailbox store of {organization}.',
  'wizard.container.about':
    'Mailboxes for which no Windows account is found get a new one. Select the container that it is created in.',
  'wizard.container.field': '&Container in {domain}:',
  'wizard.container.disabled':
    'New accounts are disabled: the account of the source stays the one that opens the mailbox (KB328871).',
  'wizard.container.browse': 'Browse for a Container',
  'wizard.container.browse-hint': 'Select a container of {domain}.',
  'wizard.container.empty': 'The target organization has no container. Choose another lab.',

  'wizard.prerequisites.tab.checks': 'Checks',
  'wizard.prerequisites.tab.expect': 'What to expect',
  'wizard.prerequisites.tab.plan': 'What will be done',
  'wizard.prerequisites.column.verdict': 'Result',
  'wizard.prerequisites.column.article': 'Article',
  'wizard.prerequisites.column.title': 'Check',
  'wizard.prerequisites.details': 'Details',
  'wizard.prerequisites.empty': 'No rule applies to this migration.',
  'wizard.prerequisites.no-predictions': 'No mailbox is selected.',
  'wizard.prerequisites.ways-out': '&What you can do...',
  'wizard.prerequisites.slow': 'Slow d&own for a demonstration',
  'wizard.prerequisites.lost-mode': '(not reached)',
  'wizard.prerequisites.no-ost': '(none)',
  'wizard.prerequisites.no-rules': '(none)',
  'wizard.prerequisites.no-why': 'Nothing stands in the way of the mode asked for.',
  'wizard.mode-short.default': 'Default',
  'wizard.mode-short.clone': 'Clone',

  'fate.KEEP': 'Kept',
  'fate.XLATE': 'Translated',
  'fate.REBUILD': 'Rebuilt',
  'fate.LOST': 'Lost',
  'fate.DANGLE': 'Points nowhere',
  'fate.MISPOINT': 'Points elsewhere',
  'fate.SAFE': 'Safe',

  'wizard.progress.column.stage-1': 'Stage 1',
  'wizard.progress.column.stage-2': 'Stage 2',
  'wizard.progress.column.why': 'Reason',
  'wizard.progress.stage-done': 'Done',
  'wizard.progress.stage-waiting': 'Waiting',
  'wizard.progress.stage-count': '{done} of {total}',
  'wizard.progress.rows': 'Mailboxes',
  'wizard.progress.no-rows': 'The mailboxes appear as soon as the first one is worked on.',
  'wizard.progress.mail': '&Mail arrives',
  'wizard.progress.logon': 'User &logs on',
  'wizard.progress.mail-done': 'Mail for {alias}: {initialized}',
  'wizard.progress.logon-done': 'Logon of {alias}: {initialized}',
  'wizard.progress.initialized': 'initialized.',
  'wizard.progress.not-initialized': 'not initialized.',
  'wizard.progress.select-row': 'Select a mailbox first.',
  'wizard.progress.select-ended': 'Select a mailbox to see the reasons.',
  'wizard.progress.failed': 'The run ended early: {reason}',

  'wizard.completing.report': '&Report...',
  'wizard.completing.report-caption': 'Report of run {run}',
  'wizard.completing.report-caption-none': 'Report',
  'wizard.completing.stopped-at': '{alias}: {why}.',
  'wizard.completing.merge-note':
    'Mailboxes cloned before the run ended are initialized now: a new run merges into them instead of cloning. To clone them, purge them first (KB842101).',
  'wizard.completing.fallback': 'Not migrated in the mode asked for: {count}',
  'wizard.completing.elapsed': 'Elapsed time: {time}',
  'wizard.completing.not-started': 'The migration did not start: {reason}',

  'wizard.help.caption': 'Migration Wizard Help',
  'wizard.help.original':
    "The original told its readers to click a question mark that its dialogs do not have (Q175103). This is the lab's own help.",
  'wizard.help.welcome':
    'The wizard copies mailboxes from one simulated organization to another. The source stays as it is. Before anything else the lab checks the migration server: what a documented article says this mode needs.',
  'wizard.help.migration-type':
    'Each type is a kind of source; which of them the list has depends on the release and service pack of the migration server. In this version Microsoft Exchange, Lotus cc:Mail and migration files can be chosen, where the lab has them.',
  'wizard.help.exchange-information':
    'What the two modes do differently: the default mode merges mail and makes new identifiers, clone mode keeps the identifiers. Outlook accepts an offline folder file only while the identifiers it holds are those of the mailbox.',
  'wizard.help.migration-destination':
    'The server and the mailbox store that will hold the new mailboxes. A target address domain keeps mail from arriving in them too early; mail that arrives first initializes a mailbox, and clone mode then falls back to the default mode for it.',
  'wizard.help.source-server':
    'The server whose mailboxes are listed. The account needs rights in the source organization; the lab checks no password and keeps none.',
  'wizard.help.migration-information':
    'With Create/modify mailbox accounts cleared, only mail is migrated, into mailboxes that exist. A date range compares the delivery time of each message; a message without a date is always migrated. Clone mode has no filters.',
  'wizard.help.account-migration':
    'Select the accounts to migrate. Space selects the account at hand; typing finds one; Select All takes them all.',
  'wizard.help.container':
    'New Windows accounts are created in this container. They are disabled: the account of the source stays the one that opens the mailbox, which is why the target has to trust the source.',
  'wizard.help.account-association':
    'How each mailbox finds its Windows account: by security identifier or e-mail address (definite), by name (probable), or not at all, and then a disabled account is created. A probable match can be undone with Create New Account; a double click shows the properties.',
  'wizard.help.prerequisites':
    "The lab compares the migration server and the mailboxes with its library of articles, and predicts what each mailbox has to expect. A refusal is the lab's policy: the original checks nothing. You can install what is missing, use the default mode, or start anyway and see it fail.",
  'wizard.help.progress':
    'First all directory objects and mailboxes are made, then the data is copied, mailbox by mailbox. Cancel takes effect after the current batch; what is committed stays. Mail can arrive and users can log on while the run goes on.',
  'wizard.help.completing':
    'The summary of the run. The report lists every mailbox with the mode that was used and the reason.',
} as const;
