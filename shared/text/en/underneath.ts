/** Sentences of the pane that tells what happens underneath. All wording is ours. */
export const UNDERNEATH_TEXT = {
  'underneath.title': 'What is happening underneath',
  'underneath.empty': 'Nothing yet. Open the wizard, or let something happen to the lab.',
  'underneath.clear': 'Clear',
  'underneath.close': 'Close the pane',
  'underneath.depth.click': 'Clicks',
  'underneath.depth.step': 'Wizard steps',
  'underneath.depth.protocol': 'Protocol',
  'underneath.mark.click': 'Click',
  'underneath.mark.step': 'Step',
  'underneath.mark.protocol': 'Protocol',

  'underneath.page': 'The page "{page}" is shown.',
  'underneath.press.next': 'Next on "{page}".',
  'underneath.press.back': 'Back on "{page}".',
  'underneath.press.cancel': 'Cancel on "{page}".',
  'underneath.press.finish': 'Finish.',
  'underneath.press.help': 'Help on "{page}".',
  'underneath.press.pause': 'The run is paused; it stops after the present batch.',
  'underneath.press.resume': 'The run goes on.',
  'underneath.press.step': 'One batch of the run.',
  'underneath.press.pace': 'The pace of the run is changed. What it writes stays the same.',
  'underneath.press.choose-accounts': 'Accounts are chosen.',
  'underneath.press.choose-match': 'The match of an account is changed.',
  'underneath.press.install-fixes': 'The missing fixes are installed.',
  'underneath.press.use-default-mode': 'Default mode is taken instead of clone mode.',
  'underneath.press.start-anyway': 'The run is to start in spite of the refusal, as the original would.',
  'underneath.press.continue-interrupted': 'The interrupted run is continued.',

  'underneath.page.welcome.step':
    'The lab judges what stands on the migration server. Mailmig itself checks nothing.',
  'underneath.page.welcome.protocol.clone':
    'Clone mode needs Exchange Server 2003 SP2 and Mlmig32.dll 6.5.7651.29 or later; without it the heap is damaged.',
  'underneath.page.welcome.protocol.default': 'The defect of Mlmig32.dll does not touch the default mode.',
  'underneath.page.migration-type.step': 'The type of the source decides how it is read.',
  'underneath.page.migration-type.protocol': 'Nothing has been read yet.',
  'underneath.page.exchange-information.step.clone':
    'Clone mode copies all data: folder IDs, other special identifiers, and rules.',
  'underneath.page.exchange-information.step.default':
    'Default mode merges mail: what is there is not duplicated, and the later modification counts.',
  'underneath.page.exchange-information.protocol.clone':
    'An .ost remembers sets of global identifiers. Where the identifiers are the same, the sets fit another server.',
  'underneath.page.exchange-information.protocol.default':
    'Items that are made anew get identifiers that never existed before.',
  'underneath.page.migration-destination.step':
    'The mailboxes go to a mailbox store of another organization.',
  'underneath.page.migration-destination.protocol':
    'A mailbox store has one REPLGUID: every identifier made in it begins with it.',
  'underneath.page.source-server.step':
    'Accounts are read from the source; it is copied from, never changed.',
  'underneath.page.source-server.protocol': 'Alias, SID and legacyExchangeDN of each account are read.',
  'underneath.page.migration-information.step.clone': 'Clone mode supports no filter by date or subject.',
  'underneath.page.migration-information.step.default':
    'A date range compares PR_MESSAGE_DELIVERY_TIME of each message.',
  'underneath.page.migration-information.protocol.clone':
    'All or nothing: every folder and item keeps its place.',
  'underneath.page.migration-information.protocol.default':
    'Messages that were brought over before are found again by PR_SEARCH_KEY.',
  'underneath.page.account-migration.step':
    'First the objects of all chosen accounts will be created, then their data is moved, mailbox by mailbox.',
  'underneath.page.account-migration.protocol':
    'A new mailbox always has a new .ost key, even where its mailbox GUID is the same.',
  'underneath.page.container.step': 'A user who is not found gets a disabled user object in this container.',
  'underneath.page.container.protocol':
    'The source account opens the mailbox on, so the domains need a trust.',
  'underneath.page.account-association.step': 'Accounts are matched mostly by their SID.',
  'underneath.page.account-association.protocol':
    'The old legacyExchangeDN is kept as an X500 address, so that replies to old mail find their way.',
  'underneath.page.prerequisites.step':
    'The lab judges the data, and predicts what will become of each mailbox.',
  'underneath.page.prerequisites.protocol':
    'A mailbox is initialized once mail is delivered to it or its user logs on; then it cannot be cloned into.',
  'underneath.page.progress.step': 'Stage 1 creates users and mailboxes, stage 2 moves the data.',
  'underneath.page.progress.protocol': 'A mailbox is locked while its data moves (ecMailboxInTransit).',
  'underneath.page.completing.step': 'No profile has been changed: that is the work of ExProfRe.',
  'underneath.page.completing.protocol':
    'At the next logon Outlook compares what identifies the .ost with what identifies the mailbox.',

  'underneath.journal.gate.ok': 'The gate lets the run through.',
  'underneath.journal.gate.no': 'The gate refuses the run; it goes on only where one asked for that.',
  'underneath.journal.started': 'The run begins over {mailboxes} mailboxes.',
  'underneath.journal.objects.step':
    'Stage 1: directory objects and mailbox objects for {mailboxes} mailboxes.',
  'underneath.journal.objects.protocol':
    'New mailbox objects are not initialized: they hold no folders until mail, a logon or data comes.',
  'underneath.journal.events.none': 'Between the stages nothing happened to the new mailboxes.',
  'underneath.journal.events.bounced':
    'Between the stages {count} messages bounced at a target address and did not reach the new mailboxes.',
  'underneath.journal.events.some': 'Between the stages something happened to {count} of the new mailboxes.',
  'underneath.journal.events.protocol':
    'Mail or a logon has initialized a mailbox: clone mode is given up for it, and it is merged.',
  'underneath.journal.opened.step.clone':
    'Stage 2, {alias}: cloned into an untouched mailbox, {folders} folders.',
  'underneath.journal.opened.store.clone': '{alias}: the target takes over the store GUID and the .ost key.',
  'underneath.journal.opened.replid.clone':
    '{alias}: each REPLGUID in use gets a REPLID in the map of the target database.',
  'underneath.journal.opened.step.default': 'Stage 2, {alias}: merged, {folders} folders.',
  'underneath.journal.opened.store.default':
    '{alias}: the target mailbox keeps its own store GUID and .ost key.',
  'underneath.journal.opened.ids.default':
    '{alias}: folders that are made get new identifiers of the target database.',
  'underneath.journal.copied.step.clone':
    '{alias}: {copied} items copied with everything that identifies them.',
  'underneath.journal.copied.protocol.clone':
    '{alias}: source keys, change numbers and change keys are the same, so the .ost has nothing to download again.',
  'underneath.journal.copied.step.default':
    '{alias}: {copied} items copied, {skipped} there already, {replaced} replaced by later ones.',
  'underneath.journal.copied.protocol.default':
    '{alias}: the identifiers are new, so an old .ost would be told that all its items are deleted.',
  'underneath.journal.references.step': '{alias}: {rules} rules, and what else refers to folders.',
  'underneath.journal.references.protocol':
    '{alias}: rules hold short folder IDs, whose REPLID is translated for the target database.',
  'underneath.journal.closed.ok': '{alias} is done and unlocked; everything that has to hold was proved.',
  'underneath.journal.closed.no':
    '{alias} is done and unlocked, but something does not hold: see Check every run.',
  'underneath.journal.gave-up': '{alias} is given up: {reasons}.',
  'underneath.journal.gave-up.heap':
    'Page heap, where it is on, stops the program at the first damage; without it, it goes on until something breaks.',
  'underneath.journal.ended':
    'The run has ended: {state}, exit code {exit}. Its totals are in the event log.',
  'underneath.journal.ended.protocol':
    'Claims are released, and the digests of both sides are stored with the run.',

  'underneath.act.deliver': 'A message is sent to {alias}.',
  'underneath.act.deliver.planned': 'A message for {alias} is planned between the stages of the next run.',
  'underneath.act.logon': '{alias} logs on.',
  'underneath.act.logon.planned': 'A logon of {alias} is planned between the stages of the next run.',
  'underneath.act.initialized': 'The mailbox of {alias} is initialized: it has folders of its own.',
  'underneath.act.not-initialized': 'The mailbox of {alias} stays uninitialized.',
  'underneath.act.bounced':
    'The mail bounces at the target address of {alias}, and the mailbox stays uninitialized.',
  'underneath.act.server': 'The migration server is set to {setting}.',
  'underneath.act.pageheap':
    'With page heap on, the defect of Mlmig32.dll strikes at the very first mailbox.',
  'underneath.act.purge': '{alias} is purged: {deleted} objects are deleted.',
  'underneath.act.purge.step': 'Once the deletion has replicated, the mailbox can be cloned again.',
  'underneath.act.fix': '{id} is installed on the migration server.',
  'underneath.act.exprofre': 'ExProfRe runs for {alias}.',
  'underneath.act.exprofre.step':
    'The profile points to the target, the offline address book is reset, and .ost files of Outlook before 2003 are renamed.',
  'underneath.act.import': '{items} items in {folders} folders are brought into the mailbox of {alias}.',
  'underneath.act.other': 'The lab is told: {verb} {what}.',
  'underneath.act.undo': 'The lab goes back to copy {number}.',
  'underneath.act.control': 'The run is told: {action}.',
  'underneath.act.outlook': 'Outlook of {alias} is opened.',
  'underneath.act.outlook.step': '{text}',
} as const;
