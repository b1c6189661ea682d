import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromHex } from '../../../shared/identity/bytes.ts';
import { decodeFolderEntryId, decodeMessageEntryId } from '../../../shared/identity/entry-id.ts';
import { decodePcl, pclIncludes } from '../../../shared/identity/pcl.ts';
import { decodeXid } from '../../../shared/identity/xid.ts';
import { LAB_COMMANDS } from '../../../shared/ipc/lab-commands.ts';
import type { Result } from '../../../shared/result.ts';
import { newLab } from '../build/new-lab.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { showIds } from './ids.ts';
import { showLab } from './show.ts';

const folder = mkdtempSync(join(tmpdir(), 'ids-'));
let lab: Lab;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const bytes = (hex: string): Uint8Array => value(fromHex(hex));

beforeAll(() => {
  const file = join(folder, 'lab.mwlab');
  value(newLab({ file }));
  lab = value(openLab(file));
});
afterAll(() => {
  lab.close();
  rmSync(folder, { recursive: true, force: true });
});

test('what is shown keeps to the contract', () => {
  const show = value(showLab(lab));
  expect(LAB_COMMANDS.show.output.parse(show)).toEqual(show);
  for (const { alias } of show.source.mailboxes) {
    const ids = value(showIds(lab, { file: '', org: 'source', mailbox: alias }));
    expect(LAB_COMMANDS.ids.output.parse(ids)).toEqual(ids);
  }
});

test('entry IDs are made of the store GUID and the source keys, change keys stand in the predecessor lists', () => {
  const ids = value(showIds(lab, { file: '', org: 'source', mailbox: 'Maud.Frost' }));
  const folders = new Map(ids.folders.map((row) => [row.path.join('/'), row.sourceKey]));
  for (const row of ids.folders) {
    expect(row.entryId).toBe(`00000000${ids.storeGuid}0100${row.sourceKey}0000`);
    expect(decodeFolderEntryId(bytes(row.entryId)).ok).toBe(true);
  }
  for (const row of ids.messages) {
    const above = folders.get(row.folder.join('/'));
    expect(row.entryId).toBe(`00000000${ids.storeGuid}0700${above}0000${row.sourceKey}0000`);
    expect(decodeMessageEntryId(bytes(row.entryId)).ok).toBe(true);
    const key = value(decodeXid(bytes(row.changeKey)));
    expect(pclIncludes(value(decodePcl(bytes(row.pcl))), [key])).toBe(true);
  }
});

test('a rule that moves within the store leads to a folder, one that answers or moves elsewhere to none', () => {
  const rules = (alias: string) =>
    value(showIds(lab, { file: '', org: 'source', mailbox: alias })).rules.map((rule) => rule.target);
  expect(rules('clara.berg')).toEqual([
    ['Projects', 'Bridge'],
    ['Inbox', 'Suppliers'],
  ]);
  expect(rules('maud.frost')).toEqual([['Contracts', 'Quarry'], null]);
  expect(rules('cora.vane')).toEqual([['Applications'], null]);
});

test.each([
  ['source', 'nobody', 'unknown-alias'],
  ['target', 'nobody', 'unknown-alias'],
  ['target', 'clara.berg', 'no-target-mailbox'],
] as const)('in the %s, %s is told apart', (org, mailbox, code) => {
  expect(showIds(lab, { file: '', org, mailbox })).toMatchObject({ ok: false, failure: { code } });
});
