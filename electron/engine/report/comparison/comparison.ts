import type { ComparedMailboxDetail, ComparedRun } from '../../../../shared/ipc/comparison-commands.ts';
import type { ComparisonRow, Loss, SideName } from '../../../../shared/outcome/comparison-row.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { Lab } from '../../store/lab.ts';
import { judgeMailbox, reasonsOf } from './compared-mailbox.ts';
import { type SideContext, sideContext } from './side-context.ts';
import { mailboxFates, type RunMailbox } from '../fate.ts';

/** Rows of a comparison, worked out one by one. */
export interface RowAndLosses {
  readonly row: ComparisonRow;
  readonly losses: readonly Loss[];
}

/** Two labs laid side by side. Nothing about a mailbox is worked out before it is asked for. */
export interface Comparison {
  readonly a: ComparedRun;
  readonly b: ComparedRun;
  readonly mailboxes: readonly { readonly alias: string; readonly name: string }[];
  /** One row; undefined behind the last one. */
  row(index: number): RowAndLosses | undefined;
  /** Failure code: unknown-alias. */
  mailbox(alias: string): Result<ComparedMailboxDetail>;
}

/** Display names by alias in lower case, of both labs' sources. */
function displayNames(labs: readonly Lab[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const lab of labs) {
    const people = lab.iterate<{ alias: string; name: string }>(
      `SELECT lower(o.alias) AS alias, o.display_name AS name FROM directory_object o
       JOIN org ON org.id = o.org_id AND org.role = 'source' WHERE o.kind = 'user'`,
    );
    for (const { alias, name } of people) names.set(alias, name);
  }
  return names;
}

function detailOf(context: SideContext, row: RunMailbox | undefined): ComparedMailboxDetail['a'] {
  if (row === undefined) return null;
  const { ost, rules, references, permissions } = mailboxFates(context.lab, row, context.resolvesDn);
  return { why: reasonsOf(context, row), ost, rules, references, permissions };
}

/** Lays the last runs of two labs side by side: first the mailboxes of `a` in its order, then what only `b` has. Failure code: no-run (in either). */
export function comparison(a: Lab, b: Lab): Result<Comparison> {
  const left = sideContext(a);
  if (!left.ok) return left;
  const right = sideContext(b);
  if (!right.ok) return right;
  const contexts = { a: left.value, b: right.value };
  const names = displayNames([b, a]);
  const onlyInB = [...contexts.b.mailboxes].filter(([key]) => !contexts.a.mailboxes.has(key));
  const order = [...contexts.a.mailboxes.values(), ...onlyInB.map(([, row]) => row)];
  const mailboxes = order.map(({ alias }) => ({ alias, name: names.get(alias.toLowerCase()) ?? alias }));
  const judged = (name: SideName, alias: string) => {
    const row = contexts[name].mailboxes.get(alias.toLowerCase());
    return row === undefined ? null : judgeMailbox(contexts[name], row, name);
  };
  return ok({
    a: contexts.a.about,
    b: contexts.b.about,
    mailboxes,
    row: (index) => {
      const mailbox = mailboxes[index];
      if (mailbox === undefined) return undefined;
      const inA = judged('a', mailbox.alias);
      const inB = judged('b', mailbox.alias);
      return {
        row: { ...mailbox, a: inA?.side ?? null, b: inB?.side ?? null },
        losses: [...(inA?.losses ?? []), ...(inB?.losses ?? [])],
      };
    },
    mailbox: (alias) => {
      const key = alias.toLowerCase();
      const inA = contexts.a.mailboxes.get(key);
      const inB = contexts.b.mailboxes.get(key);
      if (inA === undefined && inB === undefined) {
        return fail('unknown-alias', `Neither run concerned a mailbox ${alias}: choose one of the table.`);
      }
      return ok({ alias, a: detailOf(contexts.a, inA), b: detailOf(contexts.b, inB) });
    },
  });
}
