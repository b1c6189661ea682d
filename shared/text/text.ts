import { ABOUT_TEXT } from './en/about.ts';
import { CLI_TEXT } from './en/cli.ts';
import { CRASH_TEXT } from './en/crash.ts';
import { EXPLAIN_TEXT } from './en/explain.ts';
import { ISSUE_TEXT } from './en/issues.ts';
import { LIBRARY_TEXT } from './en/library.ts';
import { RULE_TEXT } from './en/rules.ts';
import { SETTING_TEXT } from './en/settings.ts';
import { SOURCE_TEXT } from './en/sources.ts';
import { TOUR_TEXT } from './en/tour.ts';
import { WINDOW_CCMAIL_TEXT } from './en/window-ccmail.ts';
import { WINDOW_COMPARISON_TEXT } from './en/window-comparison.ts';
import { UNDERNEATH_IMPORT_TEXT } from './en/underneath-import.ts';
import { UNDERNEATH_TEXT } from './en/underneath.ts';
import { WINDOW_BROWSE_TEXT } from './en/window-browse.ts';
import { WINDOW_CONSOLE_TEXT } from './en/window-console.ts';
import { WINDOW_DEMO_TEXT } from './en/window-demo.ts';
import { WINDOW_POST_OFFICE_TEXT } from './en/window-post-office.ts';
import { WINDOW_SERVER_TEXT } from './en/window-server.ts';
import { WINDOW_WIZARD_TEXT } from './en/window-wizard.ts';
import { WIZARD_IMPORT_TEXT } from './en/wizard-import.ts';
import { WIZARD_TEXT } from './en/wizard.ts';
import { pseudo } from './pseudo.ts';

/** Every visible sentence by key. Each area of the program has a file of its own under en/. */
export const EN = {
  ...WIZARD_TEXT,
  ...WIZARD_IMPORT_TEXT,
  ...ISSUE_TEXT,
  ...CLI_TEXT,
  ...WINDOW_WIZARD_TEXT,
  ...WINDOW_CCMAIL_TEXT,
  ...WINDOW_CONSOLE_TEXT,
  ...WINDOW_BROWSE_TEXT,
  ...WINDOW_POST_OFFICE_TEXT,
  ...WINDOW_SERVER_TEXT,
  ...EXPLAIN_TEXT,
  ...WINDOW_COMPARISON_TEXT,
  ...LIBRARY_TEXT,
  ...RULE_TEXT,
  ...SETTING_TEXT,
  ...SOURCE_TEXT,
  ...WINDOW_DEMO_TEXT,
  ...UNDERNEATH_TEXT,
  ...UNDERNEATH_IMPORT_TEXT,
  ...TOUR_TEXT,
  ...CRASH_TEXT,
  ...ABOUT_TEXT,
} as const;

export type TextKey = keyof typeof EN;

let shown = (key: TextKey): string => EN[key];

/** Shows every sentence in the pseudo-locale from now on; for tests. Sentences that were read before stay. */
export function showPseudoLocale(): void {
  shown = (key) => pseudo(EN[key]);
}

/** The sentence under a key, with `{name}` replaced by its value; a name without a value stays as it is. */
export function text(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return shown(key).replace(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : hole,
  );
}

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(EN, key);
}

/** A label and its mnemonic: '&Next >' is shown as 'Next >' with N underlined. */
export function mnemonic(label: string): {
  readonly label: string;
  readonly key: string | null;
  readonly at: number;
} {
  const at = label.indexOf('&');
  if (at < 0 || at === label.length - 1) return { label, key: null, at: -1 };
  return { label: label.slice(0, at) + label.slice(at + 1), key: label.charAt(at + 1).toLowerCase(), at };
}
