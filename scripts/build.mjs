import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SetupError, at, outFolder, root, runtimeFolder, say } from './places.mjs';
import { runNode } from './spawn.mjs';

const SOURCES = ['shared', 'electron', 'renderer', 'resources'];
const SINGLE_FILES = [
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'scripts/licences.mjs',
];
const stampFile = path.join(outFolder, 'stamp');
const RESULTS = [
  'main/main.js',
  'main/engine.js',
  'preload/bridge.cjs',
  'renderer/console.html',
  'licences.json',
];

function* filesUnder(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(file);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield file;
  }
}

/** SHA-256 over names and contents of everything the build reads; times don't count, so a fresh clone compares right. */
export function sourceHash() {
  const hash = createHash('sha256');
  const files = [
    ...SINGLE_FILES.map((name) => at(name)),
    ...SOURCES.flatMap((name) => [...filesUnder(at(name))]),
  ];
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Whether out/ holds the build of these very sources. */
export function buildIsFresh() {
  try {
    return (
      readFileSync(stampFile, 'utf8') === sourceHash() &&
      RESULTS.every((file) => existsSync(path.join(outFolder, file)))
    );
  } catch {
    return false;
  }
}

/** Builds when sources changed since the last build. The old build stays whole until the new one is complete. */
export async function ensureBuilt() {
  if (buildIsFresh()) return;
  say('Building.');
  const hash = sourceHash();
  const fresh = path.join(runtimeFolder, 'build');
  const old = path.join(runtimeFolder, 'build-before');
  rmSync(fresh, { recursive: true, force: true });
  const tool = at('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code } = await runNode(tool, ['build', '--logLevel', 'warn', '--outDir', fresh]);
  if (code !== 0) throw new SetupError('The build failed; see above.');
  writeFileSync(path.join(fresh, 'stamp'), hash);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(outFolder)) renameSync(outFolder, old);
  renameSync(fresh, outFolder);
  rmSync(old, { recursive: true, force: true });
}
