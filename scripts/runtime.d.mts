export interface Electron {
  readonly program: string;
  readonly folder: string;
  readonly version: string;
  readonly standIn: boolean;
}
export function findElectron(): Electron | null;
export function ensureElectron(): Promise<Electron | null>;
export function nameStandIn(electron: Electron | null): void;
export function electronSwitches(): string[];
