export function ensureSystemLibraries(wanted: { readonly withChromium: boolean }): Promise<void>;
export function findChromium(): string | null;
export function hasDisplay(): boolean;
export function underXvfb(command: string, args: readonly string[]): [string, string[]];
