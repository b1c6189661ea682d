import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BUNDLED, bundledPackages, otherParts } from '../scripts/licences.mjs';

/* Everything in a package of the program that somebody else made comes with its licence. */

const packages = bundledPackages();

it.each([...otherParts(), ...packages])(
  '$name $version has a licence and its text',
  ({ name, licence, text }) => {
    expect(licence, name).not.toBe('');
    expect(text.length, name).toBeGreaterThan(40);
  },
);

it('no licence among them asks for more than to be named', () => {
  const known = /^(MIT|MIT-0|Apache-2\.0|ISC|0BSD|BSD-3-Clause)$/;
  expect(packages.filter((each) => !known.test(each.licence))).toEqual([]);
});

it('the lock file names no package that they need and that is missing', () => {
  const { packages: locked } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dependencies?: Record<string, string> }>;
  };
  const found = new Set(packages.map((each) => each.name));
  const needed = packages.flatMap((each) =>
    Object.keys(locked[`node_modules/${each.name}`]?.dependencies ?? {}),
  );
  expect(needed.filter((name) => !found.has(name))).toEqual([]);
});

it('the sources import no package that is not among them', () => {
  const { stdout } = spawnSync('git', ['ls-files', 'electron', 'shared', 'renderer'], { encoding: 'utf8' });
  const sources = stdout
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file) && !/(\.test\.tsx?|testing\/.*)$/.test(file));
  const imported = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bfrom '((?:@[\w-]+\/)?[\w-]+)/g)].map(([, name = '']) => name),
  );
  // Helpers of tests stand beside the code, and are no part of it.
  const ours = new Set([...BUNDLED, 'electron', 'node', 'vitest']);
  expect([...new Set(imported)].filter((name) => !ours.has(name)).sort()).toEqual([]);
});
