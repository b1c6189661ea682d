import type { Complaint } from './check-merge.ts';
import type { Hex, ModelFolder, ModelMailbox, ModelMessage } from './model-types.ts';
import { shortIdsOf } from './naive-rule.ts';

/** Folder entry ID, 46 bytes (MS-OXCDATA 2.2.4.1). */
export function folderEntryId(storeGuid: Hex, folder: Hex): Hex {
  return `00000000${storeGuid}0100${folder}0000`;
}

/** Message entry ID, 70 bytes (MS-OXCDATA 2.2.4.2). */
export function messageEntryId(storeGuid: Hex, folder: Hex, message: Hex): Hex {
  return `00000000${storeGuid}0700${folder}0000${message}0000`;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function compareRows<T extends ModelFolder | ModelMessage>(
  invariant: string,
  what: string,
  source: ReadonlyMap<Hex, T>,
  target: ReadonlyMap<Hex, T>,
  partial: boolean,
): Complaint[] {
  const complaints: Complaint[] = [];
  for (const [gid, row] of source) {
    const copy = target.get(gid);
    if (copy === undefined ? !partial : !same(copy, row)) {
      complaints.push({
        invariant,
        text: `${what} ${gid}: ${JSON.stringify(row)} became ${JSON.stringify(copy ?? null)}`,
      });
    }
  }
  for (const gid of target.keys()) {
    if (!source.has(gid)) complaints.push({ invariant, text: `${what} ${gid} is not in the source` });
  }
  return complaints;
}

function entryIds(mailbox: ModelMailbox): Hex[] {
  return [
    ...[...mailbox.folders.keys()].map((gid) => folderEntryId(mailbox.storeGuid, gid)),
    ...[...mailbox.messages.values()].map((message) =>
      messageEntryId(mailbox.storeGuid, message.folder, message.gid),
    ),
  ].sort();
}

function rulesMean(mailbox: ModelMailbox): string[] {
  return mailbox.rules.map((rule) =>
    JSON.stringify([rule.folder, rule.text, shortIdsOf(rule.actions).rest, rule.means]),
  );
}

function checkReferences(source: ModelMailbox, target: ModelMailbox): Complaint[] {
  const complaints: Complaint[] = [];
  const complain = (invariant: string, text: string): void => {
    complaints.push({ invariant, text });
  };
  if (!same(rulesMean(source), rulesMean(target)))
    complain('C6', 'a rule means another folder than in the source');
  if (!same(source.receive, target.receive)) complain('C6', 'a receive folder is another than in the source');
  if (!same(source.scopes, target.scopes)) complain('C6', 'a search scope is another than in the source');
  if (!same(entryIds(source), entryIds(target))) complain('C4', 'entry IDs differ from those of the source');
  if (!same(source.refs, target.refs))
    complain('C4', 'entry IDs held in properties differ from those of the source');
  for (const { where, eid } of target.refs) {
    const resolves = eid === '' || eid.slice(8, 40) === target.storeGuid;
    if (!resolves && eid.slice(8, 40) === source.storeGuid)
      complain('C4', `reference ${where} names the old store`);
  }
  for (const key of ['acl', 'delegates', 'oof'] as const) {
    if (!same(source[key], target[key])) complain('A1', `${key} are not those of the source`);
  }
  return complaints;
}

/**
 * Compares a cloned mailbox with its source, identifier by identifier (C1-C4, C6).
 * @param partial the clone was cut short: what is there must be equal, not everything needs to be there
 */
export function checkClone(source: ModelMailbox, target: ModelMailbox, partial: boolean): Complaint[] {
  const complaints = [
    ...compareRows('C1', 'folder', source.folders, target.folders, partial),
    ...compareRows('C2', 'message', source.messages, target.messages, partial),
  ];
  if (target.storeGuid !== source.storeGuid || target.ostKey !== source.ostKey) {
    complaints.push({ invariant: 'C3', text: 'store GUID or .ost key differ from those of the source' });
  }
  if (partial) return complaints;
  if (!target.initialized || target.initializedBy !== 'clone') {
    complaints.push({ invariant: 'C3', text: 'a cloned mailbox does not count as initialized by the clone' });
  }
  return [...complaints, ...checkReferences(source, target)];
}
