import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawn, lineKind, lineParts } from './line-parts.ts';

describe('lines of migration files', () => {
  test('a pointer names file and byte', () => {
    expect(lineParts('Inbox,"Roe, Rick",,,,Budget,1,1,0,FALSE,FALSE,#SALESPO2.SEC(43232),0')).toEqual([
      { kind: 'text', text: 'Inbox,"Roe, Rick",,,,Budget,1,1,0,FALSE,FALSE,' },
      { kind: 'pointer', text: '#SALESPO2.SEC(43232)', file: 'SALESPO2.SEC', offset: 43232 },
      { kind: 'text', text: ',0' },
    ]);
  });

  test.each(['#(1)', '#A.SEC()', '#A.SEC(-1)', '#A,B(1)', '#A.SEC(1', 'A.SEC(1)', '#..\\A.SEC(1)'])(
    '%s is none',
    (line) => {
      expect(lineParts(line)).toEqual([{ kind: 'text', text: line }]);
    },
  );

  test('no character of a line is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('#A.SEC(12)', 'x', '#', '(', ')', ',')), (pieces) => {
        const line = pieces.join('');
        expect(
          lineParts(line)
            .map(({ text }) => text)
            .join(''),
        ).toBe(line);
      }),
    );
  });

  test.each([
    ['A.PRI', 'DIRECTORY', 'section'],
    ['A.pri', 'MAILMESSAGE,CCMAIL:Vane Cora at HARBOR', 'section'],
    ['A.PRI', 'PAB,CCMAIL:Vane Cora at HARBOR', 'section'],
    ['A.PRI', 'DIRECTORY of somebody', 'plain'],
    ['A.SEC', 'Body,120,,FALSE,,,None', 'part'],
    ['A.SEC', 'Body of a letter', 'plain'],
    ['A.PRI', 'Body,120,,FALSE,,,None', 'plain'],
  ])('%s: "%s" is a %s', (file, line, kind) => {
    expect(lineKind(file, line)).toBe(kind);
  });

  test('control characters are drawn as dots', () => {
    expect(drawn('a\u0000b\tc\u0085')).toBe('a·b\tc·');
  });
});
