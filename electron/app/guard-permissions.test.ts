import type { Session } from 'electron';
import { expect, it } from 'vitest';
import { guardPermissions } from './guard-permissions.ts';

/** What a session was told, by the name of the method. */
function told(): ReadonlyMap<string, unknown> {
  const calls = new Map<string, unknown>();
  const session = new Proxy({}, { get: (_, name) => (value: unknown) => calls.set(String(name), value) });
  guardPermissions(session as Session);
  return calls;
}

const handler = <H>(name: string): H => told().get(name) as H;

it.each(['media', 'geolocation', 'notifications', 'fullscreen', 'clipboard-read', 'hid', 'not yet invented'])(
  'nobody gets %s by asking, nor has it',
  (permission) => {
    let answer: boolean | undefined;
    const request = handler<(page: null, asked: string, decide: (given: boolean) => void) => void>(
      'setPermissionRequestHandler',
    );
    request(null, permission, (given) => {
      answer = given;
    });
    expect(answer).toBe(false);
    expect(
      handler<(page: null, asked: string) => boolean>('setPermissionCheckHandler')(null, permission),
    ).toBe(false);
  },
);

it('nobody gets a device', () => {
  expect(handler<() => boolean>('setDevicePermissionHandler')()).toBe(false);
});

it('no dictionary is looked for', () => {
  expect(told().get('setSpellCheckerEnabled')).toBe(false);
  expect(told().get('setSpellCheckerLanguages')).toEqual([]);
});
