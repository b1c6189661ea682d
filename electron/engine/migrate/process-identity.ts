import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { isProcessAlive } from '../store/process-alive.ts';

/** A process, so that nobody takes another one with the same number for it. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** When it started, as the system tells it; only compared for equality. '' where the system does not say. */
  readonly started: string;
}

/** Field 22 of /proc/<pid>/stat, in clock ticks since boot; the command in field 2 may hold spaces and brackets. */
function startOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}/${ticks ?? ''}`;
  } catch {
    return null;
  }
}

const ASK: Readonly<Partial<Record<NodeJS.Platform, (pid: number) => readonly [string, readonly string[]]>>> =
  {
    darwin: (pid) => ['ps', ['-o', 'lstart=', '-p', String(pid)]],
    win32: (pid) => [
      'powershell.exe',
      ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`],
    ],
  };

/** When a process of this machine started; '' where that cannot be told, null: there is no such process. */
function startOf(pid: number): string | null {
  if (process.platform === 'linux') return startOnLinux(pid);
  if (!isProcessAlive(pid)) return null;
  const ask = ASK[process.platform];
  if (ask === undefined) return '';
  try {
    const [command, args] = ask(pid);
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

let own: ProcessIdentity | null = null;

/** This process. */
export function ownIdentity(): ProcessIdentity {
  own ??= { pid: process.pid, host: hostname(), started: startOf(process.pid) ?? '' };
  return own;
}

/** Whether that process is there still. Of another machine's nobody here can tell, so it counts as alive. */
export function isAlive(who: ProcessIdentity): boolean {
  if (who.host !== ownIdentity().host) return true;
  const started = startOf(who.pid);
  return started !== null && (started === '' || who.started === '' || started === who.started);
}
