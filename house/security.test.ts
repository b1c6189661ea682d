import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMANDS } from '../shared/ipc/app-commands.ts';

/*
 * Those points of Electron's security checklist that are a matter of what the sources never say. The others have tests
 * beside the code and in e2e/security.spec.ts; the README's table names the test of each.
 */

const sources = spawnSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', 'electron', 'renderer', 'shared'],
  {
    encoding: 'utf8',
  },
)
  .stdout.split('\n')
  .filter((file) => /\.(tsx?|html)$/.test(file) && !/\.test\.tsx?$/.test(file));

/** The sources that say something, by name. */
const saying = (pattern: RegExp): readonly string[] =>
  sources.filter((file) => pattern.test(readFileSync(file, 'utf8')));

it('looks at the sources', () => expect(sources.length).toBeGreaterThan(500));

describe('no source', () => {
  it.each([
    [
      'weakens a page (points 6, 8, 9, 10)',
      /webSecurity: false|allowRunningInsecure|experimentalFeatures|enableBlink/,
    ],
    ['gives a page Node (2, 3, 4)', /nodeIntegration\w*: true|contextIsolation: false|sandbox: false/],
    [
      'embeds a foreign page (11, 12)',
      /<webview|webviewTag: true|allowpopups|\bWebContentsView\b|\bBrowserView\b/,
    ],
    [
      'loads a page from anywhere but our scheme (1, 18)',
      /\.loadFile\(|file:\/\/|http:\/\/(?!www\.w3\.org\/)/,
    ],
    [
      'puts markup from outside into a page (7)',
      /dangerouslySetInnerHTML|innerHTML|srcdoc|document\.write|<iframe/i,
    ],
    ['makes code out of text (7)', /\beval\(|new Function\(|unsafe-eval/],
    ['makes a session that nobody guards (5)', /fromPartition|partition:/],
    ['looks for updates or reports anywhere', /autoUpdater|crashReporter|electron-updater/],
  ])('%s', (_, pattern) => expect(saying(pattern)).toEqual([]));

  it.each([
    // A comparison as a web page of its own, for other browsers: this app never shows it, and it runs no script.
    ['lets a page carry its own styles (7)', /unsafe-inline/, ['shared/outcome/comparison-html.ts']],
    [
      'opens an address besides the one that knows the list (15)',
      /openExternal/,
      ['electron/app/open-link.ts'],
    ],
    [
      'makes windows besides the one that has their options (2-12)',
      /new BrowserWindow\(/,
      ['electron/app/windows.ts'],
    ],
    ['hands a page anything besides the bridge (20)', /contextBridge/, ['electron/preload/bridge.ts']],
    ['answers pages besides the one that checks who asks (17)', /ipcMain\./, ['electron/ipc/wire.ts']],
  ])('%s', (_, pattern, files) => expect(saying(pattern)).toEqual(files));
});

it('Chromium is sandboxed as a whole before it is ready (4)', () => {
  const main = readFileSync('electron/main.ts', 'utf8');
  expect(main).toMatch(/if \(!app\.commandLine\.hasSwitch\('no-sandbox'\)\) app\.enableSandbox\(\);/);
});

/** Names of properties anywhere in a schema. */
function namesIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties } = schema as { properties?: object };
  return [...Object.keys(properties ?? {}), ...Object.values(schema).flatMap(namesIn)];
}

/* A `path` that a page names is one of the simulated server; realPath keeps it inside the lab's own folder. */
it.each(Object.entries(COMMANDS))('%s takes no path to a file, and no address (15, 17)', (_, { input }) => {
  const names = namesIn(z.toJSONSchema(input, { unrepresentable: 'any' }));
  expect(names.filter((name) => /^(file|paths|url|address)$/.test(name))).toEqual([]);
});

it('Electron is pinned to one version that is still looked after (16)', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: { electron: string };
  };
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  expect(Number.parseInt(devDependencies.electron, 10)).toBeGreaterThanOrEqual(45);
});

it('every fuse there is stands in the configuration, off unless it protects (19)', () => {
  const block =
    /^electronFuses:\n((?: {2}.*\n)+)/m.exec(readFileSync('electron-builder.yml', 'utf8'))?.[1] ?? '';
  const set = Object.fromEntries(
    [...block.matchAll(/^ {2}(\w+): (\w+)$/gm)].map(([, name, value]) => [name, value]),
  );
  // Not a fuse, but what has to be done on macOS once they are set.
  delete set.resetAdHocDarwinSignature;
  const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
  expect(Object.keys(set).sort()).toEqual(
    names.map((name) => name.charAt(0).toLowerCase() + name.slice(1)).sort(),
  );
  expect(
    Object.keys(set)
      .filter((name) => set[name] === 'true')
      .sort(),
  ).toEqual(['enableCookieEncryption', 'enableEmbeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar']);
});
