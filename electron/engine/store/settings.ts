import { isSetting, SETTINGS, type Setting } from '../../../shared/lab/settings.ts';
import type { Lab } from './lab.ts';

/** A setting of the lab, or its default. */
export function setting(lab: Lab, key: Setting): string {
  return (
    lab.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', key)?.value ??
    SETTINGS[key].values[0]
  );
}

export function allSettings(lab: Lab): Record<Setting, string> {
  const keys = Object.keys(SETTINGS).filter(isSetting);
  return Object.fromEntries(keys.map((key) => [key, setting(lab, key)])) as Record<Setting, string>;
}

export function storeSetting(lab: Lab, key: Setting, value: string): void {
  lab.run(
    'INSERT INTO setting(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value',
    key,
    value,
  );
}
