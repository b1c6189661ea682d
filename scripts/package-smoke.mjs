import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { playwrightCounts, single } from './counts.mjs';
import { runE2e } from './e2e.mjs';
import { at, runtimeFolder } from './places.mjs';
import { runNode } from './spawn.mjs';

const electronCopy = path.join(runtimeFolder, 'package-electron');

/** The runtime without the default app: a package has its own, and would carry the other along. */
function copyRuntime(folder) {
  rmSync(electronCopy, { recursive: true, force: true });
  const leftOut = [path.join(folder, 'resources', 'app'), path.join(folder, 'resources', 'default_app.asar')];
  cpSync(folder, electronCopy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !leftOut.includes(file),
  });
}

/** The packaged program in the folder that electron-builder made. */
function packagedProgram() {
  const folder = at('dist');
  const unpacked = existsSync(folder)
    ? readdirSync(folder).filter((name) => /unpacked$|^mac/.test(name))
    : [];
  const inside = { linux: 'migration-wizard-lab', win32: 'Migration Wizard Lab.exe' }[process.platform];
  const program =
    inside ?? path.join('Migration Wizard Lab.app', 'Contents', 'MacOS', 'Migration Wizard Lab');
  return unpacked.map((name) => path.join(folder, name, program)).find((file) => existsSync(file)) ?? null;
}

/**
 * Packages the app into a folder and starts it from there. The one fuse that Playwright needs stays on in this twin;
 * the release keeps it off. With the stand-in runtime the version says `-test`, and nothing of it is published.
 */
export async function packagingSmoke(electron, report, version) {
  copyRuntime(electron.folder);
  rmSync(at('dist'), { recursive: true, force: true });
  const settings = [
    `electronDist=${electronCopy}`,
    `electronVersion=${electron.version}`,
    `extraMetadata.version=${electron.standIn ? `${version}-test` : version}`,
    'electronFuses.enableNodeCliInspectArguments=true',
  ];
  const cli = at('node_modules', 'electron-builder', 'cli.js');
  const args = ['--dir', '--publish', 'never', ...settings.map((setting) => `-c.${setting}`)];
  const env = { ...process.env, USE_HARD_LINKS: 'false' };
  const { code } = await runNode(cli, args, { env });
  rmSync(electronCopy, { recursive: true, force: true });
  const program = packagedProgram();
  const packaged = single('packaging: electron-builder makes the app', code === 0 && program !== null);
  if (packaged.failed.length > 0) return packaged;
  const exit = await runE2e({ report, env: { MWL_PACKAGED_APP: program } });
  const started = playwrightCounts(report, exit);
  return { ...started, passed: [...packaged.passed, ...started.passed] };
}
