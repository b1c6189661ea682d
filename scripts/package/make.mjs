import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { at, runtimeFolder } from '../places.mjs';
import { runNode } from '../spawn.mjs';

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

/** The packaged program in the folder that electron-builder made, or null. */
export function packagedProgram(output = at('dist')) {
  const unpacked = existsSync(output)
    ? readdirSync(output).filter((name) => /unpacked$|^mac/.test(name))
    : [];
  const inside = { linux: 'migration-wizard-lab', win32: 'Migration Wizard Lab.exe' }[process.platform];
  const program =
    inside ?? path.join('Migration Wizard Lab.app', 'Contents', 'MacOS', 'Migration Wizard Lab');
  return unpacked.map((name) => path.join(output, name, program)).find((file) => existsSync(file)) ?? null;
}

/**
 * Runs electron-builder over the built app with an Electron that is there already. With the stand-in runtime the version
 * says `-test`, and nothing of it is published. `twin`: the one fuse that Playwright needs stays on.
 * Answers whether it went well.
 */
export async function makePackages(
  electron,
  version,
  { targets, twin = false, output = at('dist'), env = {} },
) {
  // For other processors than this one's electron-builder fetches the runtime of each; the stand-in has but one.
  const isOwn = electron.standIn || twin || targets.includes('dir');
  if (isOwn) copyRuntime(electron.folder);
  rmSync(output, { recursive: true, force: true });
  const settings = [
    ...(isOwn ? [`electronDist=${electronCopy}`] : []),
    `electronVersion=${electron.version}`,
    `extraMetadata.version=${electron.standIn ? `${version}-test` : version}`,
    `directories.output=${output}`,
    ...(twin ? ['electronFuses.enableNodeCliInspectArguments=true'] : []),
  ];
  const cli = at('node_modules', 'electron-builder', 'cli.js');
  const args = [...targets, '--publish', 'never', ...settings.map((setting) => `-c.${setting}`)];
  const { code } = await runNode(cli, args, { env: { ...process.env, USE_HARD_LINKS: 'false', ...env } });
  rmSync(electronCopy, { recursive: true, force: true });
  return code === 0;
}
