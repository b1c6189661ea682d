import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommandLine, parseCommandLine } from './command-line.ts';

function parsed(...args: string[]): CommandLine {
  const line = parseCommandLine(args);
  if (!line.ok) throw new Error(line.failure.message);
  return line.value;
}

function sentence(...args: string[]): string {
  const line = parseCommandLine(args);
  return line.ok ? 'no failure' : line.failure.message;
}

describe("the original's switches", () => {
  test.each(['/M', '/m', '-M', '-m', '--m'])('%s is clone mode', (word) => {
    expect(parsed(word).clone).toBe(true);
  });

  test.each(['/?', '-?', '/h', '/H', '/help', '-HELP', '--help'])('%s asks for help', (word) => {
    expect(parsed(word).help).toBe(true);
  });

  test('take their values after the colon', () => {
    const line = parsed(
      '/C:d:\\migrate\\po.txt',
      '/a:admin',
      '-P:ka:tmandu',
      '/S',
      '/D:hold.example',
      '/f:1',
    );
    expect(line).toMatchObject({
      controlFile: 'd:\\migrate\\po.txt',
      account: 'admin',
      password: 'ka:tmandu',
      silent: true,
      domain: 'hold.example',
      logging: '1',
    });
  });

  test('take the next word after an empty colon, as Microsoft prints it', () => {
    expect(parsed('/D:', 'hold.example', '/M')).toMatchObject({ domain: 'hold.example', clone: true });
    expect(parsed('/D: hold.example', '/P: four')).toMatchObject({
      domain: 'hold.example',
      password: ' four',
    });
    expect(sentence('/D: ')).toBe('The switch /D needs a domain name: see mailmig /?.');
  });

  test('include the undocumented /g:o', () => {
    expect(parsed('/g:o').ignoreOle).toBe(true);
    expect(sentence('/g:x')).toBe('The switch /G knows only /g:o.');
  });
});

describe("the lab's options", () => {
  test('stand with their values behind them or after an equals sign', () => {
    const line = parsed(
      '--cwd',
      '/a',
      '--lab',
      '/b/c.mwlab',
      '--accounts=anna, bert',
      '--pace',
      'DEMO',
      '--json',
    );
    expect(line).toMatchObject({
      cwd: '/a',
      lab: '/b/c.mwlab',
      accounts: ['anna', 'bert'],
      pace: 'demo',
      json: true,
    });
    expect(parsed('--accounts', 'ALL', '--source', 'ccmail')).toMatchObject({
      accounts: 'all',
      source: 'CCMAIL',
    });
  });

  test('--cwd may be given twice: the later one counts', () => {
    expect(parsed('--cwd', '/a', '--cwd', '/b').cwd).toBe('/b');
  });
});

test.each([
  [['/X'], 'mailmig knows no switch "/X": see mailmig /?.'],
  [['lab.mwlab'], 'mailmig knows no switch "lab.mwlab": see mailmig /?.'],
  [['/M:1'], 'The switch /M takes no value: leave it out.'],
  [['/M', '-m'], 'The switch /M was given twice: give it once.'],
  [['/D'], 'The switch /D needs a domain name: see mailmig /?.'],
  [['/D:', '/M'], 'The switch /D needs a domain name: see mailmig /?.'],
  [['--lab'], 'The switch --lab needs a file: see mailmig /?.'],
  [
    ['--accounts', 'a,,b'],
    'The switch --accounts takes aliases with a comma between them, or all, not "a,,b".',
  ],
  [['--pace', 'slow'], 'The switch --pace takes full or demo, not "slow".'],
  [['--source', 'NOTES'], 'The switch --source takes EXCHANGE or CCMAIL or FILE, not "NOTES".'],
])('%j gets one sentence', (args, expected) => {
  expect(sentence(...args)).toBe(expected);
});

test('a password never stands in a sentence', () => {
  expect(sentence('/P=secret')).not.toContain('secret');
  expect(sentence('--password', 'secret')).not.toContain('secret');
  expect(sentence('/P:secret', '/P:secret')).not.toContain('secret');
});

test('any words give a command line or one sentence', () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom('/M', '/C:', '--lab', '--accounts', '/d:', '--json', '/?', '/p:', '--pace=full'),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (args) => {
      const line = parseCommandLine(args);
      expect(line.ok || line.failure.code === 'bad-switch').toBe(true);
    }),
  );
});
