import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const recentSchema = z.object({ version: z.literal(1), files: z.array(z.string()).max(100) });

/** Labs opened lately that are still there. A file that cannot be read counts as empty: it is a convenience. */
export function readRecent(file: string): readonly string[] {
  try {
    const parsed = recentSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data.files.filter((each) => existsSync(each)) : [];
  } catch {
    return [];
  }
}

/** Writes the list whole or not at all. A full disk loses the list, not the app. */
export function writeRecent(file: string, files: readonly string[]): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify({ version: 1, files }));
    renameSync(`${file}.new`, file);
  } catch {
    // The next change tries again.
  }
}
