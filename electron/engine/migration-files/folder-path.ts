import { folderName } from '../import/clean-text.ts';

/** Folders within folders that are taken (modelled). */
export const DEEPEST_FOLDER = 64;

/** `Filed Mail\FYI` as names from the top down; empty ones, as doubled backslashes leave them, count for nothing. Empty: the Inbox. */
export function folderNames(path: string): string[] {
  return path
    .split('\\')
    .filter((name) => name.trim() !== '')
    .map(folderName);
}
