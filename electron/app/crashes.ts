import { type WebContents, app, BrowserWindow, dialog } from 'electron';
import { text } from '../../shared/text/text.ts';
import type { CrashReports } from './crash-reports.ts';

/** A sentence on where the report is. */
export function whereReport(file: string | null): string {
  return file === null ? text('crash.no-report') : text('crash.report', { file });
}

/** A page that is gone comes back when its person wants it; what it showed comes from the engine, which goes on. */
async function pageGone(contents: WebContents, reason: string, reports: CrashReports): Promise<void> {
  const report = reports.write({ what: 'page', detail: `${contents.getURL()}: ${reason}` });
  const window = BrowserWindow.fromWebContents(contents);
  if (window === null || window.isDestroyed()) return;
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: text('crash.caption'),
    message: text('crash.page'),
    detail: text('crash.page.detail', { reason, report: whereReport(report) }),
    buttons: [text('crash.page.again'), text('crash.page.close')],
    defaultId: 0,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 0) contents.reload();
  else window.destroy();
}

/**
 * Sees that a crash leaves a report that one can read, and says so: pages here, the app itself too, which then ends, for
 * nobody knows what state it is in. Labs outlive it: what they committed is safe.
 */
export function watchCrashes(reports: CrashReports): void {
  app.on('render-process-gone', (_event, contents, { reason }) => {
    if (reason !== 'clean-exit') void pageGone(contents, reason, reports);
  });
  process.on('uncaughtException', (error: Error) => {
    const report = reports.write({ what: 'app', detail: error.stack ?? String(error) });
    const said = text('crash.app', { reason: error.message, report: whereReport(report) });
    if (app.isReady()) dialog.showErrorBox(text('crash.caption'), said);
    else process.stderr.write(`${said}\n`);
    app.exit(1);
  });
}
