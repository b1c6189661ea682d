import { defineConfig } from '@playwright/test';
import { electronProgram } from './e2e/hosts/electron.ts';
import { findChromium } from './scripts/system.mjs';

const packaged = Boolean(process.env.MWL_PACKAGED_APP);
const hasElectron = electronProgram() !== null;

/*
 * Specs run in Electron; in Debian's Chromium where no Electron can be had. With Electron there, Chromium runs the walks
 * through both modes alone, so that the host to fall back to is known to work; MWL_HOSTS=all runs there all that can.
 */
export default defineConfig<object, { hostKind: 'electron' | 'chromium' }>({
  testDir: 'e2e',
  // Every picture of the gallery takes minutes; npm run gallery makes them.
  ...(process.env.MWL_GALLERY ? {} : { testIgnore: '**/gallery-*.spec.ts' }),
  outputDir: 'artifacts/e2e',
  fullyParallel: false,
  // Each worker is a whole Electron; one after the other is also what a machine with two cores does fastest.
  workers: 1,
  // A window system is not wholly ours; npm test names what passed only on the second try.
  retries: process.env.CI ? 1 : 0,
  timeout: 180_000,
  forbidOnly: true,
  ...(packaged ? {} : { grepInvert: /@only-(packaged|installed)/ }),
  reporter: [['list'], ['json', { outputFile: process.env.MWL_E2E_REPORT ?? 'artifacts/e2e.json' }]],
  projects: packaged
    ? process.env.MWL_INSTALLED
      ? [
          {
            name: 'installed',
            use: { hostKind: 'electron' },
            grep: /@packaged|@only-packaged|@only-installed/,
          },
        ]
      : [{ name: 'packaged', use: { hostKind: 'electron' }, grep: /@packaged|@only-packaged/ }]
    : [
        ...(hasElectron ? [{ name: 'electron', use: { hostKind: 'electron' as const } }] : []),
        ...(findChromium() === null
          ? []
          : [
              {
                name: 'chromium',
                use: { hostKind: 'chromium' as const },
                ...(hasElectron ? { grep: /@both/ } : {}),
                ...(hasElectron && process.env.MWL_HOSTS !== 'all'
                  ? { testMatch: /(smoke|wizard-\w+)\.spec\.ts$/ }
                  : {}),
              },
            ]),
      ],
});
