import { playwrightCounts, single } from './counts.mjs';
import { runE2e } from './e2e.mjs';
import { makePackages, packagedProgram } from './package/make.mjs';
import { MOST_CODE, weigh, weightLine } from './package/weigh.mjs';

/** Packages the app into a folder, and starts it from there under Playwright. */
export async function packagingSmoke(electron, report, version) {
  const made = await makePackages(electron, version, { targets: ['--dir'], twin: true });
  const program = packagedProgram();
  const packaged = single('packaging: electron-builder makes the app', made && program !== null);
  if (packaged.failed.length > 0) return packaged;
  const exit = await runE2e({ report, env: { MWL_PACKAGED_APP: program } });
  const started = playwrightCounts(report, exit);
  const light = single(`packaging: ${weightLine(weigh())}`, weigh().code < MOST_CODE);
  return {
    ...started,
    passed: [...packaged.passed, ...light.passed, ...started.passed],
    failed: [...light.failed, ...started.failed],
  };
}
