import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type HandSet, handSet, oneUser, row } from '../testing/hand-set.ts';

/* What is wrong with a set and belongs to no account: it must not pass as a success. */

let world: HandSet;
beforeEach(() => {
  world = handSet();
});
afterEach(() => world.discard());

const path = (name: string): string => join(world.folder(), name);
const FILES = oneUser([row('kept')]);

it.each<readonly [string, () => void]>([
  ['a primary file that is not there', () => rmSync(path('00000002.PRI'))],
  [
    'a primary file that is a directory',
    () => {
      rmSync(path('00000002.PRI'));
      mkdirSync(path('00000002.PRI'));
    },
  ],
  ['a primary file that is none', () => writeFileSync(path('00000002.PRI'), 'no section at all\r\n')],
  ['a code page that the lab has not', () => writeFileSync(path('HAND.PKL'), '932\r\n\r\nDIRECTORY.PRI\r\n')],
  ['a section without an address', () => writeFileSync(path('00000002.PRI'), 'MAILMESSAGE,\r\nx\r\n')],
  [
    'a directory whose heading is wrong',
    () => writeFileSync(path('00000002.PRI'), 'DIRECTORY\r\nFoo,Bar\r\n1,2\r\n'),
  ],
])('%s ends the run with warnings', (_, harm) => {
  const plan = world.lay({ ...FILES, '00000002.PRI': '! nothing\r\n' });
  harm();
  expect(world.drive(world.start(plan))).toMatchObject({ state: 'completed', exit: 1 });
  const why = world.lab.get<{ why: string }>('SELECT why FROM run');
  expect(why?.why).toContain('import-files-faulty');
  expect(world.violations()).toEqual([]);
});

it('a sound set ends without', () => {
  expect(world.importSet({ ...FILES, '00000002.PRI': '! nothing\r\n' })).toMatchObject({ exit: 0 });
});
