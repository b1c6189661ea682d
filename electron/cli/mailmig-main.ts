import { type CommandLine, parseCommandLine } from '../../shared/formats/command-line.ts';
import type { RunNews } from '../../shared/ipc/shapes.ts';
import { ok, type Result } from '../../shared/result.ts';
import { text } from '../../shared/text/text.ts';
import { withLab } from '../engine/commands.ts';
import { checkResume } from './check-resume.ts';
import { headlessWizard, type WizardEnd, type WizardOrder } from './drive-wizard.ts';
import { type ExitCode, type Io, resolveFrom } from './io.ts';
import { jsonText } from './json-text.ts';
import { orderOf } from './mailmig-order.ts';
import { printReport } from './print.ts';
import { fromLab } from './order-from-lab.ts';
import { createWizardHost } from './wizard-host.ts';
import { latestInterrupted } from '../engine/migrate/resume.ts';
import { anyRun } from '../engine/migrate/run-row.ts';
import type { Lab } from '../engine/store/lab.ts';
import type { Why } from '../../shared/evidence.ts';

/** Whether what is about to run comes from a foreign source; a run that is continued says so itself. */
function comesFromAbroad(lab: Lab, { answers, resume }: WizardOrder): boolean {
  const run = resume ? latestInterrupted(lab) : null;
  const source = run === null ? answers.type : anyRun(lab, run).plan.source;
  return source === 'CCMAIL' || source === 'FILE';
}

/** Progress for people: a line when stage or mailbox changes. */
function progressPrinter(io: Io, isImport: boolean): (news: RunNews) => void {
  let last = '';
  return (news) => {
    const place = `${news.stage}/${news.current}`;
    if (place === last) return;
    last = place;
    const current = news.current === null ? '' : text('mailmig.current', { alias: news.current });
    const stage = isImport ? text(`mailmig.import.stage.${news.stage}`) : text(`mailmig.stage.${news.stage}`);
    const { done, total } = news;
    io.err(`${text('mailmig.progress', { stage, done, total, current })}\n`);
  };
}

/** `journal N` for every row that a batch committed. */
function journalPrinter(io: Io): (news: RunNews) => void {
  let told: number | null = null;
  return (news) => {
    for (let row = (told ?? news.journal - 1) + 1; row <= news.journal; row += 1) io.err(`journal ${row}\n`);
    told = news.journal;
  };
}

/** How a wizard's walk ended, and why its run did as a whole, where no single account tells it. */
interface RunEnd extends WizardEnd {
  readonly why: readonly Why[];
}

function tell(io: Io, line: CommandLine, end: RunEnd): ExitCode {
  const { report, failure, why } = end;
  const { exit } = report;
  if (failure !== null) io.err(`${failure.message}\n`);
  if (line.json) {
    for (const piece of jsonText({ ...report, why })) io.out(piece);
    io.out('\n');
    return exit;
  }
  if (report.state === 'refused') {
    for (const rule of report.gate.rules.filter((candidate) => candidate.verdict === 'refuse')) {
      const { kb, title, needs, found } = rule;
      io.err(`${text('mailmig.refused', { kb, title, needs, found: found.replace(/\.$/, '') })}\n`);
      for (const advice of rule.advice) io.err(`  ${advice}\n`);
    }
  }
  if (report.run === null) {
    io.err(`${text('mailmig.not-run', { state: report.state, exit })}\n`);
    return exit;
  }
  io.out(printReport(report, why));
  const mode = text(`wizard.mode.${report.mode}`);
  io.err(`${text('mailmig.ended', { run: report.run, mode, state: report.state, exit })}\n`);
  return exit;
}

const NOTHING = (): void => undefined;

async function migrateLab(io: Io, line: CommandLine, order: WizardOrder): Promise<Result<RunEnd>> {
  return withLab(order.file, async (lab) => {
    const agrees = order.resume ? checkResume(lab, line) : ok(null);
    if (!agrees.ok) return agrees;
    const whole = order.resume ? ok(order) : fromLab(lab, order);
    if (!whole.ok) return whole;
    const quiet = line.silent || line.json;
    const host = createWizardHost(lab, {
      pace: line.pace,
      onBatch: line.journal ? journalPrinter(io) : NOTHING,
      onNews: quiet ? NOTHING : progressPrinter(io, comesFromAbroad(lab, whole.value)),
      password: line.password,
      undo: line.undo,
      asked: { by: 'command line', pace: line.pace, ignoreGate: line.ignoreGate },
    });
    const wizard = headlessWizard(host);
    const ignore = io.onInterrupt(() => {
      if (!quiet) io.err(`${text('mailmig.cancelling')}\n`);
      wizard.cancel();
    });
    try {
      const end = await wizard.walk(whole.value);
      if (!end.ok) return end;
      const { report, failure } = end.value;
      // A lab that could not be read or written a moment ago is not asked again.
      const known = report.run !== null && failure === null ? anyRun(lab, report.run).why : [];
      return ok({ ...end.value, why: known });
    } finally {
      ignore();
    }
  });
}

/** `mailmig`: the original's command line over a lab. Exit codes 0 success, 1 warnings, 2 errors (Q198957). */
export async function mailmigMain(words: readonly string[], io: Io): Promise<ExitCode> {
  const refuse = (message: string): ExitCode => {
    io.err(`${message.replace(/\s*\n\s*/g, ' ')}\n`);
    return 2;
  };
  const parsed = parseCommandLine(words);
  if (!parsed.ok) return refuse(parsed.failure.message);
  const line = parsed.value;
  if (line.help) {
    io.out(`${text('mailmig.help')}\n`);
    return 0;
  }
  const cwd = resolveFrom(io.cwd, line.cwd ?? '.');
  const order = orderOf(line, cwd);
  if (!order.ok) return refuse(order.failure.message);
  const end = await migrateLab(io, line, order.value);
  return end.ok ? tell(io, line, end.value) : refuse(end.failure.message);
}
