import { fault, type FormatFault } from '../../../shared/formats/migration-files/fault.ts';
import type { Pointer } from '../../../shared/formats/migration-files/pointer.ts';
import type { PrimaryItem } from '../../../shared/formats/migration-files/primary-reader.ts';
import type { Place } from '../../../shared/formats/migration-files/sections.ts';
import type { Why } from '../../../shared/evidence.ts';
import { changeAccount, withReason } from '../migrate/import/run-account.ts';
import { noteFailed } from './failed-lines.ts';
import { logRowFault } from './fault-events.ts';
import { FILE_REASONS } from './file-reasons.ts';
import { DEEPEST_FOLDER, folderNames } from './folder-path.ts';
import { type ImportContext, primaryName } from './import-context.ts';
import { addMailboxMessage } from './mailbox-message.ts';
import type { OpenSection } from './mail-section.ts';
import { addPublicMessage, placePublicFolder } from './public-folders.ts';
import { messageOf } from './read-rows.ts';

type Row = Extract<PrimaryItem, { kind: 'row' }>;

/** What a line came to: the section with its account as it stands then, and bytes that were written. */
export interface RowDone {
  readonly section: OpenSection;
  readonly bytes: number;
}

/** A line of a MAILMESSAGE section that is not imported: counted, with its reason, and kept for the recovery file. */
export function skipLine(context: ImportContext, section: OpenSection, place: Place, why: Why): RowDone {
  noteFailed(context, section.file, section.head, place);
  const { account } = section;
  const changed = changeAccount(context.lab, account, {
    cursor: account.cursor + 1,
    skipped: account.skipped + 1,
    why: withReason(account.why, why),
  });
  return { section: { ...section, account: changed }, bytes: 0 };
}

/** A line that is wrong. */
export function refuseLine(
  context: ImportContext,
  section: OpenSection,
  place: Place,
  one: FormatFault,
  secondary: Pointer | null,
): RowDone {
  logRowFault(context, primaryName(context.set, section.file), one, secondary);
  return skipLine(context, section, place, FILE_REASONS.lineRefused);
}

/** Imports one message. */
export function importMessage(context: ImportContext, section: OpenSection, row: Row): RowDone {
  const { account, target } = section;
  if (target.kind === 'nowhere') return skipLine(context, section, row.place, FILE_REASONS.noMailbox);
  const found = messageOf(row, context.secondaries);
  if (!found.ok) return refuseLine(context, section, row.place, found.fault, found.fault.secondary);
  const names = folderNames(found.value.row.folder);
  if (names.length > DEEPEST_FOLDER) {
    const text = `the folder lies ${names.length} levels deep, and ${DEEPEST_FOLDER} are taken`;
    return refuseLine(context, section, row.place, fault('field-value', row.place, text), null);
  }
  let bytes: number;
  if (target.kind === 'public') {
    const folder = placePublicFolder(context, names);
    if (folder === null) {
      const text = 'a message of public folders has to name its folder';
      return refuseLine(context, section, row.place, fault('field-value', row.place, text), null);
    }
    bytes = addPublicMessage(context, folder, found.value);
  } else {
    bytes = addMailboxMessage(context, target.mailboxId, names, found.value, account.key, account.cursor);
  }
  const changed = changeAccount(context.lab, account, {
    cursor: account.cursor + 1,
    copied: account.copied + 1,
    bytes: account.bytes + bytes,
  });
  return { section: { ...section, account: changed }, bytes };
}
