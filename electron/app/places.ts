import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { app } from 'electron';

/** Tests, and several people on one machine, give each app a data folder of its own (`--user-data-dir`). */
export function takeDataFolder(): void {
  const folder = app.commandLine.getSwitchValue('user-data-dir');
  if (folder !== '') app.setPath('userData', path.resolve(folder));
}

/** Where new labs go: the person's documents, or the app's data folder where it was given one. */
export function labsFolder(): string {
  if (process.env.MWL_LABS_DIR) return path.resolve(process.env.MWL_LABS_DIR);
  const base = app.commandLine.hasSwitch('user-data-dir') ? 'userData' : 'documents';
  return path.join(app.getPath(base), 'Migration Wizard Lab');
}

/** One spelling for every path to a file; a file that is not there keeps the spelling it has. */
export function canonicalPath(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return path.resolve(file);
  }
}

/** A path as people read it: the home folder is `~`. */
export function displayPath(file: string): string {
  const home = homedir() + path.sep;
  return file.startsWith(home) ? `~${path.sep}${file.slice(home.length)}` : file;
}
