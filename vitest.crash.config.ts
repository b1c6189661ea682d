import { defineConfig } from 'vitest/config';

/** Kills and write failures on the built program; `npm test` runs a sample, `npm run test:soak` all of it. */
export default defineConfig({
  test: {
    include: ['electron/cli/crash/*.crash.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
