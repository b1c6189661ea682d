import type { CommandLine } from '../../shared/formats/command-line.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { sourceAliases } from '../engine/mailbox/directory.ts';
import { latestInterrupted } from '../engine/migrate/resume.ts';
import { listPostOfficeUsers } from '../engine/migrate/import/ask-post-office.ts';
import { anyRun } from '../engine/migrate/run-row.ts';
import type { AnyPlan } from '../../shared/lab/run-plan.ts';
import type { Lab } from '../engine/store/lab.ts';

function lower(aliases: readonly string[]): Set<string> {
  return new Set(aliases.map((alias) => alias.toLowerCase()));
}

/** Whom `all` means where a run migrates from. */
function everybody(lab: Lab, plan: AnyPlan): readonly string[] {
  if (plan.source === 'EXCHANGE') return sourceAliases(lab);
  const users = plan.source === 'CCMAIL' ? listPostOfficeUsers(lab, plan.postOffice) : null;
  return users?.ok === true ? users.value.accounts.map((account) => account.alias) : [];
}

/** In what two lists of aliases differ, in words; null: in nothing but order and case. */
function difference(asked: readonly string[], run: readonly string[]): string | null {
  const known = lower(run);
  const named = lower(asked);
  const extra = asked.find((alias) => !known.has(alias.toLowerCase()));
  const missing = run.find((alias) => !named.has(alias.toLowerCase()));
  if (extra !== undefined) return `it does not migrate ${extra}`;
  return missing === undefined ? null : `it migrates ${missing} too`;
}

/**
 * Whether what stands beside `--resume` is what the interrupted run was asked for: `/M` and `--accounts` may be given
 * again, and have to agree. Failure code: bad-switch. Where nothing is interrupted the wizard itself says so.
 */
export function checkResume(lab: Lab, line: CommandLine): Result<null> {
  const run = latestInterrupted(lab);
  if (run === null) return ok(null);
  const { mode, plan } = anyRun(lab, run);
  if (line.clone && mode !== 'clone') {
    return fail(
      'bad-switch',
      `Run ${run} of ${lab.path} was asked for in the default mode and is continued in it: leave /M out.`,
    );
  }
  if (line.accounts === null) return ok(null);
  const asked = line.accounts === 'all' ? everybody(lab, plan) : line.accounts;
  const differs = difference(asked, plan.source === 'FILE' ? [] : plan.accounts);
  return differs === null
    ? ok(null)
    : fail(
        'bad-switch',
        `--accounts names other accounts than run ${run} of ${lab.path}, which is to be continued (${differs}): leave --accounts out, or leave --resume out for a new run.`,
      );
}
