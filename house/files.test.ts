import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/* What holds for every file of the project, and no linter looks at. */

const LINES = 350;

const tracked = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  .stdout.split('\0')
  .filter((file) => file !== '' && existsSync(file));
const code = tracked.filter((file) => /\.(ts|tsx|mts|css|mjs)$/.test(file));
const read = (file: string): string => readFileSync(file, 'utf8');
const isText = (file: string): boolean => !/\.(png|ico|icns|pst|ost|gz|woff2)$/.test(file);
const grep = (files: readonly string[], pattern: RegExp): readonly string[] =>
  files.filter((file) => pattern.test(read(file)));

describe('the files of the project', () => {
  it('are there to be looked at', () => {
    expect(code.length).toBeGreaterThan(50);
  });

  it(`have at most ${LINES} lines`, () => {
    const long = code.filter((file) => read(file).trimEnd().split('\n').length > LINES);
    expect(long).toEqual([]);
  });

  it('are named in kebab-case, and so are their folders', () => {
    const isKebab = (part: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(part);
    expect(code.filter((file) => !file.split('/').every(isKebab))).toEqual([]);
  });

  it('export nothing by default, but for the configurations whose tools ask for it', () => {
    const own = code.filter((file) => !file.endsWith('.config.ts'));
    expect(grep(own, /^export default /m)).toEqual([]);
  });

  it('name no path of the machine they were written on', () => {
    // A folder of the system itself proves nothing: anybody may name that one.
    const own = [path.dirname(process.cwd()), homedir()].filter((place) => !['/', tmpdir()].includes(place));
    const places = own.map((place) => `${place}/`);
    const naming = tracked.filter(
      (file) => isText(file) && places.some((place) => read(file).includes(place)),
    );
    expect(naming.filter((file) => file !== 'house/files.test.ts')).toEqual([]);
  });

  it('name no host of a package registry', () => {
    expect(grep(tracked.filter(isText), /https?:\/\/(registry|deb|snapshot|mirror)s?[.-]/)).toEqual([]);
  });

  it('touch the bridge in one place of the renderer', () => {
    const renderer = code.filter((file) => file.startsWith('renderer/'));
    expect(grep(renderer, /window\.bridge/)).toEqual(['renderer/bridge.ts']);
  });
});

describe('the packages', () => {
  const about = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

  it('are pinned exactly', () => {
    const versions = Object.entries({ ...about.dependencies, ...about.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('are locked without saying where they were fetched', () => {
    expect(grep(['package-lock.json'], /"resolved":/)).toEqual([]);
  });

  it('are locked for every platform, whichever of them the machine that locked them could see', () => {
    const locked = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const wanted = Object.values(locked.packages).flatMap((each) =>
      Object.keys(each.optionalDependencies ?? {}),
    );
    const places = Object.keys(locked.packages);
    expect(wanted.filter((name) => !places.some((place) => place.endsWith(`node_modules/${name}`)))).toEqual(
      [],
    );
  });

  it('need nothing at run time but what is native', () => {
    expect(Object.keys(about.dependencies ?? {})).toEqual(['@photostructure/sqlite']);
  });
});
