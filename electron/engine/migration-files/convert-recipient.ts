import type { ProxyAddress } from '../../../shared/formats/migration-files/address.ts';
import { logAddressTaken } from './fault-events.ts';
import type { Recipient } from './find-recipient.ts';
import { fullAddress, type ImportContext } from './import-context.ts';
import { dnTaken, freeAlias, namesFor, type ObjectNames } from './import-names.ts';
import { type MadeMailbox, makeMailbox, oldProxies } from './new-mailbox.ts';

/** The container of a directory name: everything before its own part. */
function containerOf(context: ImportContext, dn: string): string {
  return context.is55
    ? dn.slice(0, Math.max(0, dn.toLowerCase().lastIndexOf('/cn=')))
    : dn.replace(/^cn=(?:\\.|[^,\\])*,/i, '');
}

function freeNames(context: ImportContext, recipient: Recipient): { names: ObjectNames; common: string } {
  const alias = freeAlias(context, recipient.alias, recipient.objectId);
  const container = context.places.container || containerOf(context, recipient.dn);
  const wanted = context.is55 ? alias : recipient.displayName;
  for (let ordinal = 1; ; ordinal += 1) {
    const common = ordinal === 1 ? wanted : `${wanted} (${ordinal})`;
    const names = namesFor(context, common, alias, container);
    if (!dnTaken(context, names, common, recipient.objectId)) return { names, common };
  }
}

/**
 * Makes a mailbox of a custom recipient: the mailbox is added and then the recipient is deleted, so that for a moment two
 * entries have one address, and event 238 tells so although nothing went wrong (Q234665). Its addresses stay (Q253306).
 */
export function convertRecipient(
  context: ImportContext,
  recipient: Recipient,
  old: ProxyAddress,
): MadeMailbox {
  const { names, common } = freeNames(context, recipient);
  if (context.is55) logAddressTaken(context, recipient.displayName, fullAddress(old), recipient.dn);
  return makeMailbox(context, {
    names,
    commonName: common,
    displayName: recipient.displayName,
    proxies: oldProxies(old),
    converted: recipient.kind === 'contact' ? recipient : null,
    details: { department: '', office: '', phone: '' },
  });
}
