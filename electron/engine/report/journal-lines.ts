import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Lab } from '../store/lab.ts';

interface Row {
  readonly seq: number;
  readonly at: number;
  readonly alias: string | null;
  readonly kind: string;
  readonly detail: string;
}

const LINES = 200;

/** Details as long as a mailbox's proof are of use to `check` alone. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  gate: ['ok'],
  closed: ['mode', 'held'],
};

function shownDetail(kind: string, detail: string): Record<string, unknown> {
  const all = JSON.parse(detail) as Record<string, unknown>;
  const keys = SHOWN[kind];
  return keys === undefined
    ? all
    : Object.fromEntries(keys.filter((key) => Object.hasOwn(all, key)).map((key) => [key, all[key]]));
}

/** `journal`: the lines of a run after a number; when there are more than asked for, the last ones. Never fails. */
export function journalLines(lab: Lab, input: LabInput<'journal'>): Result<LabOutput<'journal'>> {
  const run = input.run ?? lab.get<{ id: number | null }>('SELECT max(id) AS id FROM run')?.id ?? null;
  if (run === null) return ok({ run, lines: [] });
  const rows = lab.all<Row>(
    `SELECT j.seq AS seq, j.at AS at, coalesce(a.key, o.alias) AS alias, j.kind AS kind, j.detail AS detail FROM journal j
     LEFT JOIN run_account a ON a.run_id = j.run_id AND a.ord = j.source_mailbox
     LEFT JOIN mailbox m ON m.id = j.source_mailbox LEFT JOIN directory_object o ON o.id = m.object_id
     WHERE j.run_id = ? AND j.seq > ? ORDER BY j.seq DESC LIMIT ?`,
    run,
    input.after ?? 0,
    input.limit ?? LINES,
  );
  return ok({
    run,
    lines: rows.reverse().map((row) => ({ ...row, detail: shownDetail(row.kind, row.detail) })),
  });
}
