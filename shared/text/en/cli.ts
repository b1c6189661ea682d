/** Sentences of the two command lines, and of failures at the program's borders. */
export const CLI_TEXT = {
  'mailmig.help': `Migrates mailboxes of a lab from the source organization to the target organization.

  mailmig --lab FILE --accounts a,b|all [/M] [/D:domain] [options]
  mailmig --lab FILE --source CCMAIL --post-office NAME /P:password --accounts "Vane Cora",...|all [options]
  mailmig --lab FILE --source FILE --files PACKINGLIST [options]

Switches of the original, in any case, with / or -:
  /M             clone mode: everything is copied with its identifiers
  /D:domain      target address that keeps mail from initializing new mailboxes
  /A:account     account with rights on the source mailboxes
  /P:password    its password, which the lab neither checks nor keeps; with CCMAIL that of the post office, which
                 is compared and not kept
  /S             silent: no progress, errors only in the event log
  /F:mode        logging mode (its values are not documented)
  /C:file        control file: not yet available in this version
  /?, /h, /help  this text

Options of the lab:
  --lab FILE           the lab
  --accounts a,b|all   aliases of the source, or all of them
  --source TYPE        EXCHANGE (default), CCMAIL or FILE
  --answers FILE       the wizard's state as JSON, as the window saves it
  --pace full|demo     full speed (default), or slowed down to watch
  --ignore-gate        start although the lab refuses, as the original would
  --resume             continue the interrupted run of the lab; --accounts then has to name the same ones
  --undo               keep a copy of the lab beside it first, for "lab undo"; off here, while the app
                       keeps one before each run
  --journal            a line on the error output for each committed journal row
  --json               one JSON object on the standard output at the end
  --cwd DIR            where relative names are taken from

Of cc:Mail (keys have no comma, so that commas stand between them) and migration files:
  --post-office NAME        the post office
  --post-office-path PATH   its directory, e.g. M:\\; without it the drive that is mapped to it, or its network path
  --extract DIR             Extract Migration Files Only, into this directory of the migration server
  --files PACKINGLIST       a .pkl file of the migration server or of this machine
  --no-mailboxes            without Information to create mailboxes
  --no-mail                 without Personal E-mail Messages
  --bulletin-boards OWNER   with Bulletin Board Information; OWNER is the alias of the public folders' owner
  --folder-access ACCESS    access of all others to them: None (default), Author or PubEditor
  --nt-accounts KIND        RANDOM, ALIAS or NO (default)
  --template ALIAS          mailbox whose properties new ones take over

Exit code 0: success, 1: warnings, 2: errors, refused or cancelled. Ctrl+C is Cancel.`,
  'mailmig.stage.0': 'Getting ready',
  'mailmig.stage.1': 'Stage 1 of 2: directory objects and mailboxes',
  'mailmig.stage.2': 'Stage 2 of 2: data',
  'mailmig.import.stage.0': 'Getting ready',
  'mailmig.import.stage.1': 'Extracting migration files',
  'mailmig.import.stage.2': 'Importing migration files',
  'mailmig.progress': '{stage}: {done} of {total} items{current}',
  'mailmig.current': ', {alias}',
  'mailmig.cancelling': 'Cancelling after the current batch.',
  'mailmig.ended': 'Run {run} in {mode}: {state} (exit code {exit}).',
  'mailmig.not-run': 'No run was started: {state} (exit code {exit}).',
  'fate.foreign':
    'A foreign mail system has no offline folder files (.ost), no rules and no references by folder ID: there is nothing whose fate could be told. Messages are accounted for by lab check.',
  'mailmig.refused': 'Refused because of {kb}, {title}: needed is {needs}; found was {found}.',

  'lab.help': `Works on labs: files that hold a source organization, a target organization, the migration server
between them, the users' workstations and the journal of all runs.

  lab VERB FILE [options]

{verbs}

Every verb takes --json (JSON alone on the standard output), --cwd DIR and --help.
Exit code 0: done; 1: done, with something to look at; 2: nothing was changed.`,
  'lab.usage': 'Usage: lab {usage}',
  'lab.verb.new': 'Builds a lab: the default scenario, or with numbers a plain generated one.',
  'lab.verb.copy': 'Makes a fork of a lab in a new file.',
  'lab.verb.import':
    'Brings real mail (.pst, .ost, .mbox, .eml, folders of them) into a source mailbox or to a cc:Mail user.',
  'lab.verb.show': 'Shows both organizations and the migration server.',
  'lab.verb.ids': 'Shows every identifier of a mailbox.',
  'lab.verb.gate': 'Checks fix levels and preconditions; exit code 1 when it refuses.',
  'lab.verb.fix': 'Installs a service pack or hotfix on the migration server.',
  'lab.verb.exprofre': 'Runs the profile tool: re-points Outlook profiles to the target.',
  'lab.verb.outlook': "Opens a user's Outlook on the mailbox its profile points to.",
  'lab.verb.fate': 'Tells what became of every .ost, rule, reference and permission.',
  'lab.verb.events': 'Shows the application event log.',
  'lab.verb.runs': 'Shows the journal of runs.',
  'lab.verb.compare': 'Lays two labs side by side.',
  'lab.verb.deliver': 'Lets mail arrive, now or inside the next run.',
  'lab.verb.logon': 'Lets a user log on, now or inside the next run.',
  'lab.verb.server': 'Changes a setting of the migration server.',
  'lab.verb.purge': 'Deletes what a run created for a mailbox, and waits for replication (KB842101).',
  'lab.verb.file': 'Copies, renames, deletes or lists files of the migration server and its network.',
  'lab.verb.drive': 'Maps a drive letter of the migration server to a network path, or takes it away.',
  'lab.verb.service': 'Starts or stops a service of the migration server, with those that depend on it.',
  'lab.verb.connector':
    'Shows the Connector for cc:Mail, runs a cycle of directory synchronization, or changes a setting.',
  'lab.verb.files': 'Reads migration files through, and tells every complaint with its file, line and byte.',
  'lab.verb.postoffice':
    'Shows cc:Mail post offices; backs one up, restores it, corrupts it, moves its users or changes an option.',
  'lab.verb.undo':
    'Goes back to the copy from before the last run or act, lists those that are kept, or deletes them all.',
  'lab.verb.check': "Proves every invariant over every run, and the file's integrity.",
  'lab.verb.accounts': 'Lists the mailboxes that can be migrated.',

  'failure.internal':
    'An error inside the program: {what}. The lab is as it was after the last committed batch.',
  'failure.bad-input': 'The {place} is not right: {what}.',
  'failure.unknown-ask': 'The engine knows no request {ask}.',
  'failure.lab-not-open': 'The lab {lab} is not open: open it first.',
  'failure.lab-open': 'The lab {lab} is open already.',
  'failure.run-going': 'A run is going on in this lab: wait for its end or cancel it.',
  'failure.run-none': 'No run is going on in this lab.',
  'failure.nothing-interrupted': '{file} has no interrupted run to continue: start a new one.',
} as const;
