import { documented, type Evidence, modelled } from '../evidence.ts';
import { bytesEqual } from '../identity/bytes.ts';
import { differentMailboxMessage, OUTLOOK_MESSAGES } from './outlook-messages.ts';

export type OutlookVersion = '97' | '98' | '2000' | '2002' | '2003';
export type OutlookMode = 'online' | 'offlineFolders' | 'cached';

/** What binds an .ost to a mailbox: the store GUID in the file (property 0x6615) and the key (KB163589, aa998698). */
export interface Binding {
  readonly storeGuid: Uint8Array;
  readonly ostKey: Uint8Array;
}

export interface OstFile extends Binding {
  readonly path: string;
  /** legacyExchangeDN of the mailbox it was filled from; alone it decides nothing, for clone mode changes it. */
  readonly ownerDn: string;
}

export interface BindingVerdict {
  readonly binding: 'accepted' | 'rejected';
  /** What Outlook shows, or null. */
  readonly message: string | null;
  readonly grounds: Evidence;
  /** The profile's key is overwritten with the mailbox's at this connection. */
  readonly keyOverwritten: boolean;
}

export function bindingFits(file: Binding, mailbox: Binding): boolean {
  return bytesEqual(file.storeGuid, mailbox.storeGuid) && bytesEqual(file.ostKey, mailbox.ostKey);
}

function acceptedGrounds(outlook: OutlookVersion, sameOwner: boolean): Evidence {
  if (sameOwner) return documented('aa998698');
  return outlook === '2003'
    ? documented('KB919235')
    : modelled('The key is unchanged, and before Outlook 2003 only the key is compared', 'Q282496');
}

/**
 * What an Outlook that connects to a mailbox does with the profile's .ost. Outlook 2003 compares identifiers of the
 * file's profile with the store's (KB831058); older ones compare the key and overwrite the profile's (KB163589, Q282496).
 */
export function checkBindingOnline(
  outlook: OutlookVersion,
  mode: OutlookMode,
  file: OstFile,
  mailbox: Binding & { readonly legacyDn: string },
): BindingVerdict {
  if (bindingFits(file, mailbox)) {
    const sameOwner = file.ownerDn.toLowerCase() === mailbox.legacyDn.toLowerCase();
    return {
      binding: 'accepted',
      message: null,
      grounds: acceptedGrounds(outlook, sameOwner),
      keyOverwritten: true,
    };
  }
  if (outlook === '2003' && mode === 'cached') {
    return {
      binding: 'rejected',
      message: OUTLOOK_MESSAGES.recovery,
      grounds: modelled(
        'Documented for a reset database behind the same profile; for a migrated mailbox inferred, and KB289995 is the nearer case',
        'aa998698',
      ),
      keyOverwritten: false,
    };
  }
  if (outlook === '2003' || outlook === '2002') {
    return {
      binding: 'rejected',
      message: differentMailboxMessage(file.path),
      grounds: documented('KB289995'),
      keyOverwritten: true,
    };
  }
  return {
    binding: 'rejected',
    message: OUTLOOK_MESSAGES.locationChanged,
    grounds: modelled('Documented for a reset store; for a migrated mailbox inferred', 'Q282496'),
    keyOverwritten: true,
  };
}

/** Whether Outlook, started offline, opens the profile's .ost: the profile's key has to be the file's (KB163589). */
export function checkBindingOffline(
  cachedKey: Uint8Array | null,
  file: OstFile,
):
  | { readonly opens: true }
  | { readonly opens: false; readonly message: string; readonly grounds: Evidence } {
  if (cachedKey === null)
    return { opens: false, message: OUTLOOK_MESSAGES.connectFirst, grounds: documented('KB156304') };
  if (!bytesEqual(cachedKey, file.ostKey))
    return {
      opens: false,
      message: differentMailboxMessage(file.path),
      grounds: modelled("The profile's key is not the file's any more", 'KB163589'),
    };
  return { opens: true };
}
