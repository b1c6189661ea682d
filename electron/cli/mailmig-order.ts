import { readFileSync } from 'node:fs';
import type { CommandLine } from '../../shared/formats/command-line.ts';
import type { SourceType } from '../../shared/lab/run-plan.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { ALL_SERVERS, type Answers } from '../../shared/wizard/model.ts';
import { readAnswers } from '../../shared/wizard/saved-answers.ts';
import type { WizardOrder } from './drive-wizard.ts';
import { resolveFrom } from './io.ts';

function bad<T>(message: string): Result<T> {
  return fail('bad-switch', message);
}

function savedAnswers(path: string): Result<Partial<Answers>> {
  try {
    return readAnswers(readFileSync(path, 'utf8'), path);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return fail('bad-answers', `${path} cannot be read (${what}): check the name.`);
  }
}

/** The type that was asked for: by name, by what belongs to one type alone, or by saved answers; null: the lab's own. */
function sourceAsked(line: CommandLine, saved: Partial<Answers>): Answers['type'] | null {
  if (line.source !== null) return line.source;
  if (line.files !== null) return 'FILE';
  return line.postOffice === null ? (saved.type ?? null) : 'CCMAIL';
}

/** Which option belongs to which source; one that was given for another source is named. */
const BELONGS: readonly {
  readonly option: string;
  readonly to: readonly SourceType[];
  readonly given: (line: CommandLine) => boolean;
}[] = [
  { option: '--post-office', to: ['CCMAIL'], given: (line) => line.postOffice !== null },
  { option: '--post-office-path', to: ['CCMAIL'], given: (line) => line.postOfficePath !== null },
  { option: '--extract', to: ['CCMAIL'], given: (line) => line.extract !== null },
  { option: '--no-mailboxes', to: ['CCMAIL'], given: (line) => line.noMailboxes },
  { option: '--no-mail', to: ['CCMAIL'], given: (line) => line.noMail },
  { option: '--files', to: ['FILE'], given: (line) => line.files !== null },
  { option: '--bulletin-boards', to: ['CCMAIL', 'FILE'], given: (line) => line.bulletinBoards !== null },
  { option: '--folder-access', to: ['CCMAIL', 'FILE'], given: (line) => line.folderAccess !== null },
  { option: '--nt-accounts', to: ['CCMAIL', 'FILE'], given: (line) => line.ntAccounts !== null },
  { option: '--template', to: ['CCMAIL', 'FILE'], given: (line) => line.template !== null },
  { option: '--accounts', to: ['EXCHANGE', 'CCMAIL'], given: (line) => line.accounts !== null },
  // Not for cc:Mail and file import (Q198957); /D and /M are of the wizard's Exchange source.
  { option: '/A', to: ['EXCHANGE'], given: (line) => line.account !== null },
  { option: '/D', to: ['EXCHANGE'], given: (line) => line.domain !== null },
  { option: '/P', to: ['EXCHANGE', 'CCMAIL'], given: (line) => line.password !== null },
];

function misplaced(line: CommandLine, source: SourceType): string | null {
  if (line.clone && source !== 'EXCHANGE') {
    return `Clone mode copies mailboxes of an Exchange organization alone: leave /M out with --source ${source}.`;
  }
  const wrong = BELONGS.find((one) => one.given(line) && !one.to.includes(source));
  return wrong === undefined
    ? null
    : `${wrong.option} does not go with --source ${source}: leave it out, or choose ${wrong.to.join(' or ')}.`;
}

/** What the options about cc:Mail and migration files answer on the wizard's pages. */
function importAnswers(line: CommandLine, cwd: string): Partial<Answers> {
  const owner = line.bulletinBoards;
  return {
    ...(line.postOffice === null ? {} : { postOfficeName: line.postOffice }),
    ...(line.postOfficePath === null ? {} : { postOfficePath: line.postOfficePath }),
    ...(line.password === null ? {} : { postOfficePasswordGiven: true }),
    ...(line.extract === null ? {} : { method: 'extract', filesPath: line.extract }),
    ...(line.files === null ? {} : { packingList: serverOrOwn(line.files, cwd) }),
    ...(line.noMailboxes ? { infoMailboxes: false } : {}),
    ...(line.noMail ? { infoMail: false } : {}),
    ...(owner === null ? {} : { infoBulletinBoards: true, folderOwner: owner }),
    ...(line.folderAccess === null ? {} : { folderAccess: line.folderAccess }),
    ...(line.ntAccounts === null ? {} : { ntAccounts: line.ntAccounts }),
    ...(line.template === null ? {} : { template: line.template }),
  };
}

/** A path of the migration server stays as it is; any other is one of the machine, from where the command was typed. */
function serverOrOwn(given: string, cwd: string): string {
  return /^([a-z]:[\\/]|\\\\)/i.test(given) ? given : resolveFrom(cwd, given);
}

function needsAccounts(source: Answers['type'] | null): boolean {
  return source !== 'FILE';
}

/** What is asked for, checked as far as it can be without a lab. Failure codes: bad-switch, bad-answers. */
export function orderOf(line: CommandLine, cwd: string): Result<WizardOrder> {
  if (line.lab === null) return bad('mailmig needs --lab with the file of a lab: see mailmig /?.');
  if (line.controlFile !== null) {
    return bad(
      'The switch /C (control file) is not yet available in this version: use --lab and --accounts.',
    );
  }
  if (line.resume && line.answers !== null) {
    return bad('--resume continues a run as it was asked for: leave --answers out.');
  }
  const saved =
    line.answers === null ? ok<Partial<Answers>>({}) : savedAnswers(resolveFrom(cwd, line.answers));
  if (!saved.ok) return saved;
  const type = sourceAsked(line, saved.value);
  const source = type === 'CCMAIL' || type === 'FILE' ? type : 'EXCHANGE';
  const wrong = misplaced(line, source);
  if (wrong !== null && !line.resume) return bad(wrong);
  const chosen = line.accounts ?? saved.value.accounts ?? [];
  if (!line.resume && needsAccounts(type) && line.accounts !== 'all' && chosen.length === 0) {
    return bad('mailmig needs --accounts with aliases or all: see mailmig /?.');
  }
  const { account, password, domain } = line;
  return ok({
    file: resolveFrom(cwd, line.lab),
    mode: line.clone ? 'clone' : (saved.value.mode ?? 'default'),
    everybody: line.accounts === 'all',
    ignoreGate: line.ignoreGate,
    resume: line.resume,
    answers: {
      sourceServer: ALL_SERVERS,
      ...saved.value,
      ...(line.accounts === null || line.accounts === 'all' ? {} : { accounts: line.accounts }),
      ...(type === null ? {} : { type }),
      ...(account === null ? {} : { sourceAccount: account }),
      ...(password === null || source !== 'EXCHANGE' ? {} : { sourcePasswordGiven: true }),
      ...(domain === null ? {} : { targetAddressDomain: domain }),
      ...(source === 'EXCHANGE' ? {} : importAnswers(line, cwd)),
    },
  });
}
