import { app } from 'electron';
import type { CommandOutput } from '../../shared/ipc/app-commands.ts';

/** The oldest Electron that the app is published with; an older one is the stand-in that tests run on. */
const PUBLISHED_SINCE = 45;

/** What the About box shows. */
export function appInfo(): CommandOutput<'app:info'> {
  const { electron, chrome, node } = process.versions;
  const standIn = Number.parseInt(electron, 10) < PUBLISHED_SINCE;
  const version = app.getVersion();
  return {
    name: 'Migration Wizard Lab',
    version: standIn && !version.endsWith('-test') ? `${version}-test` : version,
    electron,
    chrome,
    node,
    standIn,
  };
}
