import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/* What workflows ask for is there, and what they use is pinned. */

const folder = path.join('.github', 'workflows');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
/** Stages that `npm test -- STAGE...` knows. */
const stages = [...readFileSync('scripts/test.mjs', 'utf8').matchAll(/^ {2}(\w+)(?:,|: \(\) =>)/gm)].map(
  ([, name]) => name,
);
const builder = readFileSync('electron-builder.yml', 'utf8');

describe.each(readdirSync(folder))('%s', (name) => {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const matches = (pattern: RegExp): readonly string[] =>
    [...text.matchAll(pattern)].map(([, found = '']) => found);

  it('runs scripts that exist', () => {
    const asked = [...matches(/npm run (?:-s )?([\w:]+)/g), ...(/npm test/.test(text) ? ['test'] : [])];
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((script) => scripts[script] === undefined)).toEqual([]);
  });

  it('asks npm test for stages that exist', () => {
    const asked = matches(/npm test -- ([\w ]+)/g).flatMap((words) => words.trim().split(/ +/));
    expect(asked.filter((stage) => !stages.includes(stage))).toEqual([]);
  });

  it('uses actions of one commit each, and says which version that is', () => {
    const used = matches(/uses: (.*)/g);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual(
      [],
    );
  });

  it('needs no secret and names no registry', () => {
    expect(text).not.toMatch(/\bsecrets\.|registry|NPM_TOKEN|CSC_/);
  });

  it('may write in its last job alone', () => {
    expect(text.match(/contents: write/g)).toHaveLength(1);
    expect(text.indexOf('contents: write')).toBeGreaterThan(text.indexOf('  publish:'));
  });

  it.each(['AppImage', 'deb', 'rpm', 'tar.gz', 'exe', 'dmg', 'zip'])(
    'hands on the %s that is configured',
    (kind) => {
      expect(text).toContain(`dist/*.${kind}`);
      expect(builder).toMatch(
        kind === 'exe' ? /target: nsis/ : new RegExp(`(- |target: )${kind.replace('.', '\\.')}\\b`),
      );
    },
  );
});
