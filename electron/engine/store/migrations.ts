import { SCHEMA_2 } from './schema-2.ts';

/** Numbered steps from one format of lab files to the next. Each has a test that starts one version earlier. */
export interface Migration {
  readonly to: number;
  readonly statements: readonly string[];
}

export const MIGRATIONS: readonly Migration[] = [{ to: 2, statements: SCHEMA_2 }];
