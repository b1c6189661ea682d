import { describe, expect, test } from 'vitest';
import { text } from '../text/text.ts';
import { PAGE_ORDER } from '../wizard/model.ts';
import { actFromRow, actKey } from './act-row.ts';
import { type Act, fromAct } from './from-act.ts';
import { fromJournal } from './from-journal.ts';
import { fromWizard } from './from-wizard.ts';
import { type Sentence, SEEN } from './sentence.ts';

const told = (sentences: readonly Sentence[]): string[] =>
  sentences.map(({ depth, key, values }) => `${depth}: ${text(key, values)}`);

/** Every sentence is whole, and rests on something that is named. */
function expectSound(sentences: readonly Sentence[]): void {
  for (const { key, values, evidence, source, reason } of sentences) {
    expect(text(key, values)).not.toMatch(/\{\w+\}/);
    if (evidence === 'documented') expect(source).toMatch(/\S/);
    else expect(reason).toMatch(/\S/);
  }
}

describe.each(['default', 'clone'] as const)('in %s mode', (mode) => {
  test.each(PAGE_ORDER)('the page %s is told at all three depths', (page) => {
    const sentences = fromWizard({ page, pressed: 'page', mode });
    expect(sentences.map((one) => one.depth)).toEqual(['click', 'step', 'protocol']);
    expectSound(sentences);
  });
});

test('a press is a click alone, and what nobody knows says nothing', () => {
  expect(told(fromWizard({ page: 'container', pressed: 'next', mode: 'clone' }))).toEqual([
    'click: Next on "Container for New Windows Accounts".',
  ]);
  expect(fromWizard({ page: 'container', pressed: 'shake', mode: 'clone' })).toEqual([]);
});

test.each([
  ['gate', { ok: true }, 1],
  ['gate', { ok: false }, 1],
  ['started', { mailboxes: 8 }, 1],
  ['objects', { from: 0, mailboxes: 8 }, 2],
  ['events', { events: [], failsAt: null }, 1],
  ['events', { events: [{ kind: 'deliver', ord: 2 }], failsAt: null }, 2],
  ['events', { events: [{ kind: 'deliver', ord: 2, bounced: true }], failsAt: null }, 1],
  [
    'events',
    {
      events: [
        { kind: 'deliver', bounced: true },
        { kind: 'logon', bounced: false },
      ],
    },
    3,
  ],
  ['opened', { mode: 'clone', folders: 12 }, 3],
  ['opened', { mode: 'default', folders: 12 }, 3],
  ['copied', { copied: 5, bytes: 900 }, 2],
  ['copied', { copied: 5, skipped: 1, replaced: 0, bytes: 900 }, 2],
  ['references', { rules: 2 }, 2],
  ['closed', { mode: 'clone', held: true }, 1],
  ['closed', { mode: 'clone', held: false }, 1],
  ['gave-up', { rules: ['kb919235'] }, 2],
  ['gave-up', { rules: ['no-target'] }, 1],
  ['ended', { state: 'completed', exit: 0 }, 2],
  ['something-new', {}, 0],
])('a journal line %s %j is told in %i whole sentences', (kind, detail, count) => {
  const sentences = fromJournal({ alias: 'clara.berg', kind, detail });
  expect(sentences).toHaveLength(count);
  expectSound(sentences);
});

test('what is promised as documented for a merge is not said of a clone', () => {
  const keys = (mode: string) =>
    fromJournal({ alias: 'a', kind: 'opened', detail: { mode } }).map((one) => one.key);
  expect(keys('clone').filter((key) => keys('default').includes(key))).toEqual([]);
  // That the store GUID and the .ost key go along is inferred, and says so.
  const store = fromJournal({ alias: 'a', kind: 'opened', detail: { mode: 'clone' } })[1];
  expect(store?.evidence).toBe('modelled');
});

test.each([
  ['ended', { state: 'completed', exit: 0 }, 0],
  ['opened', { mode: 'clone' }, 2],
  ['opened', { mode: 'default' }, 1],
  ['copied', { skipped: 0 }, 1],
  ['references', { rules: 2 }, 0],
  ['gave-up', { rules: ['kb919235'] }, 0],
  ['gave-up', { rules: ['kb919235-page-heap'] }, 1],
])('what a journal line %s %j says of Mailmig without a source is inferred', (kind, detail, at) => {
  expect(fromJournal({ alias: 'a', kind, detail })[at]?.evidence).toBe('modelled');
});

test('every act is told, and Outlook with the evidence of its own steps', () => {
  const step = {
    text: 'Uploaded: 3 items.',
    evidence: 'documented',
    source: 'MS-OXCFXICS',
    reason: null,
  } as const;
  const acts = [
    fromAct({ kind: 'deliver', alias: 'a', initialized: true, planned: false }),
    fromAct({ kind: 'deliver', alias: 'a', initialized: false, planned: false }),
    fromAct({ kind: 'logon', alias: 'a', initialized: false, planned: false }),
    fromAct({ kind: 'deliver', alias: 'a', initialized: false, planned: true }),
    fromAct({ kind: 'server', setting: 'pageheap=on' }),
    fromAct({ kind: 'purge', alias: 'a', deleted: 2 }),
    fromAct({ kind: 'fix', id: 'E2003SP2' }),
    fromAct({ kind: 'exprofre', alias: 'all' }),
    fromAct({ kind: 'undo', number: 3 }),
    fromAct({ kind: 'control', action: 'step' }),
    fromAct({ kind: 'import', alias: 'a', items: 4, folders: 2 }),
    fromAct({ kind: 'other', verb: 'service', what: 'MSExchangeCCMC' }),
    fromAct({ kind: 'outlook', alias: 'a', steps: [step] }),
  ];
  for (const act of acts) {
    expect(act[0]?.depth).toBe('click');
    expectSound(act);
  }
  expect(acts.at(-1)?.at(-1)).toMatchObject({ depth: 'protocol', source: 'MS-OXCFXICS' });
  expect(told(acts.at(-1) ?? []).at(-1)).toBe('protocol: Uploaded: 3 items.');
  expect(SEEN.source).toBeNull();
});

test.each<[string, Record<string, unknown>, Act | null]>([
  [
    'deliver',
    { mailbox: 'a', initialized: false },
    { kind: 'deliver', alias: 'a', initialized: false, planned: false },
  ],
  ['deliver', { mailbox: 'a' }, { kind: 'deliver', alias: 'a', initialized: true, planned: false }],
  [
    'logon',
    { mailbox: 'a', initialized: true },
    { kind: 'logon', alias: 'a', initialized: true, planned: false },
  ],
  ['server', { pageheap: 'on' }, { kind: 'server', setting: 'pageheap=on' }],
  ['purge', { mailbox: 'a', deleted: ['x', 'y'] }, { kind: 'purge', alias: 'a', deleted: 2 }],
  ['fix', { installed: 'E2003SP2' }, { kind: 'fix', id: 'E2003SP2' }],
  ['exprofre', { user: 'all', targetgc: 'gc', o: true }, { kind: 'exprofre', alias: 'all' }],
  ['outlook', { user: 'a', compose: 1, sync: true }, { kind: 'outlook', alias: 'a', steps: [] }],
  ['import', { mailbox: 'a', items: 3, folders: 1 }, { kind: 'import', alias: 'a', items: 3, folders: 1 }],
  ['drive', { map: 'M:', path: 'x' }, { kind: 'other', verb: 'drive', what: 'M: x' }],
  ['twin', { side: 'clone', of: 'x' }, null],
])('the row of an act %s %j is told like the act itself', (verb, detail, act) => {
  expect(actFromRow({ verb, detail })).toEqual(act);
  if (act !== null) {
    expectSound(fromAct(act));
    expect(actKey(act)).toMatch(new RegExp(`^${verb} `));
  }
});
