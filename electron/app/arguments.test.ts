import { expect, it } from 'vitest';
import { readArguments, readProgram } from './arguments.ts';

const nothing = { help: false, wizard: null, lab: null };

it.each([
  ['nothing', [], nothing],
  ['--m', ['--m'], { ...nothing, wizard: 'clone' }],
  ['/m as the original takes it', ['/m'], { ...nothing, wizard: 'clone' }],
  ['/M in capitals', ['/M'], { ...nothing, wizard: 'clone' }],
  ['--wizard, as the start menu writes it', ['--wizard'], { ...nothing, wizard: 'default' }],
  ['clone mode before the default one', ['--wizard', '/m'], { ...nothing, wizard: 'clone' }],
  ['/?', ['/?'], { ...nothing, help: true }],
  ['a lab', ['some folder/a.mwlab'], { ...nothing, lab: 'some folder/a.mwlab' }],
  ['a lab and a mode', ['/m', 'B.MWLAB'], { ...nothing, wizard: 'clone', lab: 'B.MWLAB' }],
  ['switches of Chromium', ['--no-sandbox', '--user-data-dir=/x/y.mwlab', '/app/folder'], nothing],
])('the app understands %s', (_, args, asked) => {
  expect(readArguments(args)).toEqual(asked);
});

it.each([
  ['a window', ['--no-sandbox', 'a.mwlab'], null],
  [
    'a program',
    ['--no-sandbox', '--run=mailmig', '--', '/M', '--lab', 'a.mwlab'],
    ['mailmig', '/M', '--lab', 'a.mwlab'],
  ],
  ['a program that is asked for nothing', ['--run=lab'], ['lab']],
  [
    'words that look like switches',
    ['--run=lab', '--', 'show', '--run=mailmig', '--'],
    ['lab', 'show', '--run=mailmig', '--'],
  ],
  ['a program that does not exist', ['--run=format', '--', 'c:'], null],
  ['the switch among the words alone', ['--', '--run=lab'], null],
])('a launcher asks for %s', (_, args, asked) => {
  const read = readProgram(args);
  expect(read === null ? null : [read.program, ...read.words]).toEqual(asked);
});
