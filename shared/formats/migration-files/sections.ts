/** The kinds of sections of a primary file (XMG ab011). */
export const SECTION_TYPES = ['DIRECTORY', 'PAB', 'MAILMESSAGE'] as const;
export type SectionType = (typeof SECTION_TYPES)[number];

/** Name of the section that holds public folders, instead of an address (EXADM; the SDK of 1998 prints PublicMessage). */
export function isPublicSection(address: string): boolean {
  return /^publicmessages?$/i.test(address.trim());
}

/** A stretch of a file: its first line from 1 on, and its bytes. */
export interface Place {
  readonly line: number;
  readonly offset: number;
  readonly length: number;
}

/** A section's beginning: its own line and the line with the columns' names. */
export interface SectionHead {
  readonly type: SectionType;
  /** What stands behind MAILMESSAGE or PAB: the user's address, or PublicMessages; '' of a DIRECTORY section. */
  readonly address: string;
  readonly columns: readonly string[];
  readonly place: Place;
}

/** The columns of a MAILMESSAGE section: all required, in this order (SDK 6qnn). Extractors write more behind them (Q174168). */
export const MESSAGE_COLUMNS = [
  'Folder',
  'Sender',
  'To',
  'Cc',
  'Bcc',
  'Subject',
  'Send-Date',
  'Received-Date',
  'Priority',
  'Unread',
  'Unsent',
  'Body',
] as const;

/** The columns of a PAB section: all of them in this order, of the fields only the first three are required (SDK 9kab). */
export const PAB_COLUMNS = [
  'Obj-class',
  'Display-Name',
  'Email-Address',
  'First',
  'Last',
  'Address',
  'City',
  'State',
  'Zip',
  'Country',
  'Title',
  'Company',
  'Department',
  'Office',
  'Assistant',
  'Bus-Num',
  'Bus2-Num',
  'Assist-Num',
  'Fax-Num',
  'Home-Num',
  'Home2-Num',
  'Mobile-Num',
  'Pager-Num',
  'Note',
] as const;

/** The columns that cc:Mail's DIRECTORY sections are written with (SDK 8pbi). */
export const DIRECTORY_COLUMNS = [
  'Obj-class',
  'Mode',
  'Common-Name',
  'Display-Name',
  'Secondary-Proxy-Addresses',
  'Home-Server',
] as const;

function beginsWith(columns: readonly string[], required: readonly string[]): boolean {
  return required.every((name, at) => columns[at]?.trim().toLowerCase() === name.toLowerCase());
}

/** What is wrong with the column line of a section, or null. */
export function headingFault(
  type: SectionType,
  columns: readonly string[],
): { readonly kind: 'pab-heading' | 'message-heading' | 'directory-heading'; readonly text: string } | null {
  switch (type) {
    case 'PAB':
      return columns.length === PAB_COLUMNS.length && beginsWith(columns, PAB_COLUMNS)
        ? null
        : {
            kind: 'pab-heading',
            text: `the heading of the PAB section has ${columns.length} fields and needs these ${PAB_COLUMNS.length}: ${PAB_COLUMNS.join(',')}`,
          };
    case 'MAILMESSAGE':
      return beginsWith(columns, MESSAGE_COLUMNS)
        ? null
        : {
            kind: 'message-heading',
            text: `the heading of the MAILMESSAGE section has to begin with ${MESSAGE_COLUMNS.join(',')}`,
          };
    case 'DIRECTORY': {
      const names = columns.map((name) => name.trim().toLowerCase());
      const missing = ['Obj-class', 'Mode', 'Common-Name'].filter(
        (name) => !names.includes(name.toLowerCase()),
      );
      return missing.length === 0
        ? null
        : {
            kind: 'directory-heading',
            text: `the heading of the DIRECTORY section lacks ${missing.join(', ')}`,
          };
    }
  }
}
