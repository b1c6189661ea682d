/** A line of a run's journal, as the engine tells it. */
export interface JournalLine {
  readonly alias: string | null;
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
}
