/** What the pages of cc:Mail and migration files mean underneath. All wording is ours. */
export const UNDERNEATH_IMPORT_TEXT = {
  'underneath.page.ccmail-information.step':
    'Users, mail, folders and bulletin boards are taken along; public lists and propagation lists are not.',
  'underneath.page.ccmail-information.protocol':
    'The wizard reads no post office itself: it runs Export.exe, and Import.exe to set passwords.',
  'underneath.page.ccmail-post-office.step':
    'The post office is opened with its own name and password; the wizard needs to write in it.',
  'underneath.page.ccmail-post-office.protocol':
    'Name, password and directory stand on the command line of every Export that follows.',
  'underneath.page.ccmail-method.step':
    'Migration files can be edited between the two steps; one step writes the same files and imports them at once.',
  'underneath.page.ccmail-method.protocol':
    'The path goes to a DOS program: only names of the 8.3 form reach it whole.',
  'underneath.page.files-information.step':
    'Sections are imported in the order of the packing list: directory entries, address books, messages.',
  'underneath.page.files-information.protocol':
    'A packing list begins with its code page; then it names every primary and secondary file.',
  'underneath.page.files-set.step': 'All files of a set stand in one directory, beside their packing list.',
  'underneath.page.files-set.protocol':
    'A pointer such as #00000001.SEC(43) names a file and the byte at which a section begins.',
  'underneath.page.ccmail-options.step':
    'Without the information to create mailboxes, mail goes into existing ones, or converts custom recipients.',
  'underneath.page.ccmail-options.protocol':
    'Each user with a MAILMESSAGE section can be converted; one without it stays a custom recipient.',
  'underneath.page.destination-server.step':
    'The server to import to takes the place of ~Server in the files.',
  'underneath.page.destination-server.protocol': 'Directory entries go one by one to its directory service.',
  'underneath.page.nt-accounts.step':
    'A new mailbox gets a new Windows NT account, or the one whose name fits, or none.',
  'underneath.page.nt-accounts.protocol':
    'Without new accounts, the first 20 characters of the common name are compared.',
  'underneath.page.public-folders.step':
    'Public folders need an owner; everybody else gets one kind of access.',
  'underneath.page.public-folders.protocol':
    'Bulletin boards arrive below the folder Lotus cc:Mail Bulletin Boards, as the section PublicMessages.',

  'underneath.import.started':
    'The run takes {accounts} accounts. A post office goes into migration files first, and files into mailboxes.',
  'underneath.import.directory': '{entries} directory entries are in; {refused} were refused.',
  'underneath.import.section': 'The section of {alias} begins: {file}, line {line}.',
  'underneath.import.section.protocol':
    'Its messages go to: {target}. A custom recipient of this address becomes a mailbox.',
  'underneath.import.address-book':
    "The {entries} personal addresses of {alias} arrive as one message in the {folder}; Outlook's address book is a file of its own.",
  'underneath.import.public': 'Public folders are made and filled from the section PublicMessages of {file}.',
  'underneath.import.messages': '{messages} messages are in their folders.',
  'underneath.import.failed': '{count} sections or lines could not be imported and are kept.',
  'underneath.import.recovery':
    'What could not be imported stands in {file}, to be corrected and imported again.',
  'underneath.import.done': 'All lines of the set are behind.',
  'underneath.extract.password.step': "The wizard sets {alias}'s cc:Mail password to a random string.",
  'underneath.extract.password.protocol':
    'The new password stands in {list} and nowhere else; without that list nobody gets into the old mailbox again.',
  'underneath.extract.export': 'The wizard runs Export for {alias}; it reads no post office itself.',
  'underneath.extract.refused': 'Export refuses the command line for {alias}: {why}.',
  'underneath.extract.command': '{command}',
  'underneath.extract.messages': '{messages} messages of {alias} were written, {bytes} bytes.',
  'underneath.extract.address-book':
    "{entries} entries and lists of {alias}'s personal address book became a PAB section.",
  'underneath.extract.files': '{alias} went into {files}, {bytes} bytes.',
  'underneath.extract.files.none': 'Nothing of {alias} went into any file.',
  'underneath.extract.section':
    'There is a MAILMESSAGE section for {alias}; it converts a custom recipient into a mailbox.',
  'underneath.extract.section.none':
    'There is no MAILMESSAGE section for {alias}; a custom recipient of that address would stay one.',
  'underneath.extract.directory': '{entries} mailboxes to be made became the DIRECTORY section.',
  'underneath.extract.directory.proxies':
    '{file} names each old address twice: as a secondary address, and behind MIGRATE: so that its mail finds the mailbox.',
  'underneath.extract.packing-list':
    '{file} begins with code page {codePage} and names {files} primary and secondary files.',
  'underneath.extract.packed': 'Every file of {set} is written; the import can begin.',
  'underneath.extract.failed': 'The wizard ended before it exported anybody: {message}',
} as const;
