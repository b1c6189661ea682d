import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeAddressBookEntryId } from '../../../shared/identity/address-book-entry-id.ts';
import {
  encodeRuleActions,
  mapRuleShortIds,
  type RuleAction,
} from '../../../shared/identity/rule-actions.ts';
import { decodeShortId } from '../../../shared/identity/short-id.ts';
import { encodeStoreEntryId } from '../../../shared/identity/store-entry-id.ts';
import { ok } from '../../../shared/result.ts';
import { createFolder, wellKnownFolder } from '../mailbox/folders.ts';
import { initializeMailbox } from '../mailbox/initialize.ts';
import { shortIdBytes } from '../mailbox/replids.ts';
import type { RowId } from '../mailbox/row-id.ts';
import { type BareLab, bareLab } from '../testing/bare-lab.ts';
import { fateContext } from './fate-context.ts';
import { entryIdFates } from './fate-references.ts';
import { ruleFates } from './fate-rules.ts';
import { receiveFolderFates } from './fate-tables.ts';

let bare: BareLab;
let source: number;
let target: number;
const AT = 5000;

beforeEach(() => {
  bare = bareLab(['anna', 'ben']);
  source = bare.mailboxes.source[0] ?? 0;
  target = bare.mailboxes.target[0] ?? 0;
  initializeMailbox(bare.lab, source, 'build', AT);
  initializeMailbox(bare.lab, target, 'merge', AT);
});
afterEach(() => bare.discard());

function folderIn(mailbox: number, name: string): RowId {
  return createFolder(bare.lab, mailbox, {
    parent: wellKnownFolder(bare.lab, mailbox, 'ipmSubtree'),
    name,
    containerClass: 'IPF.Note',
    at: AT,
  });
}

function shortOf(side: 'source' | 'target', folder: RowId) {
  const short = decodeShortId(shortIdBytes(bare.lab, bare.mdbs[side], folder));
  if (!short.ok) throw new Error(short.failure.message);
  return short.value;
}

function putRule(mailbox: number, actions: Uint8Array): void {
  bare.lab.run(
    "INSERT INTO rule(mailbox_id, rule_id, folder_repl, folder_gc, name, sequence, state, condition, actions) VALUES(?, 1, 1, 1, 'Sort', 1, 1, '{}', ?)",
    mailbox,
    actions,
  );
}

function fate(): string | undefined {
  return ruleFates(fateContext(bare.lab, source, target))[0]?.rule;
}

const moveTo = (folder: ReturnType<typeof shortOf>): Uint8Array =>
  encodeRuleActions([{ op: 'move', inThisStore: true, folder }]);

describe('a rule that moves mail', () => {
  it('is lost when the target has no such rule', () => {
    putRule(source, moveTo(shortOf('source', folderIn(source, 'Projects'))));
    expect(fate()).toBe('rule-not-carried');
  });

  it('works when its short id was translated to the folder that stands for the old one', () => {
    const bytes = moveTo(shortOf('source', folderIn(source, 'Projects')));
    const there = shortOf('target', folderIn(target, 'Projects'));
    putRule(source, bytes);
    const mapped = mapRuleShortIds(bytes, () => ok(there));
    putRule(target, mapped.ok ? mapped.value : new Uint8Array());
    expect(fate()).toBe('rule-folder-translated');
  });

  it('leads nowhere when its bytes were copied into a database that gave out no such number', () => {
    const bytes = moveTo(shortOf('source', folderIn(source, 'Projects')));
    folderIn(target, 'Projects');
    putRule(source, bytes);
    putRule(target, bytes);
    expect(fate()).toBe('rule-folder-not-found');
  });

  it('never comes to work by its bytes alone, wherever the counters of the databases stand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (offset) => {
        bare.lab.scratch(() => {
          const bytes = moveTo(shortOf('source', folderIn(source, 'Projects')));
          const gc = shortOf('source', folderIn(source, 'Other')).gc;
          bare.lab.run('UPDATE mdb SET next_gc = ? WHERE id = ?', Math.max(gc - offset, 1), bare.mdbs.target);
          for (let count = 0; count < 40; count += 1) folderIn(target, `Folder ${count}`);
          putRule(source, bytes);
          putRule(target, bytes);
          expect(['rule-folder-not-found', 'rule-folder-wrong']).toContain(fate());
        });
      }),
      { numRuns: 20 },
    );
  });

  it('misses when its number is another folder of the target', () => {
    const bytes = moveTo(shortOf('source', folderIn(source, 'Projects')));
    const wrong = shortOf('target', folderIn(target, 'Something else'));
    putRule(source, bytes);
    const mapped = mapRuleShortIds(bytes, () => ok(wrong));
    putRule(target, mapped.ok ? mapped.value : new Uint8Array());
    expect(fate()).toBe('rule-folder-wrong');
  });
});

describe('other rules', () => {
  const legacyDn = '/o=Alder Mills/ou=First Administrative Group/cn=Recipients/cn=ben';
  const cases: readonly (readonly [string, RuleAction, string])[] = [
    [
      'a .pst file',
      { op: 'move', inThisStore: false, storeEid: new Uint8Array(24), folderEid: new Uint8Array(24) },
      'rule-file-target',
    ],
    [
      'a folder of another mailbox',
      {
        op: 'copy',
        inThisStore: false,
        storeEid: encodeStoreEntryId({ server: 'MAIL1', mailboxDn: legacyDn }),
        folderEid: new Uint8Array(46),
      },
      'rule-store-target-stale',
    ],
    [
      'a recipient nobody knows',
      { op: 'forward', recipients: [encodeAddressBookEntryId(legacyDn)] },
      'rule-recipient-unknown',
    ],
    ['nothing but a mark', { op: 'markRead' }, 'rule-without-identifier'],
    [
      'a template that is not there',
      {
        op: 'reply',
        template: { folder: { replid: 1, gc: 1 }, message: { replid: 1, gc: 2 }, guid: new Uint8Array(16) },
      },
      'rule-template-not-found',
    ],
  ];

  it.each(cases)('with %s', (_what, action, expected) => {
    const bytes = encodeRuleActions([action]);
    putRule(source, bytes);
    putRule(target, bytes);
    expect(fate()).toBe(expected);
  });

  it('reach their recipients through the X500 address that Mailmig stamps', () => {
    const bytes = encodeRuleActions([{ op: 'delegate', recipients: [encodeAddressBookEntryId(legacyDn)] }]);
    putRule(source, bytes);
    putRule(target, bytes);
    bare.lab.run(
      "INSERT INTO proxy_address(object_id, kind, address) SELECT object_id, 'X500', ? FROM mailbox WHERE id = ?",
      legacyDn.toUpperCase(),
      bare.mailboxes.target[1] ?? 0,
    );
    expect(fate()).toBe('rule-recipient-resolves');
  });
});

describe('entry IDs', () => {
  it('are rebuilt where the target made its own folders', () => {
    const fates = new Set(entryIdFates(fateContext(bare.lab, source, target)).map((one) => one.rule));
    expect([...fates]).toEqual(['reference-rebuilt']);
  });

  it('lead nowhere when they were copied as they are, for they hold the old store GUID', () => {
    bare.lab.run('DELETE FROM folder_ref WHERE mailbox_id = ?', target);
    bare.lab.run(
      'INSERT INTO folder_ref(mailbox_id, holder, prop, slot, eid) SELECT ?, holder, prop, slot, eid FROM folder_ref WHERE mailbox_id = ?',
      target,
      source,
    );
    const fates = new Set(entryIdFates(fateContext(bare.lab, source, target)).map((one) => one.rule));
    expect([...fates]).toEqual(['reference-not-found']);
  });

  it('are lost when the target has none', () => {
    bare.lab.run('DELETE FROM folder_ref WHERE mailbox_id = ?', target);
    const fates = new Set(entryIdFates(fateContext(bare.lab, source, target)).map((one) => one.rule));
    expect([...fates]).toEqual(['reference-not-carried']);
  });
});

describe('the receive-folder table', () => {
  it('keeps its default entries, which every mailbox has, and loses the others', () => {
    bare.lab.run(
      "INSERT INTO receive_folder(mailbox_id, message_class, fid) VALUES(?, 'IPM.Note.Minutes', ?)",
      source,
      shortIdBytes(bare.lab, bare.mdbs.source, folderIn(source, 'Minutes')),
    );
    const fates = receiveFolderFates(fateContext(bare.lab, source, target));
    expect(fates.filter((one) => one.rule === 'receive-folder-rebuilt')).toHaveLength(4);
    expect(fates.filter((one) => one.rule === 'receive-folder-not-carried').map((one) => one.name)).toEqual([
      'Receive folder for IPM.Note.Minutes',
    ]);
  });
});
