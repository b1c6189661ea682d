import { expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

const nothing = { help: false, wizard: null, lab: null };

it.each([
  ['nothing', [], nothing],
  ['--m', ['--m'], { ...nothing, wizard: 'clone' }],
  ['/m as the original takes it', ['/m'], { ...nothing, wizard: 'clone' }],
  ['/M in capitals', ['/M'], { ...nothing, wizard: 'clone' }],
  ['/?', ['/?'], { ...nothing, help: true }],
  ['a lab', ['some folder/a.mwlab'], { ...nothing, lab: 'some folder/a.mwlab' }],
  ['a lab and a mode', ['/m', 'B.MWLAB'], { ...nothing, wizard: 'clone', lab: 'B.MWLAB' }],
  ['switches of Chromium', ['--no-sandbox', '--user-data-dir=/x/y.mwlab', '/app/folder'], nothing],
])('the app understands %s', (_, args, asked) => {
  expect(readArguments(args)).toEqual(asked);
});
