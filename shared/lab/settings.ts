import { type Evidence, documented, modelled } from '../evidence.ts';

interface SettingSpec {
  /** Allowed values, the default first; `number` allows any whole number with that default. */
  readonly values: readonly [string, ...string[]];
  readonly kind: 'choice' | 'number';
  readonly what: string;
  readonly grounds: Evidence;
}

/** What one can set on a lab. Where the facts leave two outcomes open, the choice is here. */
export const SETTINGS = {
  pageheap: {
    values: ['off', 'on'],
    kind: 'choice',
    what: 'Page heap for Mailmig.exe on the migration server',
    grounds: documented('KB919235'),
  },
  halfClone: {
    values: ['merge', 'rollback'],
    kind: 'choice',
    what: 'What becomes of a mailbox whose clone was cut short: it stays and is merged into, or is taken back',
    grounds: modelled('What Mailmig does with a half-cloned mailbox is not documented'),
  },
  fallback: {
    values: ['merge', 'fail'],
    kind: 'choice',
    what: 'What clone mode does when the target mailbox is initialized: default mode for it, or the run fails',
    grounds: documented('Exchange Team Blog, 25 Aug 2004'),
  },
  clearTargetAddress: {
    values: ['yes', 'no'],
    kind: 'choice',
    what: 'Whether the target address of /D is cleared when the run ends',
    grounds: modelled('Whether and when the wizard clears it is not documented', 'aa998096'),
  },
  replicationMinutes: {
    values: ['15'],
    kind: 'number',
    what: 'How long a deletion in the directory takes to replicate, in lab minutes',
    grounds: modelled('KB842101 says to wait for replication and names no time', 'KB842101'),
  },
  linkKbit: {
    values: ['2000'],
    kind: 'number',
    what: 'Speed of the link between clients and server, kbit/s',
    grounds: modelled('A setting for estimates'),
  },
  oabEntryBytes: {
    values: ['2000'],
    kind: 'number',
    what: 'Size of one entry of the offline address book, bytes',
    grounds: modelled(
      'No source gives a size per entry; set it so that entries times bytes is the size of your own address book. Only the sum is documented: 20 MB for each of 25 users is 500 MB',
      'bb124640',
    ),
  },
  utcOffsetMinutes: {
    values: ['120'],
    kind: 'number',
    what: 'Time zone of the migration server, minutes east of UTC',
    grounds: modelled('A setting for display'),
  },
} as const satisfies Readonly<Record<string, SettingSpec>>;

export type Setting = keyof typeof SETTINGS;

export function isSetting(key: string): key is Setting {
  return Object.hasOwn(SETTINGS, key);
}
