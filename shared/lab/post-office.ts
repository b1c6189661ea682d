/** The databases of cc:Mail: DB6 up to release 5.x, DB8 from 6.x on, DB7 cc:Mail Mobile alone (Q174740, Q258220). */
export const PO_DATABASES = ['DB6', 'DB7', 'DB8'] as const;
export type PoDatabase = (typeof PO_DATABASES)[number];

/** `po_message.addresses`: one line of a message's header, in its order. `type` is that of the address, e.g. CCMAIL, SMTP, ATTMAIL. */
export interface PostOfficeAddress {
  readonly role: 'from' | 'to' | 'cc' | 'bcc';
  readonly name: string;
  readonly type: string;
  readonly address: string;
}

/** `post_office.options`. */
export interface PostOfficeOptions {
  /** New users have to choose a password when they first log on; Export then refuses (Q186740). */
  readonly preExpiredPasswords: boolean;
  /** Routers, ADE or gateways that still work on it; nobody may use it during a migration (XMG 06001). */
  readonly inUseBy: readonly string[];
}

/** `post_office.damage`. `files`: names below the post office's directory. */
export interface PostOfficeDamage {
  /** Article that describes it, e.g. Q248195. */
  readonly cause: string;
  /** Lab-clock milliseconds. */
  readonly at: number;
  readonly files: readonly string[];
}

/** `po_message.flaw`: what is wrong with a stored message; the articles' triggers that are no mere content. */
export interface MessageFlaw {
  readonly kind: 'invalid-date' | 'zero-size' | 'missing-token' | 'unreadable-contents';
}

/** The largest name that an address can carry is not documented; users are addressed as `<key> at <post office>`. */
export function ccMailAddress(key: string, postOffice: string): string {
  return `${key} at ${postOffice}`;
}

/** 'Vane, Cora' -> 'Vane Cora': how cc:Mail's own `Last, First` stands in an address, which has no comma (modelled on XMG samples). */
export function userKey(name: string): string {
  return name.replaceAll(',', ' ').replace(/\s+/g, ' ').trim();
}
