import type { RunReport } from '../../shared/ipc/shapes.ts';
import { runReport } from './migrate/run-report.ts';
import type { Lab } from './store/lab.ts';

/** How the run stands after the disk failed under it, as far as the journal can still be read. */
export function standingOf(lab: Lab, run: number): RunReport {
  try {
    const report = runReport(lab, run);
    return report.state === 'running' ? { ...report, state: 'interrupted', exit: 2 } : report;
  } catch {
    const gate = { ok: true, rules: [] };
    return { run, mode: 'default', state: 'interrupted', exit: 2, gate, mailboxes: [] };
  }
}
