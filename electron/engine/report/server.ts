import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { isSetting, SETTINGS } from '../../../shared/lab/settings.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { allSettings, storeSetting } from '../store/settings.ts';

/** Whole numbers up to a million: minutes and kbit/s, none of which means more than that. Only the time zone may be negative. */
function isNumber(key: string, value: string): boolean {
  return (key === 'utcOffsetMinutes' ? /^-?\d{1,3}$/ : /^\d{1,7}$/).test(value);
}

/** One line that is not empty and fits a Windows environment variable of the time (2,047 characters, modelled). */
function isLine(value: string): boolean {
  return value !== '' && value.length <= 2047 && !/[\p{Cc}]/u.test(value);
}

/**
 * Changes one setting, given as `name=value`. Failure codes: setting-form (no `name=value`), setting-unknown,
 * setting-value.
 */
export function setServer(lab: Lab, input: LabInput<'server'>): Result<LabOutput<'server'>> {
  const at = input.set.indexOf('=');
  if (at < 1)
    return fail(
      'setting-form',
      `"${input.set}" is no setting: write name=value, for example pageheap=on, with --set.`,
    );
  const key = input.set.slice(0, at).trim();
  const value = input.set.slice(at + 1).trim();
  if (!isSetting(key))
    return fail(
      'setting-unknown',
      `There is no setting "${key}": choose one of ${Object.keys(SETTINGS).join(', ')}.`,
    );
  const spec = SETTINGS[key];
  const allowed: readonly string[] = spec.values;
  if (spec.kind === 'choice' && !allowed.includes(value))
    return fail('setting-value', `"${value}" is no value of ${key}: choose ${allowed.join(' or ')}.`);
  if (spec.kind === 'number' && !isNumber(key, value))
    return fail(
      'setting-value',
      `"${value}" is no value of ${key}: give a whole number such as ${spec.values[0]}.`,
    );
  if (spec.kind === 'text' && !isLine(value))
    return fail(
      'setting-value',
      `"${value}" is no value of ${key}: give one line such as ${spec.values[0]}.`,
    );
  return lab.transact(() => {
    storeSetting(lab, key, value);
    lab.run(
      'INSERT INTO act(at, verb, detail) VALUES(?, ?, ?)',
      labNow(lab),
      'server',
      JSON.stringify({ [key]: value }),
    );
    return ok({ settings: allSettings(lab) });
  });
}
