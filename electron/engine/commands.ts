import {
  LAB_COMMANDS,
  type LabCommand,
  type LabInput,
  type LabOutput,
} from '../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { text } from '../../shared/text/text.ts';
import { copyLab, newLab } from './build/new-lab.ts';
import { connectorReport } from './connector/connector-report.ts';
import { type Answer, guarded } from './guarded.ts';
import { importMail } from './import/import-mail.ts';
import { listAccounts } from './migrate/accounts.ts';
import { filesSet } from './migrate/import/ask-files.ts';
import { postOfficeLogon } from './migrate/import/ask-post-office.ts';
import { checkLab } from './migrate/check.ts';
import { matchReport } from './migrate/match.ts';
import { purgeMailbox } from './migrate/purge.ts';
import { runsReport } from './migrate/run-report.ts';
import { readFiles } from './migration-files/read-files.ts';
import { exprofre } from './outlook/exprofre.ts';
import { deliverMail, logOnUser } from './outlook/mail.ts';
import { outlook } from './outlook/outlook.ts';
import { BROWSE_HANDLERS } from './report/browse.ts';
import { compareLabs } from './report/compare.ts';
import { exportFiles } from './report/comparison/export-files.ts';
import { FOREIGN_HANDLERS } from './report/foreign/browse-foreign.ts';
import { postOfficeAct } from './postoffice/post-office-acts.ts';
import { eventsReport } from './report/events.ts';
import { fateReport } from './report/fate.ts';
import { installFix } from './report/fix.ts';
import { gateReport } from './report/gate.ts';
import { actsReport } from './report/acts.ts';
import { showIds } from './report/ids.ts';
import { articleReport, articlesReport } from './report/library/articles.ts';
import { journalLines } from './report/journal-lines.ts';
import { organizationsReport } from './report/organizations.ts';
import { predictReport } from './report/predict.ts';
import { setServer } from './report/server.ts';
import { showLab } from './report/show.ts';
import { driveAct } from './server/drive-acts.ts';
import { fileAct } from './server/file-acts.ts';
import { serviceAct } from './server/service-acts.ts';
import { type Lab, openLab } from './store/lab.ts';
import { undoLab } from './undo/go-back.ts';
import { driveTwin } from './twin/drive-twin.ts';
import { twinRun } from './twin/twin.ts';

/** Commands that make or compare files themselves; all others work on one open lab. */
type OfFiles = 'new' | 'copy' | 'compare' | 'twin';
export type OfOneLab = Exclude<LabCommand, OfFiles>;

/** Every command on an open lab. `input.file` is the lab's own path by then. */
export const LAB_HANDLERS: {
  readonly [C in OfOneLab]: (lab: Lab, input: LabInput<C>) => Answer<LabOutput<C>>;
} = {
  import: importMail,
  articles: articlesReport,
  article: articleReport,
  show: showLab,
  ids: showIds,
  gate: gateReport,
  fix: installFix,
  exprofre,
  outlook,
  fate: fateReport,
  events: eventsReport,
  runs: runsReport,
  deliver: deliverMail,
  logon: logOnUser,
  server: setServer,
  purge: purgeMailbox,
  check: checkLab,
  organizations: organizationsReport,
  accounts: listAccounts,
  postOfficeLogon,
  filesSet,
  files: readFiles,
  matches: matchReport,
  predict: predictReport,
  journal: journalLines,
  acts: actsReport,
  undo: undoLab,
  file: fileAct,
  drive: driveAct,
  service: serviceAct,
  connector: connectorReport,
  postoffice: postOfficeAct,
  ...BROWSE_HANDLERS,
  ...FOREIGN_HANDLERS,
};

/** Opens a lab for one piece of work and closes it whatever happens. */
export async function withLab<T>(file: string, work: (lab: Lab) => Answer<T>): Promise<Result<T>> {
  const opened = openLab(file);
  if (!opened.ok) return opened;
  try {
    return await guarded(() => work(opened.value));
  } finally {
    opened.value.close();
  }
}

/** The first thing that is wrong with an input, as one sentence. Failure code: bad-input. */
export function badInput<T>(issues: readonly { path: readonly PropertyKey[]; message: string }[]): Result<T> {
  const first = issues[0];
  const place = first === undefined || first.path.length === 0 ? 'input' : first.path.map(String).join('.');
  return fail('bad-input', text('failure.bad-input', { place, what: first?.message ?? '' }));
}

/**
 * Runs a command on lab files, checking its input against the contract.
 * Failure codes: bad-input, those of opening a lab and of the store, and those of the command.
 */
export async function runCommand<C extends LabCommand>(
  name: C,
  input: LabInput<C>,
): Promise<Result<LabOutput<C>>> {
  const parsed = LAB_COMMANDS[name].input.safeParse(input);
  if (!parsed.success) return badInput(parsed.error.issues);
  const answer = await guarded(() => run(name, parsed.data));
  return answer as Result<LabOutput<C>>;
}

function run(name: LabCommand, input: unknown): Answer<unknown> {
  if (name === 'new') return newLab(input as LabInput<'new'>);
  if (name === 'copy') return copyLab(input as LabInput<'copy'>);
  if (name === 'compare') return compareFiles(input as LabInput<'compare'>);
  if (name === 'twin') return twinOfFile(input as LabInput<'twin'>);
  // The table's own type ties each handler to its input; the schema has just checked this one.
  const handler = LAB_HANDLERS[name] as (lab: Lab, input: unknown) => Answer<unknown>;
  return withLab((input as { file: string }).file, (lab) => handler(lab, input));
}

function compareFiles(input: LabInput<'compare'>): Promise<Result<LabOutput<'compare'>>> {
  return withLab(input.file, (lab) =>
    withLab(input.other, async (other) => {
      const compared = compareLabs(lab, other);
      if (!compared.ok) return compared;
      const exported = await exportFiles(lab, other, input);
      return exported.ok ? ok({ ...compared.value, exported: exported.value }) : exported;
    }),
  );
}

function twinOfFile({ file, clients = true }: LabInput<'twin'>): Promise<Result<LabOutput<'twin'>>> {
  return withLab(file, (lab) => driveTwin(twinRun(lab, clients), () => undefined).done);
}
