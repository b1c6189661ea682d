/**
 * Files that once were, or easily are, read wrongly; each with what it is about. Whatever the fuzzer finds is added here.
 * Text of single bytes.
 */
export const CORPUS: readonly { readonly about: string; readonly text: string }[] = [
  { about: 'nothing', text: '' },
  { about: 'a line end alone', text: '\n' },
  { about: 'zeros', text: '\u0000'.repeat(64) },
  { about: 'a continuation at the end of the file', text: 'MAILMESSAGE,CCMAIL:A at B\r\nFolder,Sender\\\\' },
  { about: 'a continuation of nothing', text: '\\\\\r\n\\\\\r\n\\\\' },
  { about: 'a comment that is continued, which comments are not', text: '! comment\\\\\r\nMAILMESSAGE,A:b' },
  {
    about: 'a continued line that begins like a comment',
    text: 'MAILMESSAGE,A:b\r\nFolder\\\\\r\n!x,Sender\r\n',
  },
  { about: 'a continued line that is blank behind', text: 'PAB,A:b\r\nObj-class\\\\\r\n\r\n' },
  { about: 'a heading with an open quotation mark', text: 'MAILMESSAGE,A:b\r\n"Folder\r\nInbox\r\n' },
  { about: 'a section name with an open quotation mark', text: 'MAILMESSAGE,"A:b\r\nFolder\r\n' },
  {
    about: 'section names one after the other',
    text: 'DIRECTORY\r\nDIRECTORY\r\nPAB,a\r\nPAB,b\r\nMAILMESSAGE\r\nMAILMESSAGE,\r\n',
  },
  { about: 'carriage returns alone', text: 'MAILMESSAGE,A:b\rFolder,Sender\r' },
  { about: 'Ctrl-Z in the middle', text: 'MAILMESSAGE,A:b\r\n\u001a\r\nFolder\r\n' },
  { about: 'lines of quotation marks', text: '"""\r\n""""\r\n"""""\r\n' },
  { about: 'a byte order mark', text: '\u00ef\u00bb\u00bf850\r\nA.PRI\r\n' },
  { about: 'UTF-16', text: '\u00ff\u00fe8\u00005\u00000\u0000\r\u0000\n\u0000' },
  { about: 'only separators', text: ',,,,,,,,,,,,,,,,,\r\n;;;;;;\r\n' },
];
