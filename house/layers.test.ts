import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * Proves that the rules between rooms are not only written down but fire: every case is one import in one room, linted
 * by the project's own configuration in a folder of its own.
 */

const FORBIDDEN = 'lint/style/noRestrictedImports';
const CYCLE = 'lint/suspicious/noImportCycles';

/** Room, what it tries to import, and whether it may. */
const cases: readonly (readonly [room: string, imported: string, may: 'may' | 'may not'])[] = [
  ['shared', './identity/gid.ts', 'may not'],
  ['shared/identity', '../result.ts', 'may'],
  ['shared/identity', '../lab/draw.ts', 'may not'],
  ['shared/text', '../lab/draw.ts', 'may not'],
  ['shared/lab', '../identity/gid.ts', 'may'],
  ['shared/lab', '../gate/version.ts', 'may not'],
  ['shared/lab', 'node:crypto', 'may not'],
  ['shared/lab', 'react', 'may not'],
  ['shared/sync', '../lab/draw.ts', 'may'],
  ['shared/sync', '../gate/version.ts', 'may not'],
  ['shared/gate', '../outcome/predict.ts', 'may not'],
  ['shared/gate', '../ipc/shapes.ts', 'may not'],
  ['shared/formats', '../wizard/machine.ts', 'may not'],
  ['shared/outcome', '../sync/ics.ts', 'may'],
  ['shared/outcome', '../ipc/shapes.ts', 'may not'],
  ['shared/outcome', 'zod', 'may not'],
  ['shared/wizard', '../ipc/shapes.ts', 'may not'],
  ['shared/wizard', 'zustand', 'may not'],
  ['shared/underneath', '../wizard/model.ts', 'may'],
  ['shared/underneath', '../ipc/shapes.ts', 'may not'],
  ['shared/scenario', '../wizard/machine.ts', 'may not'],
  ['shared/tour', '../lab/run-plan.ts', 'may'],
  ['shared/tour', '../text/text.ts', 'may'],
  ['shared/tour', '../scenario/objectives.ts', 'may not'],
  ['shared/tour', '../ipc/shapes.ts', 'may not'],
  ['shared/tour', 'react', 'may not'],
  ['shared/ipc', '../wizard/model.ts', 'may'],
  ['shared/ipc', 'zod', 'may'],
  ['shared/ipc', '../../electron/engine/store/lab.ts', 'may not'],
  ['electron/engine/store', '../../../shared/ipc/shapes.ts', 'may'],
  ['electron/engine/store', 'node:fs', 'may'],
  ['electron/engine/store', 'electron', 'may not'],
  ['electron/engine/store', '../../ipc/serve.ts', 'may not'],
  ['electron/engine', '../app/labs.ts', 'may not'],
  ['electron/engine', '../cli/lab.ts', 'may not'],
  ['electron/cli', '../engine/commands.ts', 'may'],
  ['electron/cli', 'electron', 'may not'],
  ['electron/cli', '../ipc/serve.ts', 'may not'],
  ['electron/app', 'electron', 'may'],
  ['electron/app', '../engine/store/lab.ts', 'may not'],
  ['electron/app', '../../renderer/bridge.ts', 'may not'],
  ['electron/ipc', '../../shared/ipc/app-commands.ts', 'may'],
  ['electron/ipc', '../engine/commands.ts', 'may not'],
  ['electron/ipc', '../app/labs.ts', 'may not'],
  ['electron/preload', '../../shared/ipc/bridge.ts', 'may'],
  ['electron/preload', '../ipc/serve.ts', 'may not'],
  ['electron/preload', 'node:fs', 'may not'],
  ['renderer/console', '../kit/badge.tsx', 'may'],
  ['renderer/console', '../../shared/wizard/model.ts', 'may'],
  ['renderer/console', '../wizard/app.tsx', 'may not'],
  ['renderer/console', 'electron', 'may not'],
  ['renderer/wizard/pages', '../../../shared/wizard/model.ts', 'may'],
  ['renderer/wizard/pages', '../../console/app.tsx', 'may not'],
  ['renderer/wizard/pages', 'node:fs', 'may not'],
  ['renderer/stores', '../../shared/wizard/machine.ts', 'may'],
  ['renderer/stores', '../kit/badge.tsx', 'may not'],
  ['renderer/stores', '../wizard/app.tsx', 'may not'],
  ['renderer/kit', 'react-aria-components/Button', 'may'],
  ['renderer/kit', 'zod', 'may not'],
  ['renderer/kit/sheet', '../../stores/lab-store.ts', 'may not'],
  ['renderer/kit/sheet', '../../../shared/result.ts', 'may not'],
  ['renderer/kit/sheet', '../../bridge.ts', 'may not'],
];

const named: readonly (readonly [file: string, text: string, rule: string | null])[] = [
  ['electron/app/raw-main.ts', "import { ipcMain } from 'electron';\nipcMain.emit('x');\n", FORBIDDEN],
  [
    'electron/app/raw-renderer.ts',
    "import { ipcRenderer } from 'electron';\nipcRenderer.emit('x');\n",
    FORBIDDEN,
  ],
  ['electron/ipc/raw.ts', "import { ipcMain } from 'electron';\nipcMain.emit('x');\n", null],
  ['electron/main.ts', "import { engine } from './engine/commands.ts';\nengine();\n", FORBIDDEN],
  ['shared/lab/one.ts', "import { two } from './two.ts';\nexport const one = (): number => two();\n", CYCLE],
  ['shared/lab/two.ts', "import { one } from './one.ts';\nexport const two = (): number => one();\n", CYCLE],
];

const caseFile = (index: number): string => `${cases[index]?.[0]}/case-${index}.ts`;
const folder = mkdtempSync(path.join(tmpdir(), 'mwl-layers-'));
let found: readonly string[] = [];

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

/** Every finding as `rule file`. */
function lint(): readonly string[] {
  const tool = path.resolve('node_modules/@biomejs/biome/bin/biome');
  const args = ['lint', '--reporter=github', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(process.execPath, [tool, ...args], { cwd: folder, encoding: 'utf8' });
  return [...stdout.matchAll(/title=([^,]+),file=([^,]+),/g)].map(
    ([, rule = '', file = '']) =>
      `${rule} ${path.relative(folder, path.resolve(folder, file)).replaceAll('\\', '/')}`,
  );
}

beforeAll(() => {
  cpSync('biome.json', path.join(folder, 'biome.json'));
  cases.forEach(([, imported], index) => {
    write(
      caseFile(index),
      `import { thing } from '${imported}';\nexport const use = (): unknown => thing;\n`,
    );
  });
  for (const [file, text] of named) write(file, text);
  found = lint();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the rules between rooms fire', () => {
  it.each(cases.map((each, index) => [...each, index] as const))(
    '%s importing %s: it %s',
    (_, _what, may, index) => {
      expect(found.includes(`${FORBIDDEN} ${caseFile(index)}`)).toBe(may === 'may not');
    },
  );

  it.each(named)('%s is held to its rule', (file, _, rule) => {
    const rules = found.filter((each) => each.endsWith(` ${file}`)).map((each) => each.split(' ')[0]);
    expect(rules).toEqual(rule === null ? [] : [rule]);
  });
});
