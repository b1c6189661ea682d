import { mkdirSync, readFileSync } from 'node:fs';
import { none, playwrightCounts, SECOND_TRY, single, vitestCounts } from './counts.mjs';
import { canRunE2e, runE2e } from './e2e.mjs';
import { packagingSmoke } from './package-smoke.mjs';
import { at, runMain } from './places.mjs';
import { ensureReady } from './ready.mjs';
import { nameStandIn } from './runtime.mjs';
import { runNode } from './spawn.mjs';

/*
 * `npm test [-- STAGE...]`: sets up, then runs every stage (or the named ones), and ends with the sum of all counts.
 * A stage that fails does not keep the next from running.
 */
const tool = (...parts) => at('node_modules', ...parts);
const report = (name) => at('artifacts', `${name}.json`);

async function types() {
  const counts = none();
  for (const project of ['shared', 'electron', 'renderer']) {
    const { code } = await runNode(tool('typescript', 'bin', 'tsc'), ['-p', `tsconfig.${project}.json`]);
    counts[code === 0 ? 'passed' : 'failed'].push(`types of ${project}`);
  }
  return counts;
}

async function lint() {
  const { code } = await runNode(tool('@biomejs', 'biome', 'bin', 'biome'), [
    'lint',
    '--error-on-warnings',
    '.',
  ]);
  return single('lint', code === 0);
}

/** Crash tests kill real processes and take their time; they are named *.crash.test.ts and run on their own. */
async function vitest(name, args) {
  const file = report(name);
  const all = [
    'run',
    '--passWithNoTests',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...args,
  ];
  const { code } = await runNode(tool('vitest', 'vitest.mjs'), all, { output: 'inherit' });
  return vitestCounts(file, code);
}

async function e2e() {
  if (!canRunE2e())
    return { ...none(), skipped: ['e2e: neither Electron nor Chromium can show a window here'] };
  return playwrightCounts(report('e2e'), await runE2e({ report: report('e2e') }));
}

async function packaging(electron) {
  if (electron === null || !canRunE2e())
    return { ...none(), skipped: ['packaging: there is no Electron here'] };
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  return await packagingSmoke(electron, report('packaging'), version);
}

const STAGES = {
  types,
  lint,
  unit: () => vitest('unit', ['--exclude', '**/*.crash.test.ts']),
  crash: () => vitest('crash', ['.crash.test.ts']),
  e2e,
  packaging,
};

function list(title, names) {
  if (names.length === 0) return;
  process.stdout.write(`\n${title}\n${names.map((name) => `  ${name.split('\n')[0]}\n`).join('')}`);
}

await runMain(async () => {
  const asked = process.argv.slice(2).filter((name) => Object.hasOwn(STAGES, name));
  const electron = await ensureReady({ electron: true, system: true });
  nameStandIn(electron);
  mkdirSync(at('artifacts'), { recursive: true });
  const total = none();
  for (const name of asked.length > 0 ? asked : Object.keys(STAGES)) {
    process.stdout.write(`\n== ${name}\n`);
    const counts = await STAGES[name](electron);
    for (const key of ['passed', 'failed', 'skipped']) total[key].push(...counts[key]);
  }
  list(
    'Passed only on a second try, and wanting a look:',
    total.passed.filter((name) => name.endsWith(SECOND_TRY)),
  );
  list('Skipped:', total.skipped);
  list('Failed:', total.failed);
  const { passed, failed, skipped } = total;
  process.stdout.write(`\n${passed.length} passed, ${failed.length} failed, ${skipped.length} skipped\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
});
