import { type Evidence, modelled } from '../evidence.ts';

/** A link of 1 kbit/s carries 1,000 bits a second. */
const BITS_PER_KBIT = 1000;

/** Slowest and fastest link one can ask for, kbit/s. */
export const LEAST_KBIT = 1;
export const MOST_KBIT = 10_000_000;

/** How long bytes take over a link of which nothing else takes a share, milliseconds. @param linkKbit kbit/s, above 0 */
export function transferMs(bytes: number, linkKbit: number): number {
  return (bytes * 8 * 1000) / (linkKbit * BITS_PER_KBIT);
}

/** A link speed as it was typed, kbit/s; null when it is none. */
export function readLinkKbit(typed: string): number | null {
  const value = /^\d{1,8}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN;
  return value >= LEAST_KBIT && value <= MOST_KBIT ? value : null;
}

/** What the figures of the transfer rest on. */
export const TRANSFER_GROUNDS: Readonly<Record<'bytes' | 'addressBook' | 'duration', Evidence>> = {
  bytes: modelled(
    'Sizes of the items that the synchronization of this lab moved; what the protocol adds to them is not counted',
    'MS-OXCFXICS 3.2',
  ),
  addressBook: modelled(
    'Entries of the target directory times the bytes per entry of the lab setting oabEntryBytes. ExProfRe resets the address book in both modes; Microsoft counts its size times the users of a site: 20 MB for 25 users is 500 MB',
    'Windows IT Pro 43603, bb124640',
  ),
  duration: modelled('Bytes times eight over the speed of a link that nothing else uses'),
};
