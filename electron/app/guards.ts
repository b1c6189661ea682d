import { app, session } from 'electron';
import { guardContents } from './guard-contents.ts';
import { guardPermissions } from './guard-permissions.ts';

/** Guards every page there will be; to be called before the first. */
export function guardNavigation(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/** Guards the session that all pages share; to be called before the first window. */
export function guardSession(): void {
  guardPermissions(session.defaultSession);
}
