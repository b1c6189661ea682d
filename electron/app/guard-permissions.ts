import type { Session } from 'electron';

type Guarded = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
>;

/**
 * Denies every permission, which Chromium would grant, and looks nothing up. Turning the spell checker off is not enough:
 * with a language left it still looks for dictionaries on the network.
 */
export function guardPermissions(target: Guarded): void {
  target.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setSpellCheckerEnabled(false);
  target.setSpellCheckerLanguages([]);
}
