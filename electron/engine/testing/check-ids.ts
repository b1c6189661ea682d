import type { LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { folderEntryId, messageEntryId } from './check-clone.ts';
import type { Complaint } from './check-merge.ts';
import type { ModelMailbox } from './model-types.ts';

function firstDifference(shown: readonly string[], known: readonly string[]): string | null {
  const expected = [...known].sort();
  const found = [...shown].sort();
  const at = expected.findIndex((text, index) => text !== found[index]);
  if (at < 0)
    return expected.length === found.length ? null : `${found.length} rows instead of ${expected.length}`;
  return `${found[at]} instead of ${expected[at]}`;
}

/** Whether the identifiers that the lab shows are those that stand in it, derived a second time. */
export function checkIds(shown: LabOutput<'ids'>, mailbox: ModelMailbox): Complaint[] {
  const { storeGuid, ostKey } = mailbox;
  const folders = firstDifference(
    shown.folders.map((one) => [one.sourceKey, one.entryId, one.changeNumber, one.wellKnown].join(' ')),
    [...mailbox.folders.values()].map((one) =>
      [one.gid, folderEntryId(storeGuid, one.gid), one.cn, one.role].join(' '),
    ),
  );
  const messages = firstDifference(
    shown.messages.map((one) =>
      [one.sourceKey, one.entryId, one.changeNumber, one.changeKey, one.pcl, one.readCn, one.searchKey].join(
        ' ',
      ),
    ),
    [...mailbox.messages.values()].map((one) =>
      [
        one.gid,
        messageEntryId(storeGuid, one.folder, one.gid),
        one.cn,
        one.changeKey,
        one.pcl,
        one.readCn,
        one.searchKey,
      ].join(' '),
    ),
  );
  const heads = shown.storeGuid === storeGuid && shown.ostKey === ostKey ? null : 'store GUID or .ost key';
  return [folders, messages, heads].flatMap((text) =>
    text === null ? [] : [{ invariant: 'C4', text: `shown: ${text}` }],
  );
}
