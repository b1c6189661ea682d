/** A sender or recipient: `Display name [TYPE:address]`, or a name alone (SDK 6qnn). */
export interface MigrationAddress {
  readonly name: string;
  /** E.g. CCMAIL or SMTP; null: the name alone is known. */
  readonly type: string | null;
  readonly address: string;
}

const WITH_ADDRESS = /^(.*?)\s?\[([A-Za-z0-9]+):(.*)\]$/s;

export function printAddress(address: MigrationAddress): string {
  return address.type === null ? address.name : `${address.name} [${address.type}:${address.address}]`;
}

/** Reads one address. The blank before the bracket may be missing, as in Microsoft's own sample. */
export function parseAddress(text: string): MigrationAddress {
  const [, name, type, address] = WITH_ADDRESS.exec(text) ?? [];
  if (name === undefined || type === undefined || address === undefined)
    return { name: text, type: null, address: '' };
  return { name, type, address };
}

/** A proxy address as it stands in Secondary-Proxy-Addresses and behind MAILMESSAGE and PAB. */
export interface ProxyAddress {
  readonly type: string;
  readonly address: string;
}

/** Reads `CCMAIL:Vane Cora at HARBOR`, with or without the `MIGRATE:` in front that marks an address of the old system (SDK 9kab). */
export function parseProxy(text: string): (ProxyAddress & { readonly migrate: boolean }) | null {
  const migrate = /^migrate:/i.test(text);
  const [, type, address] =
    /^([A-Za-z0-9]+):(.+)$/s.exec(migrate ? text.slice('migrate:'.length) : text) ?? [];
  return type === undefined || address === undefined ? null : { type, address, migrate };
}

/** `MIGRATE:CCMAIL:Vane Cora at HARBOR`. */
export function printMigrateProxy(proxy: ProxyAddress): string {
  return `MIGRATE:${proxy.type}:${proxy.address}`;
}

/** An address as it is compared: without case, without `MIGRATE:`, blanks as one (modelled). */
export function addressKey(text: string): string {
  return text
    .replace(/^migrate:/i, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
