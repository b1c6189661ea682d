import { toHex } from '../../../shared/identity/bytes.ts';
import { CONNECTOR_SETTINGS, type ConnectorSettings } from '../../../shared/lab/connector.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { passwordHash } from '../migrate/import/post-office.ts';
import { writeAct } from '../server/act-row.ts';
import type { Lab } from '../store/lab.ts';
import { connectorOf, storeSettings } from './connector-row.ts';

const same = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase();

/** Reads `name=value`. Failure codes: setting-form, setting-unknown, setting-value. */
function changed(
  lab: Lab,
  settings: ConnectorSettings,
  given: string,
): Result<{ key: string; settings: ConnectorSettings }> {
  const at = given.indexOf('=');
  if (at < 1) return fail('setting-form', 'Write name=value, for example version=6.0/6.0, with --set.');
  const name = given.slice(0, at);
  const value = given.slice(at + 1).trim();
  if (/\p{Cc}/u.test(value))
    return fail('setting-value', `The value of ${name} is more than one line: give one line.`);
  if (same('password', name))
    return ok({ key: 'password', settings: { ...settings, passwordHash: toHex(passwordHash(value)) } });
  const spec = CONNECTOR_SETTINGS.find(({ key, label }) => same(key, name) || same(label, name));
  const names = [...CONNECTOR_SETTINGS.map(({ key }) => key), 'password'].join(', ');
  if (spec === undefined)
    return fail(
      'setting-unknown',
      `The Connector for cc:Mail has no setting "${name.trim()}": choose one of ${names}.`,
    );
  const chosen = spec.values.length === 0 ? value : spec.values.find((each) => same(each, value));
  if (chosen === undefined)
    return fail(
      'setting-value',
      `"${value}" is no value of ${spec.key}: choose ${spec.values.join(' or ')}.`,
    );
  if (chosen === '' && spec.key !== 'adminFilePath')
    return fail('setting-value', `${spec.key} cannot be empty: give a value.`);
  if (
    spec.key === 'container' &&
    lab.get('SELECT 1 FROM container WHERE dn = ? COLLATE NOCASE', chosen) === undefined
  )
    return fail('setting-value', `There is no container ${chosen} in the target directory: see "lab show".`);
  return ok({ key: spec.key, settings: { ...settings, [spec.key]: chosen } });
}

/** Changes one setting of the connector; it counts from the next start on. The password is kept as a hash alone. */
export function changeSetting(lab: Lab, given: string): Result<null> {
  const connector = connectorOf(lab);
  if (connector === null) return ok(null);
  const done = changed(lab, connector.settings, given);
  if (!done.ok) return done;
  const { key, settings } = done.value;
  storeSettings(lab, settings);
  writeAct(
    lab,
    'connector',
    key === 'password' ? { set: key } : { set: key, value: given.slice(given.indexOf('=') + 1).trim() },
  );
  return ok(null);
}
