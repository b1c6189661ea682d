import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkControlFile, controlMode } from './check.ts';
import { keyword, parseControlFile, printControlFile, controlValue } from './control-file.ts';
import { parseControlDate, printControlDate } from './date.ts';
import { CONTROL_MODES, type ControlMode, KEYWORDS, type KeywordSpec, LAB_KEYWORDS } from './keywords.ts';
import { distance, nearest } from './near-miss.ts';

const check = (...lines: readonly string[]) => checkControlFile(parseControlFile(lines.join('\r\n')));
const said = (...lines: readonly string[]) =>
  check(...lines).map(({ severity, line, column, event }) => ({ severity, line, column, event }));

/** A value that suits the keyword. */
function good(spec: KeywordSpec): string {
  switch (spec.kind) {
    case 'choice':
      return spec.values[0] ?? '';
    case 'date':
      return '20041231235959';
    case 'port':
      return '636';
    case 'dn':
      return '/o=Northgate/ou=Northgate/cn=Recipients/cn=postmaster';
    case 'container':
      return 'Recipients/cn=users/cn=accnting';
    case 'path':
      return 'C:\\migrate\\users.txt';
    case 'name':
      return 'NG-EX55';
  }
}

/** The smallest file of a mode that has everything it needs. */
function least(mode: ControlMode): string[] {
  const lines = [`Mode,${mode}`];
  for (;;) {
    const missing = /keyword (\S+?),/.exec(
      check(...lines).find((one) => one.severity === 'error')?.text ?? '',
    );
    const spec = KEYWORDS.find((known) => known.keyword === missing?.[1]);
    if (spec === undefined) return lines;
    lines.push(`${spec.keyword},${good(spec)}`);
  }
}

describe('parse and print', () => {
  test('give back every text as it was, whatever stands in it', () => {
    const piece = fc.oneof(
      fc.constantFrom('Mode,CCMAIL', '! a comment', '', ' ', 'Postoffice, M:\\ccdata', ',', '!', 'a,b,c'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.constantFrom('\r\n', '\n', '\r', ''))), (lines) => {
        const text = lines.flat().join('');
        expect(printControlFile(parseControlFile(text))).toBe(text);
      }),
    );
  });

  test('blanks around keyword and value do not count, case does not either', () => {
    const file = parseControlFile('Mode, ccmail\r\n  POSTOFFICE ,  M:\\ccdata  \r\n');
    expect(controlMode(file)).toBe('CCMAIL');
    expect(controlValue(file, 'postoffice')).toBe('M:\\ccdata');
  });

  test('a value keeps its own commas', () => {
    const container = 'CN=Users,DC=birchholdings,DC=example';
    expect(controlValue({ lines: [keyword('Container', container)] }, 'Container')).toBe(container);
  });

  test('the last of two equal keywords counts', () => {
    expect(controlValue(parseControlFile('File,a\nfile,b'), 'File')).toBe('b');
  });
});

describe('the mode', () => {
  test.each([[[]], [['! nothing but a comment']], [['Function,FULL', 'Mode,CCMAIL']]])(
    'that does not come first is missed in the words of the original: %s',
    (lines) => {
      expect(check(...lines)).toContainEqual(
        expect.objectContaining({
          severity: 'error',
          text: "Required keyword 'mode', is missing in the control file.",
          evidence: 'documented',
          source: 'Q234057',
        }),
      );
    },
  );

  test('may stand behind comments and blank lines', () => {
    expect(said('! by hand', '', 'Mode,FILE', 'File,C:\\m\\a.pkl')).toEqual([]);
  });
});

describe.each(CONTROL_MODES)('mode %s', (mode) => {
  test('is content with what it needs', () => {
    expect(check(...least(mode))).toEqual([]);
  });

  test.each([...KEYWORDS, ...LAB_KEYWORDS].map((spec) => [spec.keyword, spec] as const))(
    'takes, warns of or refuses %s',
    (_name, spec) => {
      if (spec.keyword === 'Mode') return expect(check(...least(mode))).toEqual([]);
      const lines = [...least(mode).filter((line) => !line.startsWith(`${spec.keyword},`))];
      lines.push(`${spec.keyword},${good(spec)}`);
      const here = check(...lines).filter((one) => one.line === lines.length);
      const isFalse = mode === 'CCMAIL' && spec.keyword === 'Function';
      if (spec.modes.includes(mode))
        return expect(here.map((one) => one.event)).toEqual(isFalse ? [10008] : []);
      if (spec.banned.includes(mode))
        return expect(here).toMatchObject([{ severity: 'error', column: 1, event: null }]);
      return expect(here).toMatchObject([
        {
          severity: 'warning',
          column: 1,
          event: 10008,
          text: `Unnecessary keyword '${spec.keyword},' found in control file. The keyword will be ignored`,
          evidence: 'documented',
          source: 'Q197397',
        },
      ]);
    },
  );
});

describe('complaints', () => {
  test('come all at once, each with its line and column, in the order of the lines', () => {
    expect(
      said('Mode,CCMAIL', 'Postofice,M:\\', 'Email, perhaps', 'no comma', 'EmailStart,20040231000000'),
    ).toEqual([
      { severity: 'error', line: 2, column: 1, event: null },
      { severity: 'error', line: 3, column: 8, event: null },
      { severity: 'error', line: 4, column: 1, event: null },
      { severity: 'error', line: 5, column: 12, event: null },
      { severity: 'error', line: 6, column: 1, event: null },
      { severity: 'error', line: 6, column: 1, event: null },
      { severity: 'error', line: 6, column: 1, event: null },
    ]);
  });

  test.each([
    ['Mode,CCMAIL\nPostofice,M:\\', 'did you mean Postoffice?'],
    ['Mode,CCMIAL', 'did you mean CCMAIL?'],
    ['Mode,FILE\nNTAccounts,RANDM', 'did you mean RANDOM?'],
    ['Mode,FILE\nFrobnicate,1', 'There is no keyword "Frobnicate"'],
    ['Mode,ADSI\nPort,70000', '1 to 65535'],
    ['Mode,FILE\nFldOwner,postmaster', 'distinguished name'],
    ['Mode,FILE\nHome-Server,', 'no value'],
    ['Mode,NOTES\nDefFldPerms,Author', 'not allowed with mode NOTES'],
    ['Mode,FILE\nFile,a\nfile,b', 'line 2 already'],
  ])('%j says: %s', (text, words) => {
    expect(checkControlFile(parseControlFile(text)).some((one) => one.text.includes(words))).toBe(true);
  });

  test('every text is judged without a throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const one of checkControlFile(parseControlFile(`Mode,FILE\n${text}`)))
          expect(one.line).toBeGreaterThan(0);
      }),
    );
  });
});

describe('dates', () => {
  test.each(['20040230000000', '20041301000000', '20040101240000', '2004010100000', '', '2004010100000a'])(
    '%s is none',
    (text) => expect(parseControlDate(text)).toBeNull(),
  );
  test('parse and print are each the other way round', () => {
    fc.assert(
      fc.property(fc.integer({ min: -11_644_473_600, max: 253_402_300_799 }), (seconds) => {
        expect(parseControlDate(printControlDate(seconds * 1000))).toBe(seconds * 1000);
      }),
    );
  });
  test('the default begins with the year 1601', () => {
    expect(printControlDate(parseControlDate('16010101000000') ?? 0)).toBe('16010101000000');
  });
});

describe('near misses', () => {
  test('the distance is the number of letters to be changed', () => {
    expect([distance('', 'abc'), distance('Accounts', 'accounts'), distance('Acount', 'Accounts')]).toEqual([
      3, 0, 2,
    ]);
  });
  test('nothing is guessed for what is far from everything', () => {
    expect(nearest('Zebra', ['Mode', 'File', 'Accounts'])).toBeNull();
  });
});
