/** Numbered steps from one format of lab files to the next. Each has a test that starts one version earlier. */
export interface Migration {
  readonly to: number;
  readonly statements: readonly string[];
}

/** Version 1 is the first format, so there is nothing to migrate from yet. */
export const MIGRATIONS: readonly Migration[] = [];
