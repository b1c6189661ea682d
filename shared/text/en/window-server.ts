/** Sentences of the console about the migration server's files, drives, services, connector and migration files. All wording is ours. */
export const WINDOW_SERVER_TEXT = {
  'server.column.flavour': 'Flavour',
  'server.column.shipped': 'Shipped as',
} as const;
