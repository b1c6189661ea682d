import { draw } from '../../../shared/lab/draw.ts';

/** The namespace in which a user's Outlook makes change keys: never a server's REPLGUID (MS-OXCFXICS R2313). */
export function clientNamespace(seed: number, alias: string): Uint8Array {
  return draw(seed, 'xid-namespace', alias).bytes(16);
}
