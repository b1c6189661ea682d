/** Why a page of the wizard cannot be left: one sentence each, by issue code. */
export const ISSUE_TEXT = {
  'issue.still-loading': 'The lab is still being read: wait a moment and try again.',
  'issue.loading-failed': 'What this page needs could not be read: {reason}',
  'issue.gate-refused':
    'The lab refuses to start because of {kb} ({needs}): install the fixes, use the default mode, or start anyway.',
  'issue.type-not-available':
    'This type of migration is not yet available in this version: choose Microsoft Exchange, Lotus cc:Mail or migration files.',
  'issue.pst-not-available': 'Migrating to .pst files is not yet available in this version: choose a server.',
  'issue.source-server-missing':
    'No source server was given: enter the name of an Exchange server of the source.',
  'issue.source-server-unknown':
    'The source organization has no Exchange server {server}: enter the name of one that it has.',
  'issue.exchange55-not-available':
    'The source of this lab is not an Exchange 5.5 server: clear the check box Exchange 5.5 Server.',
  'issue.password-missing': 'No password was given for {account}: enter it, or leave the account name empty.',
  'issue.target-server-missing': 'No target server was given: choose an Exchange server of the target.',
  'issue.target-server-unknown':
    'The target organization has no Exchange server {server}: choose one that it has.',
  'issue.target-store-missing': 'No mailbox store was given: choose one of the target server.',
  'issue.target-store-unknown': 'Server {server} has no mailbox store {store}: choose one that it has.',
  'issue.filters-in-clone':
    'Clone mode supports no date range and no subject filter: leave them out, or use the default mode.',
  'issue.date-missing': 'The date range has no start or no end: enter both dates.',
  'issue.date-order': 'The date range ends before it starts: enter a later end date.',
  'issue.no-accounts': 'No account is selected: select the accounts you would like to migrate.',
  'issue.unknown-account': 'The source has no mailbox with the alias {alias}: choose one from the list.',
  'issue.container-missing': 'No container was given: choose one for the new Windows accounts.',
  'issue.container-unknown': 'The target has no container {container}: choose one that it has.',
  'issue.logon-id-missing': 'The new account for {alias} has no logon ID: enter one.',
  'issue.logon-id-character':
    'The logon ID {logonId} for {alias} holds the character {character}, which a Windows logon name may not: enter one without it.',
  'issue.logon-id-edge':
    'The logon ID {logonId} for {alias} begins or ends with {character}, which a Windows logon name may not: enter one without it.',
  'issue.logon-id-too-long':
    'The logon ID {logonId} for {alias} is longer than {limit} characters: enter a shorter one.',
  'issue.logon-id-taken-twice':
    'The new accounts for {other} and {alias} have the same logon ID {logonId}: enter another one.',
  'issue.full-name-missing': 'The new account for {alias} has no full name: enter one.',
  'issue.domain-invalid':
    'The target address domain "{domain}" is no domain name: enter one such as name.example.',

  'summary.mode-default': 'Default mode: mail is merged into the target mailboxes.',
  'summary.mode-clone': 'Clone mode: everything is copied with its identifiers.',
  'summary.from': 'From server {server}.',
  'summary.to': 'To server {server}, mailbox store {store}.',
  'summary.target-address': 'Target address domain {domain} until the data has arrived.',
  'summary.create-accounts': 'Accounts and mailboxes are created or modified.',
  'summary.only-mail': 'Only mail, into existing mailboxes; no new accounts.',
  'summary.date-range': 'Mail delivered from {from} to {to}.',
  'summary.subjects': 'Without messages whose subject starts with: {prefixes}.',
  'summary.accounts': '{count} mailboxes.',
  'summary.container': 'New accounts in {container}.',
} as const;
