import { type Evidence, documented, modelled } from '../evidence.ts';

interface SettingSpec {
  /** Allowed values, the default first; `number` allows any whole number with that default, `text` any text of one line. */
  readonly values: readonly [string, ...string[]];
  readonly kind: 'choice' | 'number' | 'text';
  readonly grounds: Evidence;
}

/** What one can set on a lab. Where the facts leave two outcomes open, the choice is here. */
export const SETTINGS = {
  pageheap: {
    values: ['off', 'on'],
    kind: 'choice',
    grounds: documented('KB919235'),
  },
  halfClone: {
    values: ['merge', 'rollback'],
    kind: 'choice',
    grounds: modelled('What Mailmig does with a half-cloned mailbox is not documented'),
  },
  fallback: {
    values: ['merge', 'fail'],
    kind: 'choice',
    grounds: documented('Exchange Team Blog, 25 Aug 2004'),
  },
  clearTargetAddress: {
    values: ['yes', 'no'],
    kind: 'choice',
    grounds: modelled('Whether and when the wizard clears it is not documented', 'aa998096'),
  },
  replicationMinutes: {
    values: ['15'],
    kind: 'number',
    grounds: modelled('KB842101 says to wait for replication and names no time', 'KB842101'),
  },
  linkKbit: {
    values: ['2000'],
    kind: 'number',
    grounds: modelled('A setting for estimates'),
  },
  path: {
    values: ['C:\\WINNT\\system32;C:\\WINNT;C:\\exchsrvr\\bin'],
    kind: 'text',
    grounds: modelled(
      'Where Windows NT looks for programs; Exchsrvr\\Bin comes before it (Q174740, against Q229754, which keeps one copy in Winnt or System32)',
      'Q174740',
    ),
  },
  oabEntryBytes: {
    values: ['2000'],
    kind: 'number',
    grounds: modelled(
      'No source gives a size per entry; set it so that entries times bytes is the size of your own address book. Only the sum is documented: 20 MB for each of 25 users is 500 MB',
      'bb124640',
    ),
  },
  utcOffsetMinutes: {
    values: ['120'],
    kind: 'number',
    grounds: modelled('A setting for display'),
  },
} as const satisfies Readonly<Record<string, SettingSpec>>;

export type Setting = keyof typeof SETTINGS;

export function isSetting(key: string): key is Setting {
  return Object.hasOwn(SETTINGS, key);
}
