import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What crashed: a window's page, the engine's process, or the app itself. */
export type Crashed = 'page' | 'engine' | 'app';

export interface Crash {
  readonly what: Crashed;
  /** What is known of it, e.g. a stack, or the reason that the system gave. */
  readonly detail: string;
}

export interface CrashReports {
  /** Writes a report; answers where it stands, or null where it could not be written. */
  write(crash: Crash): string | null;
}

export interface CrashReportOptions {
  readonly folder: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Lines on the program and the machine. */
  readonly about: readonly string[];
}

const KEPT = 20;

/** Takes away the oldest; their names begin with the time. */
function keepLatest(folder: string): void {
  const reports = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  for (const name of reports.slice(0, -KEPT)) rmSync(path.join(folder, name), { force: true });
}

/**
 * Crash reports as plain text files that a person can read, and send to somebody or not: nothing is sent from here. The
 * latest 20 are kept.
 */
export function createCrashReports({ folder, now, about }: CrashReportOptions): CrashReports {
  let last = '';
  return {
    write: ({ what, detail }) => {
      const at = new Date(now()).toISOString();
      const stem = `${at.replaceAll(':', '-').replace('Z', '')}-${what}`;
      // Two within one millisecond.
      last = last.startsWith(stem) ? `${last}-2` : stem;
      const file = path.join(folder, `${last}.txt`);
      const lines = [...about, `Time: ${at}`, `Crashed: ${what}`, '', detail, ''];
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, lines.join('\n'));
        keepLatest(folder);
        return file;
      } catch {
        return null;
      }
    },
  };
}
