import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleLabel, sourceLabel } from '../shared/text/source-label.ts';

/* Every source that any file names has a name for people. */

const files = spawnSync('git', ['ls-files', 'shared', 'electron', 'renderer', 'resources'], {
  encoding: 'utf8',
})
  .stdout.split('\n')
  .filter((file) => /\.(ts|tsx|json)$/.test(file) && !file.includes('.test.') && existsSync(file));
const everything = files.map((file) => readFileSync(file, 'utf8')).join('\n');

/** The tag of `documented(...)`, of `"source": ...`, and wherever a protocol document is named. */
const NAMED = [
  /documented\(\s*['"`]([^'"`]+)['"`]/g,
  /"source": "([^"]+)"/g,
  /\),?\s*'((?:EXADM|XMG|EHLO|TN|KB\d|Q\d|aa\d|bb\d)[^']*)'/g,
  /'(MS-OX[^']+)'/g,
];
const tags = new Set(
  NAMED.flatMap((pattern) => [...everything.matchAll(pattern)].map(([, tag = '']) => tag)),
);

describe('the sources that the product names', () => {
  it('are found', () => {
    expect(tags.size).toBeGreaterThan(40);
  });

  it('have names in words', () => {
    const RAW = /EXADM|EHLO|XMG|\bTN\b|mig[a-z]+_|^(Q|aa|bb)\d|; (Q|aa|bb)\d|^MS-\S+ /;
    const open = [...tags].map(sourceLabel).filter((label) => RAW.test(label.replace(/^MS-\S+ \(.*$/, '')));
    expect(open).toEqual([]);
  });

  it('have a short name in the column of articles', () => {
    const articles = [...everything.matchAll(/"kb": "([^"]+)"/g)].map(([, kb = '']) => articleLabel(kb));
    expect(articles.length).toBeGreaterThan(5);
    expect(articles.filter((label) => !/^((KB|Q)\d+|TechNet \w+|Guide \w+|Exchange blog)$/.test(label))).toEqual([]);
  });
});
