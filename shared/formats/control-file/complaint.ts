import type { Evidence } from '../../evidence.ts';

/** Something about a control file, where it is, and whether it keeps the file from being used. */
export interface Complaint extends Evidence {
  readonly severity: 'error' | 'warning';
  /** From 1; the line after the last one where something is missing. */
  readonly line: number;
  readonly column: number;
  /** One sentence. What Microsoft documents is word for word, the rest our own. */
  readonly text: string;
  /** Number in the application log; null where none is documented. */
  readonly event: number | null;
}
