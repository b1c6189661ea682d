import { app, type Session, type WebContents, session } from 'electron';
import { APP_ORIGIN } from '../../shared/ipc/content-policy.ts';

function guardContents(contents: WebContents): void {
  const deny = (event: { preventDefault(): void; readonly url: string }): void => {
    if (!event.url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault();
  };
  contents.on('will-navigate', deny);
  contents.on('will-frame-navigate', deny);
  contents.on('will-redirect', deny);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Keeps every page where it is: nothing foreign is loaded, no window is opened by a page, nothing is embedded. */
export function guardNavigation(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

function denyPermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
}

/**
 * Denies what Chromium would allow or look up by itself. Turning the spell checker off is not enough: with a language
 * left it still looks for dictionaries on the network.
 */
export function guardSession(): void {
  const target = session.defaultSession;
  denyPermissions(target);
  target.setSpellCheckerEnabled(false);
  target.setSpellCheckerLanguages([]);
}
