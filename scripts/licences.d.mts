/** A part of the program that somebody else made. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}
export const BUNDLED: readonly string[];
export function bundledPackages(): readonly Licence[];
export function otherParts(): readonly Licence[];
export function writeLicences(folder?: string): void;
