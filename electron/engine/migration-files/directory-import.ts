import {
  addressKey,
  parseProxy,
  type ProxyAddress,
} from '../../../shared/formats/migration-files/address.ts';
import {
  type DirectoryRow,
  directoryValue,
  directoryValues,
  readDirectoryRow,
} from '../../../shared/formats/migration-files/directory-row.ts';
import { quoteForComplaint } from '../../../shared/formats/migration-files/fault.ts';
import type { PrimaryItem } from '../../../shared/formats/migration-files/primary-reader.ts';
import type { Why } from '../../../shared/evidence.ts';
import { changeAccount, findAccount, type RunAccount, withReason } from '../migrate/import/run-account.ts';
import { oneLine } from '../import/clean-text.ts';
import { noteFailed } from './failed-lines.ts';
import { logAddressTaken, logDirectoryError, logDirectoryRefusal } from './fault-events.ts';
import { FILE_REASONS } from './file-reasons.ts';
import { findRecipient, type Recipient } from './find-recipient.ts';
import { fullAddress, type ImportContext, primaryName } from './import-context.ts';
import { dnTaken, freeAlias, namesFor } from './import-names.ts';
import { makeMailbox } from './new-mailbox.ts';
import { makeCustomRecipient } from './new-recipient.ts';

type Row = Extract<PrimaryItem, { kind: 'row' }>;

/** What became of a line: the account it was about, for the news. */
type Outcome = { readonly refused: Why | null; readonly account: RunAccount | null };

/** The old address of an object: the one that is marked MIGRATE. */
function oldAddress(proxies: readonly string[]): ProxyAddress | null {
  for (const text of proxies) {
    const proxy = parseProxy(text);
    if (proxy?.migrate === true) return proxy;
  }
  return null;
}

/** `~Server` is the server that the wizard was told; a name has to be that one too (modelled). */
function knowsServer(context: ImportContext, row: DirectoryRow): boolean {
  const home = directoryValue(row, 'Home-Server').trim();
  return (
    home === '' ||
    home.toLowerCase() === '~server' ||
    home.toLowerCase() === context.places.serverName.toLowerCase()
  );
}

/** What directory import refuses about a line before it looks at the directory; null: nothing. */
function wrongWith(context: ImportContext, row: DirectoryRow): string | null {
  const common = directoryValue(row, 'Common-Name');
  const mode = directoryValue(row, 'Mode');
  const kind = directoryValue(row, 'Obj-class').toLowerCase();
  if (common.trim() === '') return 'The import object has no Common-Name.';
  if (mode.toLowerCase() !== 'create')
    return `The Mode of import object ${quoteForComplaint(common)} has to be Create, not ${quoteForComplaint(mode)}.`;
  if (kind !== 'mailbox' && kind !== 'remote')
    return `The lab imports mailboxes and custom recipients (remote), and ${quoteForComplaint(common)} is ${quoteForComplaint(kind)}.`;
  if (!knowsServer(context, row))
    return `The Home-Server ${quoteForComplaint(directoryValue(row, 'Home-Server'))} of ${quoteForComplaint(common)} is not the server that was chosen, ${context.places.serverName}: write ~Server.`;
  return null;
}

/** The section that will convert the recipient follows somewhere in the set. */
function willBeConverted(context: ImportContext, old: ProxyAddress): boolean {
  return (context.survey.byAddress.get(addressKey(fullAddress(old)))?.sections ?? 0) > 0;
}

/** The line is refused: told, and kept for the recovery file. */
function refuse(
  context: ImportContext,
  file: number,
  row: Row,
  account: RunAccount | null,
  why: Why,
): Outcome {
  logDirectoryRefusal(context, primaryName(context.set, file), row.place.line);
  noteFailed(context, file, row.section, row.place);
  const changed =
    account === null ? null : changeAccount(context.lab, account, { why: withReason(account.why, why) });
  return { refused: why, account: changed };
}

/**
 * An object with this address is there already (Q200564). A custom recipient for whom a MAILMESSAGE section stands in the
 * set is left to it: the section converts it, and event 238 then is the only sign (Q234665). That the line itself is not
 * refused in that case is inferred from that article, which knows no 8149.
 */
function meet(
  context: ImportContext,
  file: number,
  row: Row,
  there: Recipient,
  old: ProxyAddress,
  account: RunAccount | null,
  name: string,
): Outcome {
  if (there.mailboxId === null && willBeConverted(context, old)) return { refused: null, account };
  logAddressTaken(context, name, fullAddress(old), there.dn);
  const withMailbox = there.mailboxId !== null;
  const foreign = context.run.plan.source === 'CCMAIL';
  const why = withMailbox
    ? FILE_REASONS.mailboxExists
    : foreign
      ? FILE_REASONS.noSection
      : FILE_REASONS.addressTaken;
  return refuse(context, file, row, account, why);
}

function create(
  context: ImportContext,
  file: number,
  row: Row,
  values: DirectoryRow,
  account: RunAccount | null,
): Outcome {
  const commonName = oneLine(directoryValue(values, 'Common-Name'), 64);
  const displayName = oneLine(directoryValue(values, 'Display-Name'), 256) || commonName;
  const alias = freeAlias(context, oneLine(directoryValue(values, 'Alias-Name')) || commonName, null);
  const names = namesFor(context, commonName, alias, context.places.container);
  if (dnTaken(context, names, context.is55 ? commonName : displayName, null)) {
    logDirectoryError(context, 'DIRECTORY', `The import object "${commonName}" exists already: ${names.dn}.`);
    return refuse(context, file, row, account, FILE_REASONS.directoryRefused);
  }
  const proxies = directoryValues(values, 'Secondary-Proxy-Addresses');
  const details = {
    department: oneLine(directoryValue(values, 'Department')),
    office: oneLine(directoryValue(values, 'Physical-Delivery-Office-Name')),
    phone: oneLine(directoryValue(values, 'Telephone-Office1')),
  };
  if (directoryValue(values, 'Obj-class').toLowerCase() === 'remote') {
    makeCustomRecipient(context, {
      names,
      displayName,
      proxies,
      target: directoryValue(values, 'E-mail-Address'),
    });
    return { refused: null, account };
  }
  const made = makeMailbox(context, { names, commonName, displayName, proxies, converted: null, details });
  if (account === null) return { refused: null, account };
  const old = oldAddress(proxies);
  const more =
    old !== null && (context.survey.byAddress.get(addressKey(fullAddress(old)))?.last ?? null) !== null;
  return {
    refused: null,
    account: changeAccount(context.lab, account, {
      object: made.objectId,
      mailbox: made.mailboxId,
      stage: 2,
      state: more ? 'importing' : 'completed',
    }),
  };
}

/** Imports one line of a DIRECTORY section, as directory import gets them: one after the other (SDK dsignapp_7m5v). */
export function importDirectoryRow(context: ImportContext, file: number, row: Row): Outcome {
  const values = readDirectoryRow(row.section.columns, row.fields);
  if (!values.ok) {
    logDirectoryError(context, 'DIRECTORY', `Line ${row.place.line}: ${values.failure.message}.`);
    return refuse(context, file, row, null, FILE_REASONS.directoryRefused);
  }
  const old = oldAddress(directoryValues(values.value, 'Secondary-Proxy-Addresses'));
  const account = old === null ? null : findAccount(context.lab, context.run.id, fullAddress(old));
  const wrong = wrongWith(context, values.value);
  if (wrong !== null) {
    logDirectoryError(context, 'DIRECTORY', wrong);
    return refuse(context, file, row, account, FILE_REASONS.directoryRefused);
  }
  const there = old === null ? null : findRecipient(context, old);
  const name = directoryValue(values.value, 'Common-Name');
  if (there !== null && old !== null) return meet(context, file, row, there, old, account, name);
  return create(context, file, row, values.value, account);
}
