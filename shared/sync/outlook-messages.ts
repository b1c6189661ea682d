/** What Outlook says, word for word as the named articles quote it; `<path>` and `<filename>` stand for the file. */
export const OUTLOOK_MESSAGES = {
  /** KB289995. */
  different:
    'The file <path>\\<filename>.ost cannot be accessed because it has been configured for use with a different mailbox.',
  /** KB156304. */
  connectFirst:
    'The set of folders could not be opened. You must connect to your Microsoft Exchange Server computer with the current profile before you can synchronize your folders with your offline folder file.',
  /** Q282496. */
  locationChanged:
    'The location the messages are delivered to has changed for this user profile. To complete this operation, you may need to copy the contents of the old Outlook folders to the new Outlook folders. For information about how to complete the change of your mail delivery location, see Microsoft Outlook Help. Some of the shortcuts on the Outlook Bar may no longer work. Do you want Outlook to recreate your shortcuts? All shortcuts you have created will be removed.',
  /** aa998698; buttons Connect, Work Offline, Cancel. */
  recovery:
    'Exchange is currently in recovery mode. You can either connect to your Exchange server using the network, work offline, or cancel this logon.',
} as const;

/** MSG_DIFFERENT for a file, e.g. `C:\\Mail\\outlook.ost`. */
export function differentMailboxMessage(path: string): string {
  return OUTLOOK_MESSAGES.different.replace('<path>\\<filename>.ost', () => path);
}
