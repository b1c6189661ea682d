import { describe, expect, test } from 'vitest';
import { fail } from '../../result.ts';
import { decodeText } from './code-pages.ts';
import { directoryValue, directoryValues, readDirectoryRow } from './directory-row.ts';
import { readMessageRow } from './message-row.ts';
import { readPabRow } from './pab-row.ts';
import { printPackingList, readPackingList } from './packing-list.ts';
import { readPrimary } from './primary-reader.ts';
import { partData, readParts } from './secondary-reader.ts';
import { MESSAGE_COLUMNS, PAB_COLUMNS } from './sections.ts';
import { bytesOf, inChunks, sourceOf } from './testing/bytes.ts';

const nowhere = () => fail<string>('secondary-file', 'there is no secondary file');
const read = (...lines: readonly string[]) => [...readPrimary([bytesOf(`${lines.join('\r\n')}\r\n`)], 850)];
const kinds = (...lines: readonly string[]) => read(...lines).map((item) => item.kind);
const firstRow = (items: ReturnType<typeof read>) => {
  const row = items.find((item) => item.kind === 'row');
  if (row?.kind !== 'row') throw new Error('no row');
  return row;
};

describe('sections as they are printed', () => {
  test('the MAILMESSAGE section of the format notes', () => {
    const items = read(
      'MAILMESSAGE,CCMAIL:DOE JANE at PO1',
      'Folder,Sender,To,Cc,Bcc,Subject,Send-Date,Received-Date,Priority,Unread,Unsent,Body',
      'Inbox,"Roe, Rick",Jane Doe,,,Budget,19990301091500,19990301091530,0,FALSE,FALSE,#00000001.SEC(0)',
    );
    expect(items[0]).toMatchObject({ kind: 'section', section: { address: 'CCMAIL:DOE JANE at PO1' } });
    expect(readMessageRow(firstRow(items).fields, nowhere)).toMatchObject({
      ok: true,
      value: {
        folder: 'Inbox',
        sender: 'Roe, Rick',
        to: ['Jane Doe'],
        subject: 'Budget',
        sent: Date.UTC(1999, 2, 1, 9, 15, 0),
        priority: 0,
        body: { kind: 'pointer', pointer: { file: '00000001.SEC', offset: 0 } },
      },
    });
  });

  test('continued lines of the SDK (6qnn), a folder in a folder, an address without a blank', () => {
    const items = read(
      'MAILMESSAGE,PROFS:SANFRAN(HOWARDS)',
      'Folder,Sender,To,Cc,Bcc,Subject,Send-Date,Received-Date\\\\',
      ',Priority,Unread,Unsent,Body',
      'Phoenix Project,Pat Parkes,Ali Gobi,,,Review of Back Office\\\\',
      ',19950321063321,19950321063321,,,,#SALESPO1.SEC(161)',
      'Filed Mail\\FYI,Jon Grande,Gamers[SMTP:gamers@litware.example],\\\\',
      ',,Solo Mission,19950218234539,19950218234539,,,,#SALESPO1.SEC(575)',
    );
    const rows = items.flatMap((item) => (item.kind === 'row' ? [readMessageRow(item.fields, nowhere)] : []));
    expect(rows).toMatchObject([
      { ok: true, value: { folder: 'Phoenix Project', subject: 'Review of Back Office', priority: null } },
      {
        ok: true,
        value: {
          folder: 'Filed Mail\\FYI',
          subject: 'Solo Mission',
          to: ['Gamers[SMTP:gamers@litware.example]'],
        },
      },
    ]);
    expect(items[2]?.place).toMatchObject({ line: 6 });
  });

  test('rows with two more columns, as real extractors write them (Q174168)', () => {
    const items = read(
      'MAILMESSAGE,GWISE:HARBOUR.STL.BOB',
      MESSAGE_COLUMNS.join(','),
      'Deleted Items,,,,,,,,,FALSE,FALSE,#00000002.SEC(1497),0,0',
    );
    expect(readMessageRow(firstRow(items).fields, nowhere)).toMatchObject({
      ok: true,
      value: { folder: 'Deleted Items', extra: ['0', '0'] },
    });
  });

  test('a DIRECTORY section with ~Server and MIGRATE proxies (8pbi)', () => {
    const items = read(
      'DIRECTORY',
      'Obj-class,Mode,Common-Name,Display-Name,Last Name,First Name,Secondary-Proxy-Addresses,Home-Server',
      'mailbox,create,ElizaB,"C:\\\\Elizabeth",Brown,Elizabeth,MIGRATE:PROFS:Sydney(EBrown),~Server',
    );
    const { section, fields } = firstRow(items);
    const row = readDirectoryRow(section.columns, fields);
    if (!row.ok) throw new Error(row.failure.message);
    expect(directoryValue(row.value, 'Common-Name')).toBe('ElizaB');
    expect(directoryValue(row.value, 'Display-Name')).toBe('C:\\Elizabeth');
    expect(directoryValues(row.value, 'Secondary-Proxy-Addresses')).toEqual(['MIGRATE:PROFS:Sydney(EBrown)']);
    expect(directoryValue(row.value, 'Home-Server')).toBe('~Server');
  });

  test('a DIRECTORY section neither joins lines nor points elsewhere nor has single backslashes', () => {
    const heading = ['DIRECTORY', 'Obj-class,Mode,Common-Name,Note'];
    expect(kinds(...heading, 'mailbox,create,A,x\\\\', 'mailbox,create,B,')).toEqual([
      'section',
      'row',
      'row',
    ]);
    const fails = (line: string) => {
      const { section, fields } = firstRow(read(...heading, line));
      const row = readDirectoryRow(section.columns, fields);
      return row.ok ? null : row.failure.code;
    };
    expect(fails('mailbox,create,A,#A.SEC(50)')).toBe('directory-pointer');
    expect(fails('mailbox,create,A,"C:\\x"')).toBe('directory-backslash');
    expect(fails('mailbox,create,A,b,c')).toBe('field-count');
  });

  test('a PAB section as the SDK corrects it (57zn), both quotings of X.400 lists', () => {
    const items = read(
      'PAB,PROFS:SANFRN/HOWARDS',
      'Obj-class,Display-Name,Email-\\\\',
      `${PAB_COLUMNS.slice(2).join(',').replace('Email-', '')}`,
      'entry,Pat Parkes,SMTP:patp@litware.example,Pat,Parkes,,,,,,,\\\\',
      '"Litware,Inc.",,,,,,,,415-555-1212,,,,',
      'dl,My Friends,X400:/C=US/A= \\\\',
      '/P=NWTraders/G=Joe/S=Parkes;SMTP:patp@litware.example,,,,,,,,,,,,,,,,,,,,,',
      'dl,Friends,"SMTP:mariab@litware.example;""X400:C=US;A= ;P=NWTraders;G=Joe;S=Parkes"""',
    );
    const rows = items.flatMap((item) => (item.kind === 'row' ? [readPabRow(item.fields, nowhere)] : []));
    expect(rows).toMatchObject([
      {
        ok: true,
        value: { kind: 'entry', details: { Company: 'Litware,Inc.', 'Home-Num': '415-555-1212' } },
      },
      {
        ok: true,
        value: { addresses: ['X400:/C=US/A= /P=NWTraders/G=Joe/S=Parkes', 'SMTP:patp@litware.example'] },
      },
      {
        ok: true,
        value: { addresses: ['SMTP:mariab@litware.example', 'X400:C=US;A= ;P=NWTraders;G=Joe;S=Parkes'] },
      },
    ]);
  });
});

describe('what the parser survives', () => {
  test('comments, blank lines, line ends of Unix, words in any case, no blank line between sections', () => {
    const text = `! extracted for a test\n\n\nmailmessage,CCMAIL:A at B\n${MESSAGE_COLUMNS.join(',').toLowerCase()}\n! in between\nInbox,a,b,,,s,,,,,,\n\nSent Items,a,b,,,s,,,,,,\nPAB,CCMAIL:A at B\n${PAB_COLUMNS.join(',')}`;
    expect([...readPrimary([bytesOf(text)], 850)].map((item) => item.kind)).toEqual([
      'section',
      'row',
      'row',
      'section',
    ]);
  });

  test('a folder may be called like a section', () => {
    expect(kinds('MAILMESSAGE,CCMAIL:A at B', MESSAGE_COLUMNS.join(','), 'PAB,a,b,,,s,,,,,,')).toEqual([
      'section',
      'row',
    ]);
  });

  test('a section without rows, even without a heading', () => {
    expect(
      kinds('MAILMESSAGE,CCMAIL:A at B', '', 'MAILMESSAGE,CCMAIL:C at B', MESSAGE_COLUMNS.join(',')),
    ).toEqual(['section', 'section']);
  });

  test('a wrong heading skips the rest of its section, and every line of it is told (Q214822)', () => {
    const items = read(
      'PAB,CCMAIL:A at B',
      'Obj-class,Display-Name',
      'entry,x,y',
      'entry,x,y',
      '',
      'MAILMESSAGE,CCMAIL:A at B',
      MESSAGE_COLUMNS.join(','),
    );
    expect(items.map((item) => item.kind)).toEqual(['bad-section', 'skipped', 'skipped', 'section']);
    expect(items[0]).toMatchObject({ faults: [{ kind: 'pab-heading', line: 2 }] });
  });

  test('lines before any section, and an address that is missing', () => {
    expect(kinds('Inbox,a,b', 'Inbox,a,b', 'MAILMESSAGE,CCMAIL:A at B')).toEqual([
      'bad-section',
      'skipped',
      'section',
    ]);
    expect(kinds('MAILMESSAGE', MESSAGE_COLUMNS.join(','))).toEqual(['bad-section', 'skipped']);
  });

  test('a line without end is cut, told with its place, and what follows is read', () => {
    const endless = 'x'.repeat(200_000);
    const text = `MAILMESSAGE,CCMAIL:A at B\r\n${MESSAGE_COLUMNS.join(',')}\r\n${endless}\r\nInbox,a,b,,,s,,,,,,\r\n`;
    const items = [...readPrimary(inChunks(bytesOf(text), [4096]), 850)];
    expect(items.map((item) => item.kind)).toEqual(['section', 'fault', 'row']);
    expect(items[1]).toMatchObject({ fault: { kind: 'line-too-long', line: 3 }, place: { length: 200_002 } });
    expect(items[2]?.place.line).toBe(4);
  });
});

describe('secondary files', () => {
  const file = [
    'Type,Length,Encoding,Islast,Name,Position,Format',
    'Body,7,,FALSE,,,',
    'Hello',
    '',
    'Attachment,3,,TRUE,notes.txt,0,',
    'abc',
    '',
    'Attachment,3,,TRUE,,0,',
    'abc',
    'Body,999,,TRUE,,,',
    'short',
  ].join('\r\n');
  const source = sourceOf(bytesOf(file));
  const at = (text: string) => file.indexOf(text);

  test('the sections of a message, from byte 50 and from byte 0', () => {
    for (const offset of [0, 50]) {
      const parts = readParts(source, 850, offset);
      if (!parts.ok) throw new Error(parts.failure.message);
      expect(parts.value.map((part) => decodeText(850, partData(source, part)))).toEqual([
        'Hello\r\n',
        'abc',
      ]);
      expect(parts.value[1]?.heading).toMatchObject({ name: 'notes.txt', position: 0, format: 'None' });
    }
  });

  test.each([
    ['behind the end', 99_999, 'secondary-file'],
    ['inside the data', at('Hello') + 1, 'secondary-heading'],
    ['an attachment without a name', at('Attachment,3,,TRUE,,'), 'attachment-name'],
    ['more bytes than there are', at('Body,999'), 'secondary-data'],
  ])('%s', (_, offset, code) => {
    expect(readParts(source, 850, offset)).toMatchObject({ ok: false, failure: { code } });
  });

  test.each([
    'Body,-5,,TRUE,,,',
    'Body,99999999999999999999,,TRUE,,,',
    'Body,1e3,,TRUE,,,',
    'Nonsense,5,,TRUE,,,',
    'Body,5,,MAYBE,,,',
    'Body,5,,TRUE,,,,,',
  ])('%s is no heading', (line) => {
    expect(readParts(sourceOf(bytesOf(`${line}\r\nabcde`)), 850, 0)).toMatchObject({
      ok: false,
      failure: { code: 'secondary-heading' },
    });
  });

  test('sections that never end come to an end', () => {
    const loop = sourceOf(bytesOf('Body,0,,FALSE,,,\r\n'.repeat(10_000)));
    expect(readParts(loop, 850, 0)).toMatchObject({ ok: false, failure: { code: 'secondary-data' } });
  });
});

describe('packing lists', () => {
  const list = {
    codePage: 850 as const,
    primaries: ['DIRECTORY.PRI', '00000001.PRI'],
    secondaries: ['00000001.SEC'],
  };

  test('are read as printed, and with the comment of Q177418', () => {
    const printed = printPackingList(list);
    expect(printed.startsWith('850\r\n\r\nDIRECTORY.PRI\r\n')).toBe(true);
    expect(readPackingList([bytesOf(printed)])).toMatchObject({ ...list, faults: [] });
    expect(readPackingList([bytesOf(`! CodePage\r\n${printed}`)])).toMatchObject({ ...list, faults: [] });
    expect(
      readPackingList([bytesOf('850\n\nDIRECTORY.PRI,00000001.PRI\n"00000001.SEC"\u001a')]),
    ).toMatchObject({ ...list, faults: [] });
  });

  test.each([
    ['', ['packing-list']],
    ['850\r\n\r\n', ['packing-list']],
    ['932\r\n\r\nA.PRI', ['code-page']],
    ['A.PRI', ['code-page']],
    ['\u00ef\u00bb\u00bf850\r\nA.PRI', ['code-page', 'file-name']],
    ['850\r\n..\\..\\A.PRI\r\nB.PRI', ['file-name']],
    ['850\r\nC:\\TEMP\\A.PRI\r\nB.PRI', ['file-name']],
    ['850\r\n/etc/passwd\r\nB.PRI', ['file-name']],
    ['850\r\nA.TXT\r\nB.PRI', ['file-name']],
    ['850\r\na.pri\r\nA.PRI', ['file-name']],
    ['850\r\nCON.PRI\r\nB.PRI', ['file-name']],
  ])('%j is complained about', (text, faults) => {
    expect(readPackingList([bytesOf(text)]).faults.map((fault) => fault.kind)).toEqual(faults);
  });
});
